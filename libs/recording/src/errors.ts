import type { Inputs } from '#governance';

/** The domain refuses the command: nothing was recorded. */
export class Rejected extends Error {
  readonly code: string;
  readonly inputs: Inputs;
  /** The rule of the rulebook that refuses, where one does. */
  readonly ruleId: string | undefined;

  constructor(code: string, inputs: Inputs = {}, ruleId?: string) {
    super(code);
    this.name = 'Rejected';
    this.code = code;
    this.inputs = inputs;
    this.ruleId = ruleId;
  }
}

/** The stream has moved on from the revision that the client decided on. */
export class StaleRevision extends Error {
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;

  constructor(stream: string, expected: number, actual: number) {
    super(`${stream} is at revision ${actual}, not ${expected}`);
    this.name = 'StaleRevision';
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** The Idempotency-Key was used before, for another command. */
export class IdempotencyKeyReused extends Error {
  constructor(commandId: string) {
    super(`command ${commandId} was another command`);
    this.name = 'IdempotencyKeyReused';
  }
}

/** Too many others wrote to the stream at the same time; nothing was recorded. */
export class TooMuchContention extends Error {
  constructor(stream: string, attempts: number) {
    super(`${stream} changed ${attempts} times while the command was decided`);
    this.name = 'TooMuchContention';
  }
}
