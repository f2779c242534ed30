import { streamName } from '#governance';
import { getBody, getOrganization } from '#projections';
import type { DecisionDocument, Reads } from '#projections';
import type { Countersigning, PartyCosignature } from '#transparency-log';
import type { Vouching } from '../http/resource.ts';
import { lastAppendedWith } from './published.ts';

/** Whether the parties have countersigned a decision as it stands. */
export type CountersignedDecision = Omit<Countersigning, 'parties'> &
  Readonly<{ parties: readonly (PartyCosignature & Readonly<{ name?: string }>)[] }>;

/** What makes the decision what it is now: its closing, and whatever corrected or voided it. */
const makingOf = ({ closedEventId, corrections, reportCorrections, voidedAs }: DecisionDocument) => [
  closedEventId,
  ...[...(corrections ?? []), ...(reportCorrections ?? []), ...(voidedAs ? [voidedAs] : [])].map(
    ({ eventId }) => eventId,
  ),
];

/** undefined where no party to the body has a witness. */
export function countersignedDecision(
  reads: Reads,
  decision: DecisionDocument,
  { countersigningOf }: Pick<Vouching, 'countersigningOf'>,
): CountersignedDecision | undefined {
  const { motionId, bodyId } = decision;
  const witnesses = bodyId === undefined ? [] : (getBody(reads, bodyId)?.witnesses ?? []);
  const index = lastAppendedWith(reads, streamName('motion', motionId), makingOf(decision));
  const found = index === undefined ? undefined : countersigningOf(index, witnesses);
  if (!found) return undefined;
  const parties = found.parties.map((party) => {
    const name = getOrganization(reads, party.organizationId)?.name;
    return { ...party, ...(name !== undefined && { name }) };
  });
  return { ...found, parties };
}
