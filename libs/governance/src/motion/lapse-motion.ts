import { broken } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { MotionLapsed } from './events.ts';
import { inStatus } from './guards.ts';
import type { ZoneFact } from './procedure/facts.ts';
import { endOfSessionInterval, isKnown } from './procedure/session-interval.ts';
import type { MotionState } from './state.ts';

/**
 * Nobody seconds: the motion is not before the body. RONR (12th ed.) 4:9–14. Or it lay on the table until it
 * died: the record proposes that, and the secretary confirms it (RR-10).
 */
export type LapseMotion = Readonly<{ type: 'LapseMotion' }>;

export function* lapseMotion(
  state: MotionState,
  command: LapseMotion,
  { at, timeZone }: AtFact & ZoneFact,
): Decision<MotionLapsed> {
  yield* inStatus(state, command, 'moved', 'tabled');
  const { status, since } = state;
  if (status === 'moved') return [{ type: 'MotionLapsed', reason: 'no_second' }];
  const until = since && isKnown(since) ? endOfSessionInterval(since, timeZone) : undefined;
  if (until !== undefined && at.latest <= until)
    yield broken('RR-10', 'STILL_ON_THE_TABLE', { until, at: at.literal });
  return [{ type: 'MotionLapsed', reason: 'not_taken_from_table' }];
}
