import { settle, streamName } from '#governance';
import type { AtFact, Decider, DomainEvent, Objection, RecordingMode } from '#governance';
import type { Circumstances, TestRecord } from './record.ts';

export type Recording = Omit<Circumstances, 'at' | 'recordingMode'> & Readonly<{ mode?: RecordingMode }>;

/** A stream of a test's record, with what it holds by then, that is written by commands, as the ledger writes it. */
export type DecidedStream<S, C, F> = Readonly<{
  streamId: string;
  state: () => S;
  /** Of the last event; -1 without any. */
  revision: () => number;
  /** Records what a command comes to, live if not said otherwise; false where it is refused. */
  attempt: (command: C, facts: F, recording?: Recording) => boolean;
  /** As `attempt`, of a command that must not be refused. */
  execute: (command: C, facts: F, recording?: Recording) => void;
}>;

export function decidedStream<
  S,
  E extends DomainEvent,
  C extends Readonly<{ type: string }>,
  F extends AtFact,
>(record: TestRecord, decider: Decider<S, E, C, F>, streamId: string): DecidedStream<S, C, F> {
  const before = record.events.filter(
    (recorded) => recorded.stream === streamName(decider.category, streamId),
  );
  let state = before.reduce(
    (s, { event, envelope }) => decider.evolve(s, event as E, envelope.occurredAt),
    decider.initialState,
  );
  let revision = before.length - 1;
  const run = (command: C, facts: F, { mode = 'live', ...recording }: Recording): Objection | undefined => {
    const outcome = settle(decider.decide(state, command, facts), mode, facts);
    if (!outcome.accepted) return outcome.objection;
    let circumstances: Circumstances = { ...recording, at: facts.at, recordingMode: mode };
    outcome.events.forEach((event, index) => {
      const carriesFindings = index === 0 && outcome.findings.length > 0;
      const findings = carriesFindings ? { findings: outcome.findings } : {};
      const added = record.add(decider.category, streamId, event, { ...circumstances, ...findings });
      // All events of a command are recorded in the same moment.
      circumstances = { ...circumstances, recordedAt: added.recordedAt };
      revision = added.revision;
      state = decider.evolve(state, event, facts.at);
    });
    return undefined;
  };
  return {
    streamId,
    state: () => state,
    revision: () => revision,
    attempt: (command, facts, recording = {}) => run(command, facts, recording) === undefined,
    execute: (command, facts, recording = {}) => {
      const objection = run(command, facts, recording);
      if (objection) throw new Error(`${command.type}: ${JSON.stringify(objection)}`);
    },
  };
}
