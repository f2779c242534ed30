import { stateAfter } from '../../testing/index.ts';
import type { MotionDrafted, MotionEvent } from '../events.ts';
import { decider } from '../index.ts';
import type { Amendment, Facts, MotionClass, OtherMotion } from '../index.ts';
import { attendance, drafted, facts, moved, opened, seconded } from './committee.ts';

/** Another motion as its stream tells it. */
export const otherMotion = (motionId: string, history: readonly MotionEvent[]): OtherMotion => ({
  motionId,
  revision: history.length - 1,
  state: stateAfter(decider, history),
});

type Draft = Partial<Omit<MotionDrafted, 'type'>>;

/** The draft of a motion of some class that applies to `motion-1`. */
export const draftOf = (classification: MotionClass, more: Draft = {}): MotionEvent => ({
  ...(drafted as MotionDrafted),
  classification,
  appliesTo: 'motion-1',
  appliesToRevision: 4,
  ...more,
});

export const movedOf = (classification: MotionClass, more: Draft = {}): readonly MotionEvent[] => [
  draftOf(classification, more),
  moved,
];
export const pendingOf = (classification: MotionClass, more: Draft = {}): readonly MotionEvent[] => [
  ...movedOf(classification, more),
  seconded,
];
export const adoptedOf = (classification: MotionClass, more: Draft = {}): readonly MotionEvent[] => [
  ...pendingOf(classification, more),
  opened,
  { type: 'MotionAdopted', voteEventId: 'vote-1' },
];
export const rejectedOf = (classification: MotionClass, more: Draft = {}): readonly MotionEvent[] => [
  ...pendingOf(classification, more),
  opened,
  { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TEST_FAILED' },
];

/** Facts with other motions on record. */
export const withOthers = (others: readonly OtherMotion[], changes: Partial<Facts> = {}): Facts =>
  facts({ motions: new Map(others.map((one) => [one.motionId, one])), ...changes });

/** Facts in which the body adopted `motion-2`, of some class, on `motion-1`. */
export const withAdopted = (
  classification: MotionClass,
  more: Draft = {},
  changes: Partial<Facts> = {},
): Facts => withOthers([otherMotion('motion-2', adoptedOf(classification, more))], changes);

/** A motion whose text is that of `drafted`, and an amendment that fits it. */
export const strikeTwo: Amendment = { operation: 'strike_and_insert', strike: 'two', insert: 'three' };

/** The meeting with rulings of the chair. */
export const withRuling = (status: 'ruled' | 'appealed' | 'sustained' | 'overturned'): Facts =>
  facts({ attendance: attendance({ rulings: new Map([['ruling-1', status]]) }) });
