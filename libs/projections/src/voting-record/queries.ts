import { endOfTime, holdsAt } from '#governance';
import type { Certainty, Term, When } from '#governance';
import { factsKnownAt } from '../body-composition/facts.ts';
import type { Known } from '../body-composition/known.ts';
import type { DecisionDocument } from '../decisions/views.ts';
import { parsed } from '../json.ts';
import { getPerson } from '../persons/queries.ts';
import type { Reads } from '../runtime/index.ts';
import { votingRecord } from './record.ts';
import type { MemberVotingRecordView, PersonVotingRecordView, VotingRecord } from './views.ts';

export type VotingRecordFilter = Readonly<{
  /** Decided, or possibly decided, at or after this time. */
  from?: When | undefined;
  /** At or before it; a day counts to its end. */
  to?: When | undefined;
  /** What the record knew then: an instant, ISO 8601 UTC with milliseconds; by default everything. */
  knownAt?: string | undefined;
  illustration?: boolean | undefined;
}>;

/** Latest first. A body decides some hundreds of motions in ten years: they are read whole. */
function decisionsOfBody(
  reads: Reads,
  bodyId: string,
  { from, to, knownAt, illustration }: VotingRecordFilter,
): readonly DecisionDocument[] {
  const known = knownAt ?? endOfTime;
  const rows = reads.all<{ document: string }>(
    `SELECT document FROM decisions_known WHERE body_id = ? AND decided_latest >= ? AND decided_earliest <= ?
       AND known_from <= ? AND known_until > ?
     ORDER BY decided_earliest DESC, position DESC`,
    ...[bodyId, from?.earliest ?? '', to?.latest ?? endOfTime, known, known],
  );
  return rows
    .map(({ document }) => parsed<DecisionDocument>(document))
    .filter((one) => illustration === undefined || (one.illustration === true) === illustration);
}

/** How a seat voted, whoever held it; undefined for a seat of which nothing was known then. */
export function memberVotingRecord(
  reads: Reads,
  bodyId: string,
  seatId: string,
  filter: VotingRecordFilter = {},
): MemberVotingRecordView | undefined {
  const { from, to, knownAt } = filter;
  const facts = factsKnownAt(reads, bodyId, knownAt ?? endOfTime);
  const seat = facts.find((fact): fact is Known<'seat'> => fact.kind === 'seat' && fact.seatId === seatId);
  if (!seat) return undefined;
  const { label, constituencyId } = seat.data;
  return {
    ...{ bodyId, seatId, label },
    ...(constituencyId !== undefined && { constituencyId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(knownAt !== undefined && { knownAt }),
    ...votingRecord(decisionsOfBody(reads, bodyId, filter), seatId),
  };
}

type Seating = Readonly<{ bodyId: string; seating: Known<'seating'> }>;

/** Every term of office of any of some ids. */
function seatingsOf(reads: Reads, ids: ReadonlySet<string>, knownAt: string): readonly Seating[] {
  const bodies = reads.all<{ bodyId: string }>(
    `SELECT DISTINCT body_id AS bodyId FROM composition_facts
     WHERE kind = 'seating' AND data ->> '$.holder.kind' = 'person'
       AND data ->> '$.holder.id' IN (SELECT value FROM json_each(?)) ORDER BY body_id`,
    JSON.stringify([...ids]),
  );
  return bodies.flatMap(({ bodyId }) =>
    factsKnownAt(reads, bodyId, knownAt)
      .filter((fact): fact is Known<'seating'> => fact.kind === 'seating')
      .filter(({ data: { holder } }) => holder.kind === 'person' && ids.has(holder.id))
      .map((seating) => ({ bodyId, seating })),
  );
}

/** What was decided while a term ran, or may have run. */
function within(documents: readonly DecisionDocument[], term: Term, seatId: string): VotingRecord {
  const certainties = new Map<string, Certainty>(
    documents.map(({ decisionId, decidedAt }) => [decisionId, holdsAt(term, decidedAt)]),
  );
  const heldAt = ({ decisionId }: Readonly<{ decisionId: string }>): Certainty =>
    certainties.get(decisionId) ?? 'no';
  const record = votingRecord(
    documents.filter((one) => heldAt(one) !== 'no'),
    seatId,
  );
  const votes = record.votes.map((vote) =>
    heldAt(vote) === 'possible' ? { ...vote, held: 'possible' as const } : vote,
  );
  return { ...record, votes };
}

/** How a person voted, in every seat for the terms of office; ids that are one person's are taken together. */
export function personVotingRecord(
  reads: Reads,
  personId: string,
  filter: VotingRecordFilter = {},
): PersonVotingRecordView | undefined {
  const { knownAt } = filter;
  const person = getPerson(reads, personId);
  const ids = new Set([personId, ...(person?.linkedTo ?? []).map((link) => link.personId)]);
  const seatings = seatingsOf(reads, ids, knownAt ?? endOfTime);
  if (!person && seatings.length === 0) return undefined;
  const decisions = new Map(
    [...new Set(seatings.map(({ bodyId }) => bodyId))].map((id) => [id, decisionsOfBody(reads, id, filter)]),
  );
  const seats = seatings.map(({ bodyId, seating: { seatId = '', term, data } }) => ({
    ...{ bodyId, seatId, seatingId: data.seatingId, holder: data.holder, startsAt: term.start },
    ...(term.end && { endsAt: term.end }),
    ...within(decisions.get(bodyId) ?? [], term, seatId),
  }));
  return { personId, ...(knownAt !== undefined && { knownAt }), seats };
}
