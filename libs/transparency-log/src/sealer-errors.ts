/** The record says that keys sign which the key file does not have. */
export class KeysMissing extends Error {
  constructor(vkeys: readonly string[]) {
    super(
      `the log is signed with ${vkeys.join(' and ')}, and the key file does not have that key: restore it; ` +
        'only where it is lost for ever, `minutebook keys retire-log-key` ends it after another key was added',
    );
    this.name = 'KeysMissing';
  }
}

/** A log keeps the name with which it began: another name is another log. */
export class OriginChanged extends Error {
  constructor(origin: string, vkey: string) {
    super(
      `the log is called ${vkey.split('+')[0]} and cannot be called ${origin} from now on: its origin is part of ` +
        'everything that was signed. Take the old origin back, or begin another record',
    );
    this.name = 'OriginChanged';
  }
}
