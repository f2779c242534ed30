import { createHash } from 'node:crypto';
import { settle, tally } from '#governance';
import type { AtFact, body, DomainEvent, Finding, Inputs, Recorded, RecordingMode } from '#governance';
import { differences } from '../compare.ts';
import type { Difference } from '../compare.ts';
import { deciderOf } from '../streams.ts';
import type { Category } from '../streams.ts';
import type { Candidate } from './concept.ts';
import { conceptOf } from './concepts.ts';
import { CannotRead, Reading } from './reading.ts';
import type { Known } from './reading.ts';

/** What comes of deciding again what an event records. */
export type Again = Readonly<{
  /** Something that was read is hidden in part: a difference may have its reason there. */
  isPartial: boolean;
  /** Revisions of other streams that were read as pinned. */
  pinned: number;
}> &
  Readonly<
    | {
        came: 'out';
        event: readonly Difference[];
        findings: readonly Difference[];
        rest: readonly DomainEvent[];
      }
    | {
        came: 'refused';
        code: string;
        inputs: Inputs;
        /** What would have been recorded otherwise, where the rules had let it pass. */
        event: readonly Difference[];
      }
    | { came: 'unread'; problem: CannotRead }
  >;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Findings about what no event keeps: the counts that the chair announced, and whom of the persons that the ledger
 * knows by name a text names.
 */
const notKept = new Set(['COUNTS_DO_NOT_RECONCILE', 'PERSON_NAMED_IN_TEXT']);

const kept = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => !notKept.has(code));

/** As a store gives it back. */
const stored = (findings: readonly Finding[]): unknown => JSON.parse(JSON.stringify(findings));

function findingsDiffer(expected: readonly Finding[], found: readonly Finding[] | undefined) {
  const [ours, theirs] = [kept(expected), kept(found ?? [])];
  return ours.length === 0 && theirs.length === 0 ? [] : differences(stored(ours), theirs);
}

/** Where the rules refuse everything, the snapshot may still tell why: it is not the roster that is pinned. */
function snapshotDiffers(
  event: DomainEvent,
  { roster }: AtFact & Readonly<{ roster?: body.Roster | undefined }>,
): readonly Difference[] {
  if (!roster || !('eligibility' in event)) return [];
  return differences({ eligibility: tally.eligibilityOf(roster) }, { eligibility: event.eligibility });
}

/** An event to decide again on the state that its stream had. */
export type Redeciding = Readonly<{
  category: Category;
  recorded: Recorded;
  state: unknown;
  /** The event as its command told it, where that is more than its first event tells. */
  told?: DomainEvent;
}>;

const askedOf = ({ recorded, state }: Redeciding, command: unknown) => {
  const { streamId, envelope } = recorded;
  const { occurredAt, recordingMode: mode, recordedBy, sources } = envelope;
  return { streamId, state, command, mode, recordedBy, sources, sha256, happenedAt: () => occurredAt };
};

function attempt(of: Redeciding, known: Known, candidate: Candidate<unknown>): Again {
  const { category, recorded, state } = of;
  const { event, envelope } = recorded;
  const { facts: gather, pins } = conceptOf(category);
  const reading = new Reading(known, recorded, pins(recorded, state));
  try {
    const facts = reading.gathered(gather(askedOf(of, candidate.command), candidate, recorded));
    const decide = (as: RecordingMode) =>
      settle(deciderOf(category).decide(state, candidate.command, facts), as, facts);
    const outcome = decide(envelope.recordingMode);
    const { isPartial, pinned } = reading;
    if (!outcome.accepted) {
      const { code, inputs } = outcome.objection;
      const lenient = decide('historical_import');
      const otherwise = lenient.accepted
        ? differences(lenient.events[0], event)
        : snapshotDiffers(event, facts);
      return { isPartial, pinned, came: 'refused', code, inputs, event: otherwise };
    }
    const [first, ...rest] = outcome.events;
    return {
      isPartial,
      pinned,
      came: 'out',
      event: differences(first, event),
      findings: findingsDiffer(outcome.findings, envelope.findings),
      rest,
    };
  } catch (error) {
    const { isPartial, pinned } = reading;
    if (error instanceof CannotRead) return { isPartial, pinned, came: 'unread', problem: error };
    throw error;
  }
}

const isSame = (again: Again): boolean =>
  again.came === 'out' && again.event.length === 0 && again.findings.length === 0;

/** How far off it is: what comes out otherwise is nearer than what is refused. */
const distance = (again: Again): number =>
  again.came === 'out' ? again.event.length * 2 + again.findings.length : Infinity;

/**
 * Decides again what the first event of a command records: from the state that its stream had, and from what other
 * streams said, at the revisions that the event pins. Undefined for an event that is never the first of a command.
 */
export function decideAgain(of: Redeciding, known: Known): Again | undefined {
  const { recorded, told = recorded.event, state } = of;
  let nearest: Again | undefined;
  for (const candidate of conceptOf(of.category).commandsFor({ ...recorded, event: told }, state)) {
    const again = attempt(of, known, candidate);
    if (isSame(again)) return again;
    if (!nearest || distance(again) < distance(nearest)) nearest = again;
  }
  return nearest;
}
