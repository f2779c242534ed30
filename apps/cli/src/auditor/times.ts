import { timeOf } from '#verifier';
import type { When } from '#governance';
import { acceptedTimes } from '#governance';
import { Failure } from '../failure.ts';

/** A time as an auditor gives it; undefined where none is given. @throws Failure */
export function timeGiven(option: string, literal: string | undefined): When | undefined {
  if (literal === undefined) return undefined;
  const when = timeOf(literal);
  if (!when) throw new Failure(`${option} ${literal} is no time: ${acceptedTimes}`);
  return when;
}

/** The last instant of a time: what was known by the end of a day. @throws Failure */
export const instantGiven = (option: string, literal: string | undefined): string | undefined =>
  timeGiven(option, literal)?.latest;
