import type { challenge, When } from '#governance';
import { entriesOf } from '../entries.ts';
import { knownBy } from '../statements.ts';
import { pageOf } from '../page.ts';
import type { Listing, Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/index.ts';
import { challengeView } from './challenge-view.ts';
import { challengeEntries } from './model.ts';
import type { ChallengeView } from './views.ts';

/** `asOf`: what was true then; `knownAt`: what the record knew then, by default everything. */
export type ChallengeTimes = Readonly<{ asOf: When; knownAt?: string | undefined }>;

export type ChallengeFilter = ChallengeTimes &
  Readonly<{ bodyId?: string | undefined; status?: ChallengeView['status'] | undefined }>;

type Row = Readonly<{ position: number; challenge_id: string }>;

export function getChallenge(
  reads: Reads,
  challengeId: string,
  { asOf, knownAt }: ChallengeTimes,
): ChallengeView | undefined {
  const entries = entriesOf<challenge.ChallengeEvent>(reads, challengeEntries, challengeId);
  return challengeView(challengeId, knownBy(entries, knownAt), asOf);
}

const inOrder = (reads: Reads, times: ChallengeTimes): Listing<Row, ChallengeView | undefined> => ({
  select: 'SELECT position, challenge_id FROM challenges',
  orderBy: ['position'],
  direction: 'DESC',
  item: ({ challenge_id }) => getChallenge(reads, challenge_id, times),
});

/**
 * Latest recorded first. The status depends on the time that is asked for, so a page of one `status` may hold
 * fewer entries than its limit.
 *
 * @throws InvalidCursor
 */
export function listChallenges(reads: Reads, request: ChallengeFilter & PageRequest): Page<ChallengeView> {
  const { bodyId, status, asOf, knownAt } = request;
  const { items, ...page } = pageOf(
    reads,
    inOrder(reads, { asOf, knownAt }),
    [
      ['body_id = ?', bodyId],
      ['recorded_at <= ?', knownAt],
    ],
    request,
  );
  const received = items.filter((one) => one !== undefined);
  return {
    ...page,
    items: status === undefined ? received : received.filter((one) => one.status === status),
  };
}

/** The body whose action is challenged. */
export const bodyOfChallenge = (reads: Reads, challengeId: string): string | undefined =>
  reads.get<{ id: string }>('SELECT body_id AS id FROM challenges WHERE challenge_id = ?', challengeId)?.id;
