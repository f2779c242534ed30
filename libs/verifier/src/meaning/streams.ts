import {
  application,
  body,
  challenge,
  claim,
  cohort,
  commitment,
  consequence,
  instrument,
  meeting,
  motion,
  organization,
  person,
  school,
  source,
} from '#governance';
import type { AtFact, Decision, DomainEvent, Recorded, When } from '#governance';
import type { Memory } from '../state/memory.ts';
import type { CheckId } from '../report/checks.ts';
import type { Place } from '../report/report.ts';

type Deciding = Readonly<{
  initialState: unknown;
  evolve: (state: unknown, event: DomainEvent, at: When) => unknown;
  decide: (state: unknown, command: unknown, facts: AtFact) => Decision<DomainEvent>;
}>;

/** Categories that are ever public, as libs/governance knows them. */
const concepts = {
  organization,
  body,
  meeting,
  motion,
  source,
  claim,
  commitment,
  challenge,
  consequence,
  instrument,
  cohort,
  application,
  school,
  person,
};

export type Category = keyof typeof concepts;

export const isCategory = (category: string): category is Category => Object.hasOwn(concepts, category);

export const deciderOf = (category: Category): Deciding => concepts[category].decider as unknown as Deciding;

const typesOf = new Map(
  Object.entries(concepts).map(([name, { eventTypes }]) => [name, new Set<string>(eventTypes)]),
);

/** Whether events of this type stand in streams of this category. */
export const isKnownType = (category: Category, type: string): boolean =>
  typesOf.get(category)?.has(type) ?? false;

/** The state of a stream after one of its events. */
export type Version = Readonly<{
  revision: number;
  /** In the ledger. */
  position: number;
  state: unknown;
}>;

/** A state that a stream had, and when it was recorded that it has it no more. */
export type Past = Version & Readonly<{ until: string }>;

/** The rest of what a command must have recorded. */
export type Awaited = Readonly<{
  commandId: string;
  /** Whether a difference can be told apart from something that is hidden. */
  isCertain: boolean;
  events: readonly DomainEvent[];
  /** To which it belongs that they come. */
  check: CheckId;
}>;

/** A version of an instrument whose operations may still come, one event after another: then it is decided again. */
export type Proposal = Readonly<{
  recorded: Recorded<instrument.InstrumentVersionProposed>;
  place: Place;
  /** Of the instrument before it. */
  state: instrument.InstrumentState;
  isWhole: boolean;
  more: readonly Readonly<{ event: instrument.InstrumentVersionContinued; place: Place }>[];
}>;

/** What is kept of a stream. */
export type StreamMemory = Readonly<{
  current: Version;
  /** The command of the last event, and how many of its events have come. */
  commandId: string;
  count: number;
  /** Some of its events are hidden, or could not be read: what follows from it may be otherwise. */
  isPartial: boolean;
  awaited?: Awaited | undefined;
  proposal?: Proposal | undefined;
  past: readonly Past[];
  /** States that were current until then are not held any more, young as they may be. */
  lostUntil?: string | undefined;
}>;

export type Streams = Memory<StreamMemory>;

/**
 * A decision rests on what was on record when it was taken. Between its reading and its appending others may
 * append, but not for longer than this. Milliseconds.
 */
export const staleAfter = 60_000;

/** States that are kept of a stream: of bodies and instruments many, for every decision rests on them. */
const longestPast: Readonly<Partial<Record<string, number>>> = {
  body: 256,
  instrument: 256,
  meeting: 32,
  cohort: 32,
  motion: 4,
};
const shortestPast = 2;

const horizonOf = (now: string): string => new Date(Date.parse(now) - staleAfter).toISOString();

type Remembered = Pick<StreamMemory, 'past' | 'lostUntil'>;

/** The youngest states, at most so many. */
const shortened = ({ past, lostUntil }: Remembered, longest: number): Remembered =>
  past.length > longest
    ? { past: past.slice(-longest), lostUntil: past.at(-longest - 1)?.until }
    : { past, lostUntil };

/** The states of a stream that a decision recorded from now on may rest on. */
export function withPast(
  { past, current, lostUntil }: StreamMemory,
  category: string,
  now: string,
): Remembered {
  const oldest = past[0];
  const isStale = oldest !== undefined && Date.parse(now) - Date.parse(oldest.until) > staleAfter;
  const kept = isStale ? past.filter(({ until }) => until >= horizonOf(now)) : past;
  const all = [...kept, { ...current, until: now }];
  return shortened({ past: all, lostUntil }, longestPast[category] ?? shortestPast);
}

/** As a stream is put away: whoever comes late to it is told so. */
export const putAway = (stream: StreamMemory): StreamMemory => ({
  ...stream,
  ...shortened(stream, shortestPast),
});

/** What is found of a stream at a revision: a state that may be relied on, or why there is none. */
export type Found =
  | Readonly<{ state: unknown; revision: number; isPartial: boolean; problem?: undefined }>
  | Readonly<{ problem: 'unknown' | 'stale' | 'later' | 'forgotten' }>;

/** A stream at a revision that an event recorded now pins. */
export function stateAt(stream: StreamMemory | undefined, revision: number, now: string): Found {
  if (!stream) return { problem: 'unknown' };
  const { current, past, isPartial, lostUntil } = stream;
  if (revision === current.revision) return { state: current.state, revision, isPartial };
  if (revision > current.revision) return { problem: 'later' };
  const found = past.find((one) => one.revision === revision);
  const horizon = horizonOf(now);
  if (found && found.until >= horizon) return { state: found.state, revision, isPartial };
  const mayBeYoung = !found && ((lostUntil !== undefined && lostUntil >= horizon) || isPartial);
  return { problem: mayBeYoung ? 'forgotten' : 'stale' };
}

/** Events by which a motion comes before the meeting that they name. */
const beforeMeeting: ReadonlySet<string> = new Set([
  ...['MotionMoved', 'MotionTakenFromTable', 'MotionResumed', 'VoteOpened', 'ConsensusCalled'],
  ...['MotionRuledOutOfOrder', 'MotionReconsidered', 'UnanimousConsentDeclared', 'UnanimousConsentObjected'],
  ...['ConsentCalendarCompiled', 'ConsentCalendarApplied', 'ElectionCalled', 'ElectionRoundOpened'],
]);

/** No stream's name has a colon before its hyphen. */
const floorName = (meetingId: string): string => `floor:${meetingId}`;

/** Motions that came before a meeting, in the order in which they did. */
export const floorOf = (streams: Streams, meetingId: string): readonly string[] =>
  (streams.stream(floorName(meetingId))?.current.state ?? []) as readonly string[];

/** Notes that a motion came before a meeting, where an event says so. */
export function noteFloor(streams: Streams, motionId: string, event: DomainEvent): void {
  if (!beforeMeeting.has(event.type) || !('meetingId' in event) || event.meetingId === undefined) return;
  const motions = floorOf(streams, event.meetingId);
  if (motions.includes(motionId)) return;
  const current = { revision: 0, position: 0, state: [...motions, motionId] };
  streams.put(floorName(event.meetingId), { current, commandId: '', count: 0, isPartial: false, past: [] });
}
