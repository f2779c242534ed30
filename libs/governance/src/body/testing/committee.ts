import { parseWhen } from '../../kernel/index.ts';
import type { When } from '../../kernel/index.ts';
import { happened } from '../../testing/index.ts';
import type { Happened } from '../../testing/index.ts';
import type { BodyEvent, Facts, Role, RoleAssigned, SeatFilled, SeatOpened } from '../index.ts';

/** A time in the committee's zone, at any precision. */
export function on(literal: string): When {
  const when = parseWhen(literal, 'America/Los_Angeles');
  if (!when) throw new Error(`${literal} is no time`);
  return when;
}

/** What a decision knows besides the committee's stream, when it is recorded at a time. */
export const facts = (at: string, more: Partial<Facts> = {}): Facts => ({
  at: on(at),
  bodyId: 'cssc',
  organizationIds: new Set(['lausd', 'utla', 'unite-la']),
  relatedBody: undefined,
  authority: undefined,
  ...more,
});

type History = readonly Happened<BodyEvent>[];

export const established = happened<BodyEvent>(on('2019-08-01'), {
  type: 'BodyEstablished',
  name: 'Steering Committee',
  classification: 'committee',
  timeZone: 'America/Los_Angeles',
});

const constituency = (constituencyId: string) =>
  happened<BodyEvent>(on('2019-08-01'), {
    type: 'ConstituencyDefined',
    constituencyId,
    name: constituencyId.toUpperCase(),
    organizationId: constituencyId,
  });

/** A seat of the constituency that stands before the hyphen of its id, with a full vote. */
export const seat = (seatId: string, more: Partial<SeatOpened> = {}, at = '2019-08-01') =>
  happened<BodyEvent>(on(at), {
    type: 'SeatOpened',
    seatId,
    label: seatId,
    constituencyId: seatId.split('-')[0] ?? seatId,
    nominatorIds: [],
    votingRight: 'full',
    ...more,
  });

/** Someone takes a seat: `start` and `end` are the term, and it is recorded when the term starts. */
export const seated = (seatId: string, personId: string, start: string, end?: string) =>
  happened<BodyEvent>(on(start), {
    type: 'SeatFilled',
    seatId,
    seatingId: `${seatId}-${start}`,
    holder: { kind: 'person', id: personId },
    startsAt: on(start),
    ...(end !== undefined && { endsAt: on(end) }),
  } satisfies SeatFilled);

export const closed = (seatId: string, at: string) =>
  happened<BodyEvent>(on(at), { type: 'SeatClosed', seatId });

export const vacated = (seatId: string, seatingId: string, at: string) =>
  happened<BodyEvent>(on(at), { type: 'SeatVacated', seatId, seatingId, reason: 'resigned' });

export const role = (held: Role, holder: RoleAssigned['holder'], at: string, constituencyId?: string) =>
  happened<BodyEvent>(on(at), {
    type: 'RoleAssigned',
    roleId: `${held}-${holder.id}`,
    role: held,
    holder,
    ...(constituencyId !== undefined && { constituencyId }),
  });

export const dissolved = (at: string) => happened<BodyEvent>(on(at), { type: 'BodyDissolved' });

/** Two constituencies with two voting seats each and an advisory seat of none; nobody sits yet. */
export const committee: History = [
  established,
  constituency('lausd'),
  constituency('utla'),
  ...['lausd-1', 'lausd-2', 'utla-1', 'utla-2'].map((seatId) => seat(seatId)),
  happened<BodyEvent>(on('2019-08-01'), {
    type: 'SeatOpened',
    seatId: 'observer',
    label: 'observer',
    nominatorIds: [],
    votingRight: 'advisory',
  }),
];

/** The committee with a rule of two voting seats for each side. */
export const ruledCommittee: History = [
  ...committee,
  happened<BodyEvent>(on('2019-08-01'), {
    type: 'CompositionRuleAdopted',
    clauseRef: { instrument: 'mou-2019', clause: '2' },
    perConstituency: [
      { constituencyId: 'lausd', voting: 2 },
      { constituencyId: 'utla', voting: 2 },
    ],
    parity: true,
  }),
];
