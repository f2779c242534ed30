import { votingClause } from '../../testing/index.ts';

export const seats = ['district-1', 'district-2', 'union-1', 'union-2'];

/** The literal of a moment after the committees were there, in milliseconds: meetings take a second. */
export type Clock = (moment: number) => string;

export const clockFrom =
  (begin: number): Clock =>
  (moment) =>
    new Date(begin + moment).toISOString();

/** A line as it is typed. */
export type Line = Readonly<{ operation: string; target?: string; body?: object }>;

/** A meeting from the agenda to the adjournment, with one motion that all four carry. */
export const meetingLines = (bodyId: string, name: string, clock: Clock): readonly Line[] => {
  const target = `motions/${name}-motion`;
  const meetingId = `${name}-meeting`;
  const item = {
    itemId: 'item-1',
    number: '1',
    title: 'Coordinators',
    description: 'Coordinators for all schools',
  };
  return [
    {
      operation: 'scheduleMeeting',
      body: { bodyId, meetingType: 'regular', startsAt: clock(0), places: [], occurredAt: clock(0) },
    },
    {
      operation: 'addAgendaItem',
      body: { ...item, kind: 'action', motionId: `${name}-motion` },
    },
    { operation: 'draftMotion', target, body: { bodyId, title: 'Coordinators', text: 'Resolved, …' } },
    { operation: 'submitMotion', target, body: {} },
    { operation: 'agendizeMotion', target, body: { meetingId, itemId: 'item-1' } },
    {
      operation: 'callToOrder',
      body: { presiding: { kind: 'seat', id: 'district-1' }, occurredAt: clock(1) },
    },
    ...seats.map((seatId) => ({
      operation: 'recordArrival',
      body: { seatId, by: 'member', mode: 'in_person' },
    })),
    { operation: 'moveMotion', target, body: { meetingId, seatId: 'district-1', occurredAt: clock(5) } },
    { operation: 'secondMotion', target, body: { seatId: 'union-1' } },
    {
      operation: 'openVote',
      target,
      body: { voteEventId: 'v1', method: 'roll_call', clause: votingClause(bodyId) },
    },
    ...seats.map((seatId) => ({
      operation: 'recordBallot',
      target,
      body: { voteEventId: 'v1', seatId, option: 'yes' },
    })),
    { operation: 'closeVote', target, body: { voteEventId: 'v1' } },
    { operation: 'adjourn', body: { occurredAt: clock(30) } },
  ];
};
