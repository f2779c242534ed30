/** The file is not a blob store that this version can use. The file was not changed. */
export class UnusableBlobFile extends Error {
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}`, options);
    this.name = 'UnusableBlobFile';
  }
}

/** The blob is gone, and its bytes may still stand in the write-ahead log, because a reader kept it open. */
export class ErasureIncomplete extends Error {
  constructor() {
    super(
      'what was erased leaves the write-ahead log when it is erased again, scrubbed, or the file is closed',
    );
    this.name = 'ErasureIncomplete';
  }
}
