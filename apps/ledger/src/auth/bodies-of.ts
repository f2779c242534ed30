import { Injectable } from '@nestjs/common';
import { isId } from '../platform/fields.ts';

/** Finds the body to which something belongs; undefined where there is no such thing. */
export type BodyOf = (id: string) => Promise<string | undefined>;

type Finder = Readonly<{ find: BodyOf; accepts: (id: unknown) => id is string }>;

/** Things whose body is remembered: none ever changes it. */
const capacity = 10_000;

/**
 * To which body the thing in a path belongs, by its category: `bodyOf('motion', id)`.
 * A module that brings a category registers how its body is found.
 */
@Injectable()
export class BodiesOf {
  readonly #finders = new Map<string, Finder>([
    ['body', { find: (id) => Promise.resolve(id), accepts: isId }],
  ]);

  readonly #known = new Map<string, string>();

  /** `accepts` tells whether a text can be an id of the category. */
  register(category: string, find: BodyOf, accepts: Finder['accepts'] = isId): void {
    this.#finders.set(category, { find, accepts });
  }

  has(category: string): boolean {
    return this.#finders.has(category);
  }

  isIdOf(category: string, id: unknown): id is string {
    return this.#finderOf(category).accepts(id);
  }

  async bodyOf(category: string, id: string): Promise<string | undefined> {
    const name = `${category} ${id}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const bodyId = await this.#finderOf(category).find(id);
    if (this.#known.size >= capacity) this.#known.clear();
    if (bodyId !== undefined) this.#known.set(name, bodyId);
    return bodyId;
  }

  /** Streams of some categories belong to no body. */
  async bodyOfStream(stream: string): Promise<string | undefined> {
    const hyphen = stream.indexOf('-');
    const [category, id] = [stream.slice(0, hyphen), stream.slice(hyphen + 1)];
    return this.has(category) && this.isIdOf(category, id) ? this.bodyOf(category, id) : undefined;
  }

  #finderOf(category: string): Finder {
    const finder = this.#finders.get(category);
    if (!finder) throw new Error(`nobody knows to which body a ${category} belongs`);
    return finder;
  }
}
