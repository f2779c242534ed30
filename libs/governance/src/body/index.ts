import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { BodyEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noBody } from './state.ts';
import type { BodyState } from './state.ts';

export * from './events.ts';
export type * from './roster.ts';
export type { EstablishBody } from './establish-body.ts';
export type { DetermineOpenMeetingRegime } from './determine-open-meeting-regime.ts';
export type { AdoptRulesOfOrder } from './adopt-rules-of-order.ts';
export type { AdoptPublicationPolicy } from './adopt-publication-policy.ts';
export type { AppointWitness, DismissWitness } from './appoint-witness.ts';
export type { CatchUpCosignature, MissCosignature } from './late-cosignature.ts';
export { lateAfterSeconds } from './appoint-witness.ts';
export type { NameGoverningInstrument, ReleaseGoverningInstrument } from './name-governing-instrument.ts';
export type { DefineConstituency } from './define-constituency.ts';
export type { AdoptCompositionRule } from './adopt-composition-rule.ts';
export type { OpenSeat } from './open-seat.ts';
export type { CloseSeat } from './close-seat.ts';
export type { ChangeSeatVotingRight } from './change-seat-voting-right.ts';
export type { SetDisplayNamePolicy } from './set-display-name-policy.ts';
export type { NominateForSeat } from './nominate-for-seat.ts';
export type { FillSeat } from './fill-seat.ts';
export type { VacateSeat } from './vacate-seat.ts';
export type { ExtendTerm } from './extend-term.ts';
export type { DesignateAlternate } from './designate-alternate.ts';
export type { RevokeAlternate } from './revoke-alternate.ts';
export type { GrantProxy } from './grant-proxy.ts';
export type { RevokeProxy } from './revoke-proxy.ts';
export type { AssignRole } from './assign-role.ts';
export type { EndRole } from './end-role.ts';
export type { DeclareInterest } from './declare-interest.ts';
export type { WithdrawInterest } from './withdraw-interest.ts';
export type { ChargeSubcommittee } from './charge-subcommittee.ts';
export type { SucceedBody } from './succeed-body.ts';
export type { DissolveBody } from './dissolve-body.ts';
export { compositionRuleAt, governingAt, openSeatsAt, regimeAt, selectionAt } from './as-of.ts';
export { publishesAt } from './publication.ts';
export { rosterAt } from './roster-at.ts';
export { streamsRead } from './streams-read.ts';
export type { Command, Facts };
export type { BodyState, CompositionRule, Interest, Proxy, RoleTerm } from './state.ts';
export type { Seat, Seating } from './seat.ts';
export { seatingAt, votingRightAt } from './seat.ts';

/** Stream `body-{id}`. */
export const decider: Decider<BodyState, BodyEvent, Command, Facts> = {
  category: 'body',
  initialState: noBody,
  evolve,
  decide,
};
