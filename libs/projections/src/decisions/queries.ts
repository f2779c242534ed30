import type { When } from '#governance';
import { parsed } from '../json.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { decisionsOf } from './decision-id.ts';
import type { DecisionDocument, DecisionSummary, Outcome } from './views.ts';

export type DecisionFilter = Readonly<{
  bodyId?: string | undefined;
  motionId?: string | undefined;
  /** In which it was decided. Together with its body, whose decisions are looked through. */
  meetingId?: string | undefined;
  outcome?: Outcome | undefined;
  /** Decided, or possibly decided, at or after this time. */
  from?: When | undefined;
  /** Decided, or possibly decided, at or before this time; a day counts to its end. */
  to?: When | undefined;
  illustration?: boolean | undefined;
  /** As the record knew them then: an instant, ISO 8601 UTC with milliseconds; by default as they stand. */
  knownAt?: string | undefined;
  /** By default the latest decided first; `recorded`: the latest recorded first. */
  order?: 'decided' | 'recorded' | undefined;
}>;

type Row = Readonly<{ position: number; decided_earliest: string; summary: string }>;

const latestDecidedFirst: Listing<Row, DecisionSummary> = {
  select: 'SELECT position, decided_earliest, summary FROM decisions',
  orderBy: ['decided_earliest', 'position'],
  direction: 'DESC',
  item: ({ summary }) => parsed(summary),
};
const latestRecordedFirst = { ...latestDecidedFirst, orderBy: ['position'] } as const;
const knownThen = 'SELECT position, decided_earliest, summary FROM decisions_known';

/** @throws InvalidCursor, also for a cursor of the other order */
export function listDecisions(
  reads: Reads,
  request: DecisionFilter & PageRequest = {},
): Page<DecisionSummary> {
  const { bodyId, motionId, meetingId, outcome, from, to, illustration, knownAt, order } = request;
  const listing = order === 'recorded' ? latestRecordedFirst : latestDecidedFirst;
  const [first, last] = motionId === undefined ? [] : decisionsOf(motionId);
  return pageOf(
    reads,
    knownAt === undefined ? listing : { ...listing, select: knownThen },
    [
      ['body_id = ?', bodyId],
      ['decision_id > ?', first],
      ['decision_id < ?', last],
      ["document ->> '$.meetingId' = ?", meetingId],
      ['outcome = ?', outcome],
      ['decided_latest >= ?', from?.earliest],
      ['decided_earliest <= ?', to?.latest],
      ['illustration = ?', illustration === undefined ? undefined : Number(illustration)],
      ['known_from <= ?', knownAt],
      ['known_until > ?', knownAt],
    ],
    request,
  );
}

/** A decision as it is sent. */
export type DecisionJson = Readonly<{
  json: string;
  /** Of the text, in hex: a strong ETag. */
  sha256: string;
}>;

const knownAtSql = `SELECT document AS json, sha256 FROM decisions_known
  WHERE decision_id = ? AND known_from <= ? AND known_until > ?`;

/**
 * The document as JSON text, ready to send: as it stands, or as it stood in the record at a time.
 *
 * @param knownAt an instant, ISO 8601 UTC with milliseconds
 */
export const decisionJson = (reads: Reads, decisionId: string, knownAt?: string): DecisionJson | undefined =>
  knownAt === undefined
    ? reads.get<DecisionJson>(
        'SELECT document AS json, sha256 FROM decisions WHERE decision_id = ?',
        decisionId,
      )
    : reads.get<DecisionJson>(knownAtSql, decisionId, knownAt, knownAt);

/** undefined for a vote that is not closed, or not in the record, or was not then. */
export function getDecision(
  reads: Reads,
  decisionId: string,
  knownAt?: string,
): DecisionDocument | undefined {
  const decision = decisionJson(reads, decisionId, knownAt);
  return decision && parsed(decision.json);
}

/** The body that decided, in whose zone dates are read. */
export const bodyOfDecision = (reads: Reads, decisionId: string): string | undefined =>
  reads.get<{ id: string | null }>('SELECT body_id AS id FROM decisions WHERE decision_id = ?', decisionId)
    ?.id ?? undefined;
