import { createHash } from 'node:crypto';
import { gathering, motion, settle, tally } from '#governance';
import type { DomainEvent, Finding, Inputs, Recorded, RecordingMode } from '#governance';
import { differences } from '../compare.ts';
import type { Difference } from '../compare.ts';
import type { Streams } from '../streams.ts';
import { commandsFor } from './motion-commands.ts';
import type { Candidate } from './motion-commands.ts';
import { pinsOf } from './motion-pins.ts';
import { CannotRead, Reading } from './reading.ts';

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

/** Findings about what a command said and its events do not keep: the counts that the chair announced. */
const notKept = new Set(['COUNTS_DO_NOT_RECONCILE']);

const kept = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => !notKept.has(code));

/** As a store gives it back. */
const stored = (findings: readonly Finding[]): unknown => JSON.parse(JSON.stringify(findings));

function findingsDiffer(expected: readonly Finding[], found: readonly Finding[] | undefined) {
  const [ours, theirs] = [kept(expected), kept(found ?? [])];
  return ours.length === 0 && theirs.length === 0 ? [] : differences(stored(ours), theirs);
}

/** Where the rules refuse everything, the snapshot may still tell why: it is not the roster that is pinned. */
function snapshotDiffers(event: motion.MotionEvent, { roster }: motion.Facts): readonly Difference[] {
  if (!roster || !('eligibility' in event)) return [];
  return differences({ eligibility: tally.eligibilityOf(roster) }, { eligibility: event.eligibility });
}

function attempt(
  recorded: Recorded<motion.MotionEvent>,
  state: motion.MotionState,
  streams: Streams,
  of: Candidate,
): Again {
  const { event, envelope, streamId: motionId } = recorded;
  const { occurredAt: at, recordingMode: mode } = envelope;
  const reading = new Reading(streams, recorded, pinsOf(state, event));
  try {
    const { command, secondFromOtherConstituency = false } = of;
    const happenedAt = () => at;
    const facts = reading.gathered(
      gathering.motionFacts({
        motionId,
        state,
        command,
        mode,
        happenedAt,
        secondFromOtherConstituency,
        sha256,
      }),
    );
    const decide = (as: RecordingMode) => settle(motion.decider.decide(state, of.command, facts), as, facts);
    const outcome = decide(mode);
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
 * Decides again what the first event of a command on a motion records: from the state that its stream had, and
 * from what other streams said, at the revisions that the event pins. Undefined for an event that is never the
 * first of a command.
 */
export function decideAgain(
  recorded: Recorded<motion.MotionEvent>,
  state: motion.MotionState,
  streams: Streams,
): Again | undefined {
  let nearest: Again | undefined;
  for (const candidate of commandsFor(recorded.event, state)) {
    const again = attempt(recorded, state, streams, candidate);
    if (isSame(again)) return again;
    if (!nearest || distance(again) < distance(nearest)) nearest = again;
  }
  return nearest;
}
