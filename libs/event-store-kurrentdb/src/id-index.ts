import type { Position } from '#event-store';

const wordsPerKey = 3;
const fullness = 0.6;
const firstCapacity = 1 << 12;

type Key = readonly [number, number, number];

/** The 96 bits of a UUID that say most: those of its version and variant are left out. */
const keyOf = (id: string): Key => [
  parseInt(id.slice(28), 16),
  parseInt(id.slice(0, 8), 16),
  parseInt(id.slice(24, 28) + id.slice(9, 13), 16),
];

/**
 * Where an event id was stored: an open hash table of some 30 bytes per event, so that a process can keep all ids
 * of a store. The server has no such index.
 */
export class IdIndex {
  #keys = new Uint32Array(firstCapacity * wordsPerKey);
  #positions = new Float64Array(firstCapacity);
  #size = 0;

  get(id: string): Position | undefined {
    const position = this.#positions[this.#slot(keyOf(id))];
    return position === 0 ? undefined : position;
  }

  /** Keeps the first position of an id. */
  add(id: string, position: Position): void {
    if (this.#size > this.#positions.length * fullness) this.#grow();
    this.#put(keyOf(id), position);
  }

  #put(key: Key, position: Position): void {
    const slot = this.#slot(key);
    if (this.#positions[slot] !== 0) return;
    this.#keys.set(key, slot * wordsPerKey);
    this.#positions[slot] = position;
    this.#size++;
  }

  /** Where a key is, or belongs. */
  #slot([a, b, c]: Key): number {
    const mask = this.#positions.length - 1;
    for (let slot = a & mask; ; slot = (slot + 1) & mask) {
      const at = slot * wordsPerKey;
      if (this.#positions[slot] === 0) return slot;
      if (this.#keys[at] === a && this.#keys[at + 1] === b && this.#keys[at + 2] === c) return slot;
    }
  }

  #grow(): void {
    const [keys, positions] = [this.#keys, this.#positions];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#positions = new Float64Array(positions.length * 2);
    this.#size = 0;
    for (const [slot, position] of positions.entries()) {
      const [a = 0, b = 0, c = 0] = keys.subarray(slot * wordsPerKey);
      if (position !== 0) this.#put([a, b, c], position);
    }
  }
}
