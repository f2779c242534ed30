import { expect } from '@jest/globals';
import { atInstant, settle } from '../kernel/index.ts';
import type { AtFact, Decider, Finding, Outcome, RecordingMode, When } from '../kernel/index.ts';

type Typed = Readonly<{ type: string }>;

/** An event of the given history with the time at which it happened. */
export type Happened<E> = Readonly<{ event: E; at: When }>;

const defaultTime = atInstant('2026-09-01T17:00:00Z');

/** Places an event of a history at a time; without it, the history happened at one default instant. */
export const happened = <E>(at: When | string, event: E): Happened<E> => ({
  event,
  at: typeof at === 'string' ? atInstant(at) : at,
});

const isHappened = <E>(one: E | Happened<E>): one is Happened<E> =>
  typeof one === 'object' && one !== null && 'event' in one && 'at' in one;

/** Folds a history into the state that decisions see. */
export function stateAfter<S, E>(
  decider: Pick<Decider<S, E, never, never>, 'evolve' | 'initialState'>,
  history: readonly (E | Happened<E>)[],
): S {
  return history
    .map((one) => (isHappened(one) ? one : { event: one, at: defaultTime }))
    .reduce((state, { event, at }) => decider.evolve(state, event, at), decider.initialState);
}

class Expectation<E extends Typed> {
  readonly #decide: (mode: RecordingMode) => Outcome<E>;
  readonly #mode: RecordingMode;

  constructor(decide: (mode: RecordingMode) => Outcome<E>, mode: RecordingMode = 'live') {
    this.#decide = decide;
    this.#mode = mode;
  }

  get live(): Expectation<E> {
    return new Expectation(this.#decide, 'live');
  }
  get minutes(): Expectation<E> {
    return new Expectation(this.#decide, 'minutes');
  }
  get historicalImport(): Expectation<E> {
    return new Expectation(this.#decide, 'historical_import');
  }

  /** The command is refused with this code (and, if given, by this rule, with these inputs among others). */
  rejectedWith(
    code: string,
    { rule, ...inputs }: Readonly<{ rule?: string; [name: string]: unknown }> = {},
  ): this {
    const outcome = this.#decide(this.#mode);
    expect(outcome).toMatchObject({ accepted: false, objection: { code, inputs } });
    const objection = outcome.accepted ? undefined : outcome.objection;
    if (rule !== undefined) expect(objection?.ruleId ?? objection?.inputs.rule).toBe(rule);
    return this;
  }

  /** Exactly these events follow: whole events, or the names of their types. */
  records(...events: readonly (E | E['type'])[]): this {
    const outcome = this.#decide(this.#mode);
    if (!outcome.accepted) expect(outcome).toHaveProperty('accepted', true);
    const actual = outcome.accepted ? outcome.events : [];
    expect(actual.map((event, i) => (typeof events[i] === 'string' ? event.type : event))).toEqual(events);
    return this;
  }

  /** The command is recorded with exactly these findings, in this order. */
  withFindings(...codes: readonly string[]): this {
    const outcome = this.#decide(this.#mode);
    expect(outcome.accepted ? outcome.findings.map((finding) => finding.code) : outcome).toEqual(codes);
    return this;
  }

  /** As `withFindings`: each as `severity CODE by RULE`, the rule where there is one. */
  withRuled(...findings: readonly string[]): this {
    const outcome = this.#decide(this.#mode);
    const said = ({ severity, code, ruleId }: Finding): string =>
      `${severity} ${code}${ruleId === undefined ? '' : ` by ${ruleId}`}`;
    expect(outcome.accepted ? outcome.findings.map(said) : outcome).toEqual(findings);
    return this;
  }

  /** One of the findings has these inputs, among others. */
  withInputs(inputs: Readonly<Record<string, unknown>>): this {
    const outcome = this.#decide(this.#mode);
    const found = expect.arrayContaining([
      expect.objectContaining({ inputs: expect.objectContaining(inputs) }),
    ]);
    expect(outcome.accepted ? outcome.findings : outcome).toEqual(found);
    return this;
  }

  /** The first event has these fields, among others. */
  pins(fields: Readonly<Record<string, unknown>>): this {
    const outcome = this.#decide(this.#mode);
    expect(outcome.accepted ? outcome.events[0] : outcome).toMatchObject(fields);
    return this;
  }
}

/** Given a history, when a command is decided with these facts, then … in each recording mode. */
export const given =
  <S, E extends Typed, C, F extends AtFact>(decider: Decider<S, E, C, F>) =>
  (...history: readonly (E | Happened<E>)[]) => ({
    when: (command: C, facts: F): Expectation<E> =>
      new Expectation((mode) =>
        settle(decider.decide(stateAfter(decider, history), command, facts), mode, facts),
      ),
  });
