import { emptyRoot, leafHash, nodeHash } from '../hash.ts';
import type { Hash } from '../hash.ts';

/** The entries of the known-answer vectors. */
export const entry = (index: number): Buffer => Buffer.from(`event ${index}`);

/** The definitions of RFC 6962 §2.1, word for word, on all leaves at once. */
export class NaiveTree {
  readonly #leaves: Hash[];
  readonly #known = new Map<string, Hash>();

  constructor(size: number) {
    this.#leaves = Array.from({ length: size }, (_, i) => leafHash(entry(i)));
  }

  /** MTH(D[start:end]) */
  root(start: number, end: number): Hash {
    if (start === end) return emptyRoot;
    if (end - start === 1) return this.#leaves[start]!;
    const key = `${start} ${end}`;
    const known = this.#known.get(key);
    if (known) return known;
    const k = this.#split(end - start);
    const hash = nodeHash(this.root(start, start + k), this.root(start + k, end));
    this.#known.set(key, hash);
    return hash;
  }

  /** PATH(m, D[start:end]) */
  path(m: number, start: number, end: number): readonly Hash[] {
    if (end - start === 1) return [];
    const k = this.#split(end - start);
    return m < k
      ? [...this.path(m, start, start + k), this.root(start + k, end)]
      : [...this.path(m - k, start + k, end), this.root(start, start + k)];
  }

  /** PROOF(m, D[0:end]) */
  proof(m: number, end: number): readonly Hash[] {
    return m === 0 ? [] : this.#subproof(m, 0, end, true);
  }

  #subproof(m: number, start: number, end: number, isWhole: boolean): readonly Hash[] {
    if (m === end - start) return isWhole ? [] : [this.root(start, end)];
    const k = this.#split(end - start);
    return m <= k
      ? [...this.#subproof(m, start, start + k, isWhole), this.root(start + k, end)]
      : [...this.#subproof(m - k, start + k, end, false), this.root(start, start + k)];
  }

  #split(n: number): number {
    let k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  }
}
