/** The file is not a blob store that this version can use. The file was not changed. */
export class UnusableBlobFile extends Error {
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}`, options);
    this.name = 'UnusableBlobFile';
  }
}

/** The blob is gone, and its bytes may still stand in the write-ahead log, because a reader kept it open. */
export class ErasureIncomplete extends Error {
  constructor(sha256: string) {
    super(
      `${sha256} is deleted; its bytes leave the write-ahead log when it is deleted again or the file is closed`,
    );
    this.name = 'ErasureIncomplete';
  }
}
