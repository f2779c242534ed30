import { isTimeZone, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { BodyEstablished } from './events.ts';
import type { BodyIdFact, RelatedBodyFact } from './facts.ts';
import type { BodyState } from './state.ts';

/**
 * A body comes into being. Its parent, if it is a subcommittee, exists already, and no body is an ancestor
 * of itself. All its dates are read in its time zone, an IANA name.
 */
export type EstablishBody = Readonly<{ type: 'EstablishBody' }> & Omit<BodyEstablished, 'type'>;

export function* establishBody(
  state: BodyState,
  command: EstablishBody,
  { bodyId, relatedBody: parent }: BodyIdFact & RelatedBodyFact,
): Decision<BodyEstablished> {
  const { timeZone, parentBodyId } = command;
  if (state.existence) return yield* refuse('BODY_EXISTS', { name: state.name });
  if (!isTimeZone(timeZone)) return yield* refuse('TIME_ZONE_UNKNOWN', { timeZone });
  if (parentBodyId === bodyId || parent?.ancestorIds.includes(bodyId))
    return yield* refuse('PARENT_CYCLE', { parentBodyId });
  if (parentBodyId !== undefined && !parent) return yield* refuse('PARENT_UNKNOWN', { parentBodyId });
  return [{ ...command, type: 'BodyEstablished' }];
}
