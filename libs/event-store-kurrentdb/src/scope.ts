/** Which of the server's streams are a store's, and what they are called there. */
export type ScopeOptions = Readonly<{
  /** Begins the names of the store's streams on the server: several stores can share a database. */
  prefix?: string;
  /** Leaves out streams of these categories, which are another store's. */
  without?: readonly string[];
  /** These streams and no others. Nothing else is asked for, so the user needs the right to read only these. */
  streams?: readonly string[];
}>;

/** A word that can begin a category, which ends with the first hyphen. */
export const isPrefix = (prefix: string): boolean => prefix === '' || /^[A-Za-z][A-Za-z0-9_]*$/.test(prefix);

export class Scope {
  /** As the store calls them; undefined where it is all streams that can be a store's. */
  readonly streams: readonly string[] | undefined;
  /** Names on the server, as a regular expression of .NET. System streams begin with a dollar. */
  readonly pattern: string;
  readonly #prefix: string;

  /** @throws RangeError */
  constructor({ prefix = '', without = [], streams }: ScopeOptions = {}) {
    if (!isPrefix(prefix)) throw new RangeError(`streams cannot begin with ${JSON.stringify(prefix)}`);
    const others = without.length > 0 ? `(?!(?:${without.join('|')})-)` : '';
    this.#prefix = prefix;
    this.streams = streams;
    this.pattern = `^${prefix}${others}[A-Za-z][A-Za-z0-9_]*-`;
  }

  onServer(stream: string): string {
    return `${this.#prefix}${stream}`;
  }

  inStore(stream: string): string {
    return stream.slice(this.#prefix.length);
  }
}
