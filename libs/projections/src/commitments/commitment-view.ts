import { eventData } from '#governance';
import type { commitment, When } from '#governance';
import { commitment as domain } from '#governance';
import type { Entry } from '../entries.ts';
import type { Reads } from '../runtime/index.ts';
import { progressOf } from './progress.ts';
import type { Reported } from './progress.ts';
import type {
  CommitmentRemark,
  CommitmentStanding,
  CommitmentStep,
  CommitmentView,
  ProgressView,
} from './views.ts';

export type CommitmentEntry = Entry<commitment.CommitmentEvent>;
type Made = Entry<commitment.CommitmentMade>;

const isMade = (entry: CommitmentEntry): entry is Made & CommitmentEntry =>
  entry.event.type === 'CommitmentMade';
const isReport = (entry: CommitmentEntry): entry is Reported & CommitmentEntry =>
  entry.event.type === 'CommitmentProgressReported';

const stepOf = ({ event, findings, provenance }: CommitmentEntry): CommitmentStep => ({
  type: event.type,
  details: eventData(event),
  findings,
  provenance,
});

/** Overdue is what was due for certain and is not settled. */
function standingOf({ status, terms }: commitment.CommitmentState, asOf: When): CommitmentStanding {
  if (status !== 'open' && status !== 'none') return status;
  return terms.due && terms.due.when.latest < asOf.latest ? 'overdue' : 'open';
}

/** Where the motion that binds stands, where it is not adopted any more. */
function authorityStatus(reads: Reads, ref: commitment.AuthorityRef | undefined) {
  if (ref?.kind !== 'motion') return {};
  const row = reads.get<{ status: string }>('SELECT status FROM motions WHERE motion_id = ?', ref.motionId);
  return row && row.status !== 'adopted' ? { authorityStatus: row.status } : {};
}

/** Somebody found it met, which stands; that the record counts fewer is said beside it. */
function remarksOf(
  standing: CommitmentStanding,
  { value }: commitment.Terms,
  { derived }: ProgressView,
): readonly CommitmentRemark[] {
  const target = value?.number;
  if (standing !== 'met' || derived?.reached !== 'no' || target === undefined) return [];
  const { known } = derived.total;
  return [{ code: 'DERIVED_PROGRESS_FALLS_SHORT', target, derived: known, missing: target - known }];
}

/** What entries that had happened by a time come to; undefined before the commitment was made. */
export function commitmentView(
  reads: Reads,
  commitmentId: string,
  entries: readonly CommitmentEntry[],
  times: Readonly<{ asOf: When; knownAt: string | undefined }>,
): CommitmentView | undefined {
  const { asOf } = times;
  const happened = entries.filter(({ provenance }) => provenance.occurredAt.earliest <= asOf.latest);
  const made = happened.find(isMade);
  if (!made) return undefined;
  const { decider } = domain;
  const { type: _type, ...said } = made.event;
  const state = happened.reduce(
    (s, { event, provenance }) => decider.evolve(s, event, provenance.occurredAt),
    decider.initialState,
  );
  const standing = standingOf(state, asOf);
  const progress = progressOf(reads, state.terms, happened.filter(isReport), times);
  return {
    commitmentId,
    ...said,
    ...state.terms,
    revision: entries.at(-1)?.provenance.revision ?? 0,
    asOf,
    standing,
    progress,
    remarks: remarksOf(standing, state.terms, progress),
    ...authorityStatus(reads, made.event.authorityRef),
    because: happened.filter((entry) => !isReport(entry)).map(stepOf),
    provenance: made.provenance,
  };
}
