/** The key of a person was destroyed: what was encrypted under it is gone, and there is never another one. */
export class KeyDestroyed extends Error {
  constructor(personId: string) {
    super(`the key of ${personId} was destroyed`);
    this.name = 'KeyDestroyed';
  }
}

/** Another vault gives a person another key than this one has: what is encrypted under one is lost with the other. */
export class OtherKey extends Error {
  constructor(personId: string) {
    super(`there is another key of ${personId} already`);
    this.name = 'OtherKey';
  }
}

/** What a vault holds of a person: a key, or the mark that one was destroyed. */
export type VaultEntry = Readonly<{ personId: string; key: Buffer | undefined }>;

/** Bytes of a person's key. */
export const keyBytes = 32;

/**
 * One key per person, outside the record: whoever destroys it erases all that is encrypted under it, wherever
 * copies of the ciphertext are. A vault is never in the same backup as the record.
 *
 * An engine keeps one promise besides storing: `destroy` is final. It leaves a mark, as the tombstone of a stream
 * does, and no key is ever made for that person again.
 */
export type Vault = Readonly<{
  /** The person's key, made where there is none yet, and durable before it is answered. @throws KeyDestroyed */
  provide: (personId: string) => Promise<Buffer>;
  /** undefined where there is none, or none any more. */
  find: (personId: string) => Promise<Buffer | undefined>;
  /** Destroys the key, also one that was never made; again, it changes nothing. */
  destroy: (personId: string) => Promise<void>;
  /** All that it holds, to be taken elsewhere. */
  entries: () => Promise<readonly VaultEntry[]>;
  /** Takes what another vault holds; what was destroyed here stays so. @throws OtherKey */
  adopt: (entry: VaultEntry) => Promise<void>;
  close: () => Promise<void>;
}>;
