import { Injectable } from '@nestjs/common';

/** Finds the body to which something belongs; undefined where there is no such thing. */
export type BodyOf = (id: string) => Promise<string | undefined>;

/**
 * To which body the thing in a path belongs, by its category: `bodyOf('motion', id)`.
 * A module that brings a category registers how its body is found.
 */
@Injectable()
export class BodiesOf {
  readonly #finders = new Map<string, BodyOf>([['body', (id) => Promise.resolve(id)]]);

  register(category: string, find: BodyOf): void {
    this.#finders.set(category, find);
  }

  has(category: string): boolean {
    return this.#finders.has(category);
  }

  bodyOf(category: string, id: string): Promise<string | undefined> {
    const find = this.#finders.get(category);
    if (!find) throw new Error(`nobody knows to which body a ${category} belongs`);
    return find(id);
  }
}
