import type { Officer, OtherMotion, SeatName } from '../document/minutes-document.ts';
import type { Say } from './say.ts';

/** What messages are given where there is nothing to tell. */
export const none = 'none';
export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const seatOf = (say: Say, { seatId, label, constituencyId: constituency }: SeatName): string => {
  const name = label ?? seatId;
  return constituency === undefined || name.includes(constituency)
    ? name
    : say.text('constituency', { label: name, constituency });
};
/** The seat, and who sat in it where that is public. */
export const nameOf = (say: Say, seat: SeatName): string => {
  const member = say.member(seat.seatId);
  return member === undefined ? seatOf(say, seat) : `${seatOf(say, seat)} (${member})`;
};

export const officerOf = (say: Say, officer: Officer): string =>
  'holder' in officer ? say.text('holder', officer) : nameOf(say, officer);

export const titleOf = ({ motionId, title }: OtherMotion): string => title ?? motionId;
