/** Reads a JSON column that this library wrote itself. */
export const parsed = <T>(text: string): T => JSON.parse(text) as T;

/** Leaves out what is null in a row: views leave out what is not known. */
export function withoutNulls<T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const known = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as { [K in keyof T]?: NonNullable<T[K]> };
}
