/** How an event enters the record: as it happens, typed later from minutes, or imported from sources. */
export const recordingModes = ['live', 'minutes', 'historical_import'] as const;
export type RecordingMode = (typeof recordingModes)[number];

export type Inputs = Readonly<Record<string, unknown>>;

/**
 * What stands against a command.
 * `impossible` would make the record contradict itself: refused in every mode.
 * `incomplete` leaves out what the law wants in the minutes: an old source may leave it out, which is a finding;
 * whoever records live or writes minutes may not.
 * `irregular` breaks a rule: refused live, recorded with a finding when typed from minutes or imported.
 * `notable` breaks no rule that may stop the body: recorded with a finding in every mode.
 * `rule` breaks a rule of the rulebook, which says what follows: see `broken`.
 */
export type Objection = Readonly<
  { code: string; inputs: Inputs } & (
    | { kind: 'impossible' | 'incomplete' | 'irregular' | 'notable'; ruleId?: undefined }
    | { kind: 'rule'; ruleId: string }
  )
>;

export type Severity = 'info' | 'warning' | 'irregular';

/** An objection that was recorded instead of refused; `ruleId` names the rule of the rulebook, where it is one. */
export type Finding = Readonly<{ code: string; severity: Severity; ruleId?: string; inputs: Inputs }>;

/** A decision yields its objections one by one and returns the events that follow if none of them is fatal. */
export type Decision<E> = Generator<Objection, readonly E[], void>;

/** A part of a decision: its objections, and what it found. */
export type Check<T = void> = Generator<Objection, T, void>;

export type Outcome<E> =
  | Readonly<{ accepted: true; events: readonly E[]; findings: readonly Finding[] }>
  | Readonly<{ accepted: false; objection: Objection }>;

export const incomplete = (code: string, inputs: Inputs = {}): Objection => ({
  kind: 'incomplete',
  code,
  inputs,
});

export const irregular = (code: string, inputs: Inputs = {}): Objection => ({
  kind: 'irregular',
  code,
  inputs,
});

export const notable = (code: string, inputs: Inputs = {}): Objection => ({ kind: 'notable', code, inputs });

/** Ends a decision in every recording mode: `return yield* refuse(…)`. */
export function* refuse(code: string, inputs: Inputs = {}): Generator<Objection, never, void> {
  yield { kind: 'impossible', code, inputs };
  throw new Error(`${code} was not the end of its decision`);
}
