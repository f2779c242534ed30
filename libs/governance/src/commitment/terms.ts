import { addDuration, certainlyBefore, irregular, parseDuration, refuse } from '../kernel/index.ts';
import type { AtFact, Check, When } from '../kernel/index.ts';
import type { CommitmentKind, Due, Measure, Period, Terms, Value } from './events.ts';
import { adoptedAt as motionAdoptedAt } from '../motion/cited.ts';
import type { MotionFact, ZoneFact } from './facts.ts';

/** What is counted, as a command says it. */
export type NamedMeasure = Readonly<{
  counts: Measure['counts'];
  programId?: string;
  cohortIds?: readonly string[];
  unit?: string;
  per?: Period;
  of?: string;
}>;

/** The terms as a command says them: due at a time, or within a duration from adoption. */
export type NamedTerms = Readonly<{
  measure?: NamedMeasure;
  value?: Value;
  due?: When;
  dueWithin?: string;
  until?: When;
  inPerpetuity?: boolean;
}>;

/** Commitments are adopted with the motion that makes them, otherwise when they are made. */
export const adoptedAt = ({ motion, at }: MotionFact & AtFact): When =>
  (motion && motionAdoptedAt(motion)) ?? at;

function* computed(duration: string, from: When, timeZone: string): Check<Due> {
  const parsed = parseDuration(duration);
  const when = parsed && addDuration(from, duration, parsed, timeZone);
  if (!when) return yield* refuse('DURATION_INVALID', { duration });
  return { when, how: { kind: 'computed', duration, from, timeZone, counting: 'calendar_days' } };
}

/** When it is due; what is due before it was adopted was never owed. */
function* dueOf({ due, dueWithin }: NamedTerms, from: When, { timeZone }: ZoneFact): Check<Due | undefined> {
  if (due && dueWithin !== undefined)
    return yield* refuse('DUE_STATED_TWICE', { due: due.literal, dueWithin });
  if (dueWithin !== undefined) return yield* computed(dueWithin, from, timeZone);
  if (!due) return undefined;
  if (certainlyBefore(due, from))
    yield irregular('DUE_BEFORE_ADOPTION', { due: due.literal, adoptedAt: from.literal });
  return { when: due, how: { kind: 'stated' } };
}

/** A number or money, and money in a currency. */
function* checkedValue(value: Value | undefined, kind: CommitmentKind | undefined): Check<Value | undefined> {
  if (!value) return undefined;
  const { number, minorUnits, currency } = value;
  const isMoney = kind === 'funding' || minorUnits !== undefined;
  if (isMoney && currency === undefined) return yield* refuse('CURRENCY_REQUIRED', { number, minorUnits });
  const isWhole =
    currency === undefined ? number !== undefined : minorUnits !== undefined && number === undefined;
  if (!isWhole) return yield* refuse('VALUE_INCOMPLETE', { number, minorUnits, currency });
  return value;
}

function* checkedMeasure(named: NamedMeasure | undefined): Check<Measure | undefined> {
  if (!named) return undefined;
  const { counts, programId, cohortIds, unit, per, of } = named;
  switch (counts) {
    case 'designated_schools':
      if (programId !== undefined) return { counts, programId, ...(cohortIds && { cohortIds }) };
      break;
    case 'reported_quantity':
      if (unit !== undefined && per !== undefined && per !== 'once') return { counts, unit, per };
      break;
    case 'reported_share':
      if (of !== undefined) return { counts, of };
  }
  return yield* refuse('MEASURE_INCOMPLETE', { ...named });
}

/** The terms that a command says, checked; due from `from` on. */
export function* checkedTerms(
  named: NamedTerms,
  kind: CommitmentKind | undefined,
  from: When,
  facts: ZoneFact,
): Check<Terms> {
  const { until, inPerpetuity } = named;
  const value = yield* checkedValue(named.value, kind);
  const measure = yield* checkedMeasure(named.measure);
  const due = yield* dueOf(named, from, facts);
  if (until && inPerpetuity) return yield* refuse('PERPETUITY_ENDS', { until: until.literal });
  if (until && certainlyBefore(until, from))
    return yield* refuse('TERM_INVERTED', { from: from.literal, until: until.literal });
  return {
    ...(measure && { measure }),
    ...(value && { value }),
    ...(due && { due }),
    ...(until && { until }),
    ...(inPerpetuity !== undefined && { inPerpetuity }),
  };
}
