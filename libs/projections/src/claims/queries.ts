import { pageOf } from '../page.ts';
import type { Condition, Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { claimView } from './claim-view.ts';
import type { ClaimStatus, ClaimView } from './views.ts';

export type ClaimFilter = Readonly<{
  subject?: string | undefined;
  predicate?: string | undefined;
  sourceId?: string | undefined;
  status?: ClaimStatus | undefined;
  /** What the record knew at this instant; by default everything. */
  knownAt?: string | undefined;
}>;

type Row = Readonly<{ claim_id: string; position: number }>;

const inOrder = (reads: Reads, knownAt: string | undefined): Listing<Row, ClaimView | undefined> => ({
  select: 'SELECT claim_id, position FROM claims',
  orderBy: ['position'],
  direction: 'ASC',
  item: ({ claim_id }) => claimView(reads, claim_id, knownAt),
});

const conditions = ({ subject, predicate, sourceId, knownAt }: ClaimFilter): readonly Condition[] => [
  ['subject = ?', subject],
  ['predicate = ?', predicate],
  ['source_id = ?', sourceId],
  ['recorded_at <= ?', knownAt],
];

/** Today's status is in the row; an earlier one has to be asked of the claim. */
const statusConditions = ({ status, knownAt }: ClaimFilter): readonly Condition[] => {
  if (status === undefined || knownAt !== undefined) return [];
  const has = { retracted: 0, reconciled: 0, disputed: 0 };
  if (status === 'standing') return Object.keys(has).map((flag) => [`${flag} = ?`, 0] as const);
  const flag = status;
  const heavier = Object.keys(has).slice(0, Object.keys(has).indexOf(flag));
  return [[`${flag} = ?`, 1], ...heavier.map((other) => [`${other} = ?`, 0] as const)];
};

/**
 * In the order of the record. With both `status` and `knownAt`, a page may hold fewer entries than its limit.
 *
 * @throws InvalidCursor
 */
export function listClaims(reads: Reads, request: ClaimFilter & PageRequest = {}): Page<ClaimView> {
  const { status, knownAt } = request;
  const all = [...conditions(request), ...statusConditions(request)];
  const { items, ...page } = pageOf(reads, inOrder(reads, knownAt), all, request);
  const shown = items.filter((one) => one !== undefined);
  return { ...page, items: status === undefined ? shown : shown.filter((one) => one.status === status) };
}

export const getClaim = (reads: Reads, claimId: string, knownAt?: string): ClaimView | undefined =>
  claimView(reads, claimId, knownAt);

/** Every claim of a subject, or of all, in the order of the record. */
export function claimsOf(reads: Reads, subject: string | undefined, knownAt: string | undefined) {
  const where = subject === undefined ? '' : 'WHERE subject = ?';
  return reads
    .all<Row>(
      `SELECT claim_id, position FROM claims ${where} ORDER BY position`,
      ...(subject === undefined ? [] : [subject]),
    )
    .flatMap(({ claim_id }) => claimView(reads, claim_id, knownAt) ?? []);
}
