import type { cohort } from '#governance';
import { entriesOf } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { standingOf, stands } from '../motion-standing.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { knownBy, stated, statedBy } from '../statements.ts';
import { cohortEntries, cohortStandings, statusAfter } from './model.ts';
import type {
  CallView,
  CohortSizeView,
  CohortStatus,
  CohortSummary,
  CohortView,
  SelectionView,
} from './views.ts';

export type CohortFilter = Readonly<{
  bodyId?: string | undefined;
  programId?: string | undefined;
  status?: CohortStatus | undefined;
}>;

type Row = Readonly<{
  cohort_id: string;
  position: number;
  body_id: string | null;
  program_id: string | null;
  label: string | null;
  status: CohortStatus;
}>;

const inOrder: Listing<Row, CohortSummary> = {
  select: 'SELECT * FROM cohorts',
  orderBy: ['position'],
  direction: 'ASC',
  item: (row) => ({
    cohortId: row.cohort_id,
    ...(row.body_id !== null && { bodyId: row.body_id }),
    ...(row.program_id !== null && { programId: row.program_id }),
    ...(row.label !== null && { label: row.label }),
    status: row.status,
  }),
};

/** In the order of the record. @throws InvalidCursor */
export const listCohorts = (reads: Reads, request: CohortFilter & PageRequest = {}): Page<CohortSummary> =>
  pageOf(
    reads,
    inOrder,
    [
      ['body_id = ?', request.bodyId],
      ['program_id = ?', request.programId],
      ['status = ?', request.status],
    ],
    request,
  );

type Entries = readonly Entry<cohort.CohortEvent>[];

/** Extensions and the closing belong to the call that is open; without one on record they are not shown. */
function withEntry(calls: readonly CallView[], { event, ...entry }: Entries[number]): readonly CallView[] {
  const last = calls.at(-1);
  const change = (changed: Partial<CallView>) =>
    last ? [...calls.slice(0, -1), { ...last, ...changed }] : calls;
  if (event.type === 'ApplicationCallOpened')
    return [...calls, { ...stated({ ...entry, event }), extensions: [] }];
  if (event.type === 'ApplicationCallExtended')
    return change({ extensions: [...(last?.extensions ?? []), stated({ ...entry, event })] });
  return event.type === 'ApplicationCallClosed' ? change({ closed: entry.provenance }) : calls;
}

function selectionsOf(reads: Reads, entries: Entries, knownAt: string | undefined): readonly SelectionView[] {
  return statedBy(entries, 'CohortSelectionApproved').map((selection) => {
    const { motionId } = selection;
    const standing =
      motionId === undefined ? undefined : standingOf(reads, cohortStandings, motionId, knownAt);
    return { ...selection, ...(standing && { motionStanding: standing }), flagged: !stands(standing) };
  });
}

function sizeOf(entries: Entries): CohortSizeView {
  const closed = statedBy(entries, 'CohortClosed').at(-1);
  const defined = statedBy(entries, 'CohortDefined').at(-1);
  const planned = statedBy(entries, 'CohortSizeRevised').at(-1)?.to ?? defined?.plannedSize;
  const selected = statedBy(entries, 'CohortSelectionApproved').flatMap(({ schools }) => schools).length;
  if (closed?.size !== undefined) return { basis: 'stated', schools: closed.size, atLeast: closed.size };
  if (closed && selected > 0) return { basis: 'selected', schools: selected, atLeast: selected };
  return typeof planned === 'number'
    ? { basis: 'planned', schools: planned, atLeast: selected }
    : { basis: 'unknown', atLeast: selected };
}

function definitionOf(entries: Entries) {
  const definition = statedBy(entries, 'CohortDefined').at(-1);
  if (!definition) return {};
  const { bodyId, programId, label } = definition;
  return { bodyId, programId, label, definition };
}

/**
 * A cohort with its calls and selections, as the record knew it.
 *
 * @param knownAt an instant, ISO 8601 UTC with milliseconds; by default everything
 */
export function getCohort(reads: Reads, cohortId: string, knownAt?: string): CohortView | undefined {
  const entries = knownBy(entriesOf<cohort.CohortEvent>(reads, cohortEntries, cohortId), knownAt);
  const last = entries.at(-1);
  if (!last) return undefined;
  const closed = statedBy(entries, 'CohortClosed').at(-1);
  return {
    cohortId,
    ...definitionOf(entries),
    status: entries.reduce<CohortStatus>((at, { event }) => statusAfter(event.type) ?? at, 'defined'),
    revision: last.provenance.revision,
    ...(knownAt !== undefined && { knownAt }),
    size: sizeOf(entries),
    sizeRevisions: statedBy(entries, 'CohortSizeRevised'),
    calls: entries.reduce(withEntry, [] as readonly CallView[]),
    selections: selectionsOf(reads, entries, knownAt),
    ...(closed && { closed }),
  };
}
