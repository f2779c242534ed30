import type { claim, Recorded } from '#governance';
import type { RowTable } from '../batched.ts';
import type { ClaimStatus } from './views.ts';

/** What lists of claims are filtered by. */
export type ClaimRow = Readonly<{
  claim_id: string;
  position: number;
  recorded_at: string;
  subject: string;
  predicate: string;
  source_id: string;
  disputed: number;
  reconciled: number;
  retracted: number;
}>;

export const claimRows: RowTable<ClaimRow> = {
  table: 'claims',
  columns: [
    'claim_id',
    'position',
    'recorded_at',
    'subject',
    'predicate',
    'source_id',
    'disputed',
    'reconciled',
    'retracted',
  ],
};

export const recordedRow = ({
  streamId,
  position,
  recordedAt,
  event,
}: Recorded<claim.ClaimRecorded>): ClaimRow => ({
  claim_id: streamId,
  position,
  recorded_at: recordedAt,
  subject: event.subject,
  predicate: event.predicate,
  source_id: event.sourceId,
  disputed: 0,
  reconciled: 0,
  retracted: 0,
});

/** A retraction outweighs a reconciliation, and that a dispute. */
export function statusOf(
  has: Readonly<Record<'disputed' | 'reconciled' | 'retracted', boolean>>,
): ClaimStatus {
  if (has.retracted) return 'retracted';
  if (has.reconciled) return 'reconciled';
  return has.disputed ? 'disputed' : 'standing';
}
