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
 */
export type Objection = Readonly<{
  kind: 'impossible' | 'incomplete' | 'irregular' | 'notable';
  code: string;
  inputs: Inputs;
}>;

/** A decision yields its objections one by one and returns the events that follow if none of them is fatal. */
export type Decision<E> = Generator<Objection, readonly E[], void>;

export type Outcome<E> =
  | Readonly<{ accepted: true; events: readonly E[]; findings: readonly Objection[] }>
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

const refusedIn: Readonly<Record<Objection['kind'], readonly RecordingMode[]>> = {
  impossible: recordingModes,
  incomplete: ['live', 'minutes'],
  irregular: ['live'],
  notable: [],
};

/** Runs a decision as the recording mode demands: the only place where the mode decides anything. */
export function settle<E>(decision: Decision<E>, mode: RecordingMode): Outcome<E> {
  const findings: Objection[] = [];
  for (;;) {
    const step = decision.next();
    if (step.done) return { accepted: true, events: step.value, findings };
    if (refusedIn[step.value.kind].includes(mode)) return { accepted: false, objection: step.value };
    findings.push(step.value);
  }
}
