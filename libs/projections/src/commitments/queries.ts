import { commitment as domain } from '#governance';
import type { commitment, When } from '#governance';
import { entriesOf } from '../entries.ts';
import { knownBy } from '../statements.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { commitmentView } from './commitment-view.ts';
import type { CommitmentEntry } from './commitment-view.ts';
import { commitmentEntries } from './model.ts';
import type { CommitmentStanding, CommitmentView } from './views.ts';

/** `asOf`: what was true then; `knownAt`: what the record knew then, by default everything. */
export type CommitmentTimes = Readonly<{ asOf: When; knownAt?: string | undefined }>;

export type CommitmentFilter = CommitmentTimes &
  Readonly<{
    bodyId?: string | undefined;
    kind?: commitment.CommitmentKind | undefined;
    standing?: CommitmentStanding | undefined;
  }>;

type Row = Readonly<{ position: number; commitment_id: string }>;

const entriesKnown = (
  reads: Reads,
  commitmentId: string,
  knownAt: string | undefined,
): readonly CommitmentEntry[] =>
  knownBy(entriesOf<commitment.CommitmentEvent>(reads, commitmentEntries, commitmentId), knownAt);

export function getCommitment(
  reads: Reads,
  commitmentId: string,
  { asOf, knownAt }: CommitmentTimes,
): CommitmentView | undefined {
  return commitmentView(reads, commitmentId, entriesKnown(reads, commitmentId, knownAt), { asOf, knownAt });
}

const inOrder = (reads: Reads, times: CommitmentTimes): Listing<Row, CommitmentView | undefined> => ({
  select: 'SELECT position, commitment_id FROM commitments',
  orderBy: ['position'],
  direction: 'DESC',
  item: ({ commitment_id }) => getCommitment(reads, commitment_id, times),
});

/**
 * Latest recorded first. How a commitment stands depends on the time that is asked for, so a page of one
 * `standing` may hold fewer entries than its limit.
 *
 * @throws InvalidCursor
 */
export function listCommitments(reads: Reads, request: CommitmentFilter & PageRequest): Page<CommitmentView> {
  const { bodyId, kind, standing, asOf, knownAt } = request;
  const { items, ...page } = pageOf(
    reads,
    inOrder(reads, { asOf, knownAt }),
    [
      ['body_id = ?', bodyId],
      ['kind = ?', kind],
      ['recorded_at <= ?', knownAt],
    ],
    request,
  );
  const made = items.filter((one) => one !== undefined);
  return { ...page, items: standing === undefined ? made : made.filter((one) => one.standing === standing) };
}

/** A number of schools that somebody committed to. */
export type MeasuredTarget = Readonly<{
  commitmentId: string;
  programId: string;
  cohortIds?: readonly string[] | undefined;
  figure: number;
}>;

function targetOf(
  reads: Reads,
  commitmentId: string,
  knownAt: string | undefined,
): readonly MeasuredTarget[] {
  const { decider } = domain;
  const { status, terms } = entriesKnown(reads, commitmentId, knownAt).reduce(
    (s, { event, provenance }) => decider.evolve(s, event, provenance.occurredAt),
    decider.initialState,
  );
  const { measure, value } = terms;
  if (status === 'none' || status === 'released' || measure?.counts !== 'designated_schools') return [];
  const { programId, cohortIds } = measure;
  return value?.number === undefined ? [] : [{ commitmentId, programId, cohortIds, figure: value.number }];
}

/** Every target that is counted in schools and not released, in the order of the record. */
export const measuredTargets = (reads: Reads, knownAt: string | undefined): readonly MeasuredTarget[] =>
  reads
    .all<Row>('SELECT position, commitment_id FROM commitments ORDER BY position')
    .flatMap(({ commitment_id }) => targetOf(reads, commitment_id, knownAt));

/** The body in whose register a commitment stands. */
export const bodyOfCommitment = (reads: Reads, commitmentId: string): string | undefined =>
  reads.get<{ id: string | null }>(
    'SELECT body_id AS id FROM commitments WHERE commitment_id = ?',
    commitmentId,
  )?.id ?? undefined;
