import type { Holder } from '../../body/events.ts';
import type { CorrectionAuthority } from '../correction-events.ts';
import type { ProxyPin } from '../proxy-pin.ts';

/** A seat that was away, and for which the holder of its proxy was given a ballot (meeting rule SP-07). */
export type RepresentedSeat = Readonly<{ seatId: string; proxy: ProxyPin }>;

/** What ballots come to that are nobody's; of a constituency where each has a box of its own. */
export type SecretTotal = Readonly<{ value: number; constituencyId?: string }>;

export const secretOptions = ['yes', 'no', 'abstain'] as const;
/** How many ballots say so. */
export type VoteTotal = SecretTotal & Readonly<{ option: (typeof secretOptions)[number] }>;

/** What a secret vote comes to: totals only, so that no ballot is anybody's. RONR (12th ed.) 45:37. */
export type VoteTellersReported = Readonly<{
  type: 'VoteTellersReported';
  voteEventId: string;
  tellers: readonly Holder[];
  totals: readonly VoteTotal[];
  /** Seats that voted by proxy; what they voted nobody knows. */
  represented?: readonly RepresentedSeat[];
}>;

/** Totals of a closed secret vote that were reported or written down wrong; the report stays as it was recorded. */
export type VoteTellersReportCorrected = Readonly<{
  type: 'VoteTellersReportCorrected';
  voteEventId: string;
  from: readonly VoteTotal[];
  to: readonly VoteTotal[];
  authority: CorrectionAuthority;
  reason: string;
}>;

/** Who could have cast a ballot in a secret vote: present and not recused, or represented by a proxy. */
export type SecretVoters = Readonly<{
  presentSeatIds: readonly string[];
  represented?: readonly RepresentedSeat[];
}>;
