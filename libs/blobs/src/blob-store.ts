/** Bytes with what they are. */
export type Blob = Readonly<{
  /** Of the bytes, in lower-case hex: the blob's only name. */
  sha256: string;
  mediaType: string;
  bytes: Buffer;
}>;

/**
 * Texts and files beside the record, content-addressed: an event names one by its SHA-256. They lie outside the
 * event streams because they must be erasable, and nothing in the streams is.
 */
export type BlobStore = Readonly<{
  /**
   * Keeps bytes durably and answers their SHA-256. The same bytes again change nothing, the media type included:
   * what was said of them first stands.
   */
  put: (bytes: Uint8Array, mediaType: string) => Promise<string>;
  get: (sha256: string) => Promise<Blob | undefined>;
  has: (sha256: string) => Promise<boolean>;
  /**
   * Erases the bytes so that the file holds them no more, and never takes them, or such bytes
   * that come later, again; false where there were none.
   *
   * @throws ErasureIncomplete
   */
  delete: (sha256: string) => Promise<boolean>;
  /** Whether these bytes were erased, or would be if they came. */
  isErased: (sha256: string) => Promise<boolean>;
  /** Leaves nothing of what was erased in the file or beside it. @throws ErasureIncomplete */
  scrub: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Whether a text can be the name of a blob. */
export const isSha256 = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** Bytes of one blob: a long contract as a scan; the store is a minute book, not an archive of films. */
export const maxBlobBytes = 16 * 1024 * 1024;
