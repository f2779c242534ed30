import { hash } from 'node:crypto';
import type { Blob, BlobStore } from './blob-store.ts';

/** For tests: gone with the process. */
export class MemoryBlobStore implements BlobStore {
  readonly #blobs = new Map<string, Blob>();
  readonly #erased = new Set<string>();

  put(bytes: Uint8Array, mediaType: string): Promise<string> {
    const sha256 = hash('sha256', bytes);
    if (!this.#blobs.has(sha256) && !this.#erased.has(sha256))
      this.#blobs.set(sha256, { sha256, mediaType, bytes: Buffer.from(bytes) });
    return Promise.resolve(sha256);
  }

  get(sha256: string): Promise<Blob | undefined> {
    return Promise.resolve(this.#blobs.get(sha256));
  }

  has(sha256: string): Promise<boolean> {
    return Promise.resolve(this.#blobs.has(sha256));
  }

  delete(sha256: string): Promise<boolean> {
    this.#erased.add(sha256);
    return Promise.resolve(this.#blobs.delete(sha256));
  }

  isErased(sha256: string): Promise<boolean> {
    return Promise.resolve(this.#erased.has(sha256));
  }

  scrub(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
