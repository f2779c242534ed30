import type { commitment, When } from '#governance';
import { bodyTimeZone, getBody, getOrganization, listBodies, listCommitments } from '#projections';
import type { BodySummary, CommitmentView, Reads } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { lastPublished } from '../../record/published.ts';
import { commitmentsRequest } from '../../resources/commitments.ts';
import type { CommitmentsQuery } from '../../resources/commitments.ts';
import type { Loaded } from '../frame/page.tsx';

/** More than are read in a sitting: beyond them, a reader is asked to choose. */
const most = 100;
const perPage = 200;

/** The page has no pages: what it shows is ordered by urgency. */
export type PageQuery = Omit<CommitmentsQuery, 'cursor' | 'limit'>;

export type CommitmentsData = Readonly<{
  query: PageQuery;
  asOf?: When | undefined;
  bodies: readonly BodySummary[];
  /** Overdue first, then by when they are due; those without a date, then what is settled. */
  commitments: readonly CommitmentView[];
  /** How many there are, shown or not. */
  count: number;
  parties: ReadonlyMap<string, string>;
}>;

const partyKey = ({ kind, ref }: commitment.Party): string => `${kind}/${ref}`;

/** What parties are called, by kind and reference. */
export function partyNames(reads: Reads, of: readonly CommitmentView[]): ReadonlyMap<string, string> {
  const parties = of.flatMap(({ owner, obligor, beneficiary }) =>
    [owner, obligor, beneficiary].filter((party) => party !== undefined),
  );
  const nameOf = ({ kind, ref }: commitment.Party): string | undefined => {
    if (kind === 'body') return getBody(reads, ref)?.name;
    return kind === 'organization' ? getOrganization(reads, ref)?.name : ref;
  };
  return new Map(parties.map((party) => [partyKey(party), nameOf(party) ?? party.ref]));
}

export const partyName = (names: ReadonlyMap<string, string>, party: commitment.Party): string =>
  names.get(partyKey(party)) ?? party.ref;

const ranks: Readonly<Record<CommitmentView['standing'], number>> = {
  overdue: 0,
  open: 1,
  missed: 2,
  met: 3,
  released: 4,
};

const dueAt = ({ due }: CommitmentView): string => due?.when.latest ?? '~';

function byUrgency(a: CommitmentView, b: CommitmentView): number {
  if (a.standing !== b.standing) return ranks[a.standing] - ranks[b.standing];
  return dueAt(a) < dueAt(b) ? -1 : Number(dueAt(a) > dueAt(b));
}

function all(reads: Reads, request: Parameters<typeof listCommitments>[1]): readonly CommitmentView[] {
  const found: CommitmentView[] = [];
  for (let cursor: string | undefined; ;) {
    const page = listCommitments(reads, {
      ...request,
      limit: perPage,
      ...(cursor !== undefined && { cursor }),
    });
    found.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) return found;
  }
}

/** What is overdue or still to be done by a time that is known, the most urgent first. */
export const dueNext = (reads: Reads, asOf: When): readonly CommitmentView[] =>
  (['overdue', 'open'] as const).flatMap((standing) =>
    all(reads, { asOf, standing })
      .filter(({ due }) => due !== undefined)
      .toSorted(byUrgency),
  );

export function loadCommitments({ reads, query, now }: Rendering<PageQuery>): Loaded<CommitmentsData> {
  const request = commitmentsRequest(reads, query, now);
  const found = all(reads, request).toSorted(byUrgency);
  const shown = found.slice(0, most);
  const zone = query.body === undefined ? undefined : bodyTimeZone(reads, query.body);
  const data: CommitmentsData = {
    query,
    ...(query.asOf !== undefined && { asOf: request.asOf }),
    bodies: listBodies(reads, { limit: 200 }).items,
    commitments: shown,
    count: found.length,
    parties: partyNames(reads, shown),
  };
  return { data, zone, modifiedAt: lastPublished(reads)?.recordedAt };
}
