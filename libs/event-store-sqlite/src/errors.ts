/** The file is not an event store that this version can use. The file was not changed. */
export class UnusableStoreFile extends Error {
  readonly file: string;
  readonly problem: string;

  constructor(file: string, problem: string) {
    super(`${file} ${problem}`);
    this.name = 'UnusableStoreFile';
    this.file = file;
    this.problem = problem;
  }
}

/** There is nothing to read yet: the file's writer has not made it, or must be running for this user to read it. */
export class NoStoreFile extends Error {
  readonly file: string;

  constructor(file: string) {
    super(
      `${file} holds no event store that can be read yet: start its writer first, or open it with \`wait\``,
    );
    this.name = 'NoStoreFile';
    this.file = file;
  }
}
