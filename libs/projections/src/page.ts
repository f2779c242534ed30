/** A page of a list. `next` is given back as `cursor`; absent on the last page. */
export type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;

export type PageRequest = Readonly<{
  /** `next` of the page before; opaque. */
  cursor?: string | undefined;
  /** 1 to 200; 50 by default. */
  limit?: number | undefined;
}>;

/** A cursor that no page of this list gave out. */
export class InvalidCursor extends Error {
  constructor(cursor: string) {
    super(`the cursor ${JSON.stringify(cursor)} is not one of this list: use "next" of the page before`);
    this.name = 'InvalidCursor';
  }
}
