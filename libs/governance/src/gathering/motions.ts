import { citedMotion } from '../motion/cited.ts';
import type { AuthorityMotion } from '../motion/cited.ts';
import { adoptedByCalendar, consentMotion } from '../motion/consent/calendar-facts.ts';
import type { ConsentMotion } from '../motion/consent/calendar-facts.ts';
import type { Facts } from '../motion/facts.ts';
import type { OtherMotion } from '../motion/procedure/facts.ts';
import type { StreamsRead } from '../motion/streams-read.ts';
import { load } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/**
 * Motions that are on record, each with those to which it applies, at the revision at which they were read. An
 * amendment names its motion in its first event, so the chain has an end.
 */
export function* motionsOnRecord(motionIds: Iterable<string>): Gathering<ReadonlyMap<string, OtherMotion>> {
  const motions = new Map<string, OtherMotion>();
  const wanted = [...motionIds];
  for (let motionId = wanted.pop(); motionId !== undefined; motionId = wanted.pop()) {
    if (motions.has(motionId)) continue;
    const { state, revision } = yield* load('motion', motionId);
    if (revision < 0) continue;
    motions.set(motionId, { motionId, revision, state });
    if (state.appliesTo !== undefined) wanted.push(state.appliesTo);
  }
  return motions;
}

/** What a consent calendar and its motions read of each other's streams. */
export function* consentFacts(
  motionId: string,
  { calendarMotionId, consentMotions }: StreamsRead,
  items: ReadonlyMap<string, string> | undefined,
): Gathering<Pick<Facts, 'consentMotions' | 'calendar'>> {
  if (calendarMotionId !== undefined) {
    const { state, revision } = yield* load('motion', calendarMotionId);
    return { calendar: adoptedByCalendar(state, revision, motionId) };
  }
  if (!consentMotions) return {};
  const motions = new Map<string, ConsentMotion>();
  for (const id of items?.values() ?? []) {
    const { state, revision } = yield* load('motion', id);
    const one = consentMotion(state, revision);
    if (one) motions.set(id, one);
  }
  return { consentMotions: motions };
}

/** The motion that gives authority for what is done to another, or to itself. */
export function* authority(
  motionId: string | undefined,
  ofMotionId: string,
): Gathering<AuthorityMotion | undefined> {
  if (motionId === undefined) return undefined;
  const { state, revision } = yield* load('motion', motionId);
  const found = citedMotion(state, { motionId, revision });
  return found && motionId === ofMotionId ? { ...found, isItself: true } : found;
}

export function* cured(motionId: string | undefined): Gathering<Facts['cured']> {
  if (motionId === undefined) return undefined;
  const { state } = yield* load('motion', motionId);
  return state.status === 'none' ? undefined : state;
}
