import { eventData } from '#governance';
import type { claim } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { knownBy } from '../statements.ts';
import type { Reads } from '../runtime/index.ts';
import { claimEntries } from './model.ts';
import { statusOf } from './row.ts';
import type { ClaimView, DisputeView, ReconciliationView, RetractionView } from './views.ts';

type ClaimEntry = Entry<claim.ClaimEvent>;
type OfType<T extends claim.ClaimEvent['type']> = Entry<Extract<claim.ClaimEvent, { type: T }>>;

const entriesOfClaim = (reads: Reads, claimId: string, knownAt: string | undefined) =>
  knownBy(entriesOf<claim.ClaimEvent>(reads, claimEntries, claimId), knownAt);

const ofType = <T extends claim.ClaimEvent['type']>(entries: readonly ClaimEntry[], type: T) =>
  entries.filter((entry): entry is ClaimEntry & OfType<T> => entry.event.type === type);

/** What an event says, with where it comes from. */
const told = <V>({ event, provenance }: ClaimEntry): V => ({ ...eventData(event), provenance }) as V;

const reconciliation = (ofClaimId: string, entry: OfType<'ClaimReconciled'>): ReconciliationView => ({
  ofClaimId,
  ...told<Omit<ReconciliationView, 'ofClaimId'>>(entry),
});

/** Reconciliations that were recorded on other claims and name this one. */
function fromOthers(
  reads: Reads,
  claimId: string,
  knownAt: string | undefined,
): readonly ReconciliationView[] {
  const sql = 'SELECT by_claim_id AS id FROM claim_mentions WHERE claim_id = ? AND by_claim_id <> claim_id';
  return reads.all<{ id: string }>(sql, claimId).flatMap(({ id }) =>
    ofType(entriesOfClaim(reads, id, knownAt), 'ClaimReconciled')
      .filter(({ event }) => event.withClaimIds.includes(claimId))
      .map((entry) => reconciliation(id, entry)),
  );
}

/** A claim as the record knew it at a time; undefined where it did not. */
export function claimView(reads: Reads, claimId: string, knownAt: string | undefined): ClaimView | undefined {
  const entries = entriesOfClaim(reads, claimId, knownAt);
  const [recorded] = ofType(entries, 'ClaimRecorded');
  if (!recorded) return undefined;
  const own = ofType(entries, 'ClaimReconciled').map((entry) => reconciliation(claimId, entry));
  const reconciliations = [...own, ...fromOthers(reads, claimId, knownAt)];
  const disputes = ofType(entries, 'ClaimDisputed').map((entry) => told<DisputeView>(entry));
  const [retraction] = ofType(entries, 'ClaimRetracted').map((entry) => told<RetractionView>(entry));
  const status = statusOf({
    disputed: disputes.length > 0,
    reconciled: reconciliations.length > 0,
    retracted: retraction !== undefined,
  });
  const revision = entries.at(-1)?.provenance.revision ?? 0;
  const said = told<Omit<claim.ClaimRecorded, 'type'> & Pick<ClaimView, 'provenance'>>(recorded);
  return { claimId, ...said, revision, status, disputes, reconciliations, ...(retraction && { retraction }) };
}
