import type { Decision } from '../kernel/index.ts';
import type { BodyEvent } from './events.ts';
import type { Facts } from './facts.ts';
import type { BodyState } from './state.ts';
import { adoptCompositionRule } from './adopt-composition-rule.ts';
import type { AdoptCompositionRule } from './adopt-composition-rule.ts';
import { adoptPublicationPolicy } from './adopt-publication-policy.ts';
import type { AdoptPublicationPolicy } from './adopt-publication-policy.ts';
import { adoptRulesOfOrder } from './adopt-rules-of-order.ts';
import type { AdoptRulesOfOrder } from './adopt-rules-of-order.ts';
import { appointWitness, dismissWitness } from './appoint-witness.ts';
import type { AppointWitness, DismissWitness } from './appoint-witness.ts';
import { catchUpCosignature, missCosignature } from './late-cosignature.ts';
import type { CatchUpCosignature, MissCosignature } from './late-cosignature.ts';
import { assignRole } from './assign-role.ts';
import type { AssignRole } from './assign-role.ts';
import { changeSeatVotingRight } from './change-seat-voting-right.ts';
import type { ChangeSeatVotingRight } from './change-seat-voting-right.ts';
import { chargeSubcommittee } from './charge-subcommittee.ts';
import type { ChargeSubcommittee } from './charge-subcommittee.ts';
import { closeSeat } from './close-seat.ts';
import type { CloseSeat } from './close-seat.ts';
import { declareInterest } from './declare-interest.ts';
import type { DeclareInterest } from './declare-interest.ts';
import { defineConstituency } from './define-constituency.ts';
import type { DefineConstituency } from './define-constituency.ts';
import { designateAlternate } from './designate-alternate.ts';
import type { DesignateAlternate } from './designate-alternate.ts';
import { determineOpenMeetingRegime } from './determine-open-meeting-regime.ts';
import type { DetermineOpenMeetingRegime } from './determine-open-meeting-regime.ts';
import { dissolveBody } from './dissolve-body.ts';
import type { DissolveBody } from './dissolve-body.ts';
import { endRole } from './end-role.ts';
import type { EndRole } from './end-role.ts';
import { establishBody } from './establish-body.ts';
import type { EstablishBody } from './establish-body.ts';
import { extendTerm } from './extend-term.ts';
import type { ExtendTerm } from './extend-term.ts';
import { fillSeat } from './fill-seat.ts';
import type { FillSeat } from './fill-seat.ts';
import { grantProxy } from './grant-proxy.ts';
import type { GrantProxy } from './grant-proxy.ts';
import { nameGoverningInstrument, releaseGoverningInstrument } from './name-governing-instrument.ts';
import type { NameGoverningInstrument, ReleaseGoverningInstrument } from './name-governing-instrument.ts';
import { nominateForSeat } from './nominate-for-seat.ts';
import type { NominateForSeat } from './nominate-for-seat.ts';
import { openSeat } from './open-seat.ts';
import type { OpenSeat } from './open-seat.ts';
import { revokeAlternate } from './revoke-alternate.ts';
import type { RevokeAlternate } from './revoke-alternate.ts';
import { revokeProxy } from './revoke-proxy.ts';
import type { RevokeProxy } from './revoke-proxy.ts';
import { setDisplayNamePolicy } from './set-display-name-policy.ts';
import type { SetDisplayNamePolicy } from './set-display-name-policy.ts';
import { succeedBody } from './succeed-body.ts';
import type { SucceedBody } from './succeed-body.ts';
import { vacateSeat } from './vacate-seat.ts';
import type { VacateSeat } from './vacate-seat.ts';
import { withdrawInterest } from './withdraw-interest.ts';
import type { WithdrawInterest } from './withdraw-interest.ts';

export type Command =
  | EstablishBody
  | DetermineOpenMeetingRegime
  | AdoptRulesOfOrder
  | AdoptPublicationPolicy
  | NameGoverningInstrument
  | ReleaseGoverningInstrument
  | AppointWitness
  | DismissWitness
  | MissCosignature
  | CatchUpCosignature
  | DefineConstituency
  | AdoptCompositionRule
  | OpenSeat
  | CloseSeat
  | ChangeSeatVotingRight
  | SetDisplayNamePolicy
  | NominateForSeat
  | FillSeat
  | VacateSeat
  | ExtendTerm
  | DesignateAlternate
  | RevokeAlternate
  | GrantProxy
  | RevokeProxy
  | AssignRole
  | EndRole
  | DeclareInterest
  | WithdrawInterest
  | ChargeSubcommittee
  | SucceedBody
  | DissolveBody;

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

type Decide<C> = (state: BodyState, command: C, facts: Facts) => Decision<BodyEvent>;

/** Every command with its decision. */
const decisions: { readonly [T in Command['type']]: Decide<CommandOf<T>> } = {
  EstablishBody: establishBody,
  DetermineOpenMeetingRegime: determineOpenMeetingRegime,
  AdoptRulesOfOrder: adoptRulesOfOrder,
  AdoptPublicationPolicy: adoptPublicationPolicy,
  NameGoverningInstrument: nameGoverningInstrument,
  ReleaseGoverningInstrument: releaseGoverningInstrument,
  AppointWitness: appointWitness,
  DismissWitness: dismissWitness,
  MissCosignature: missCosignature,
  CatchUpCosignature: catchUpCosignature,
  DefineConstituency: defineConstituency,
  AdoptCompositionRule: adoptCompositionRule,
  OpenSeat: openSeat,
  CloseSeat: closeSeat,
  ChangeSeatVotingRight: changeSeatVotingRight,
  SetDisplayNamePolicy: setDisplayNamePolicy,
  NominateForSeat: nominateForSeat,
  FillSeat: fillSeat,
  VacateSeat: vacateSeat,
  ExtendTerm: extendTerm,
  DesignateAlternate: designateAlternate,
  RevokeAlternate: revokeAlternate,
  GrantProxy: grantProxy,
  RevokeProxy: revokeProxy,
  AssignRole: assignRole,
  EndRole: endRole,
  DeclareInterest: declareInterest,
  WithdrawInterest: withdrawInterest,
  ChargeSubcommittee: chargeSubcommittee,
  SucceedBody: succeedBody,
  DissolveBody: dissolveBody,
};

export const decide: Decide<Command> = (state, command, facts) => {
  // The table pairs each type of command with the decision on it, which the compiler cannot follow.
  const decision = decisions[command.type] as Decide<Command>;
  return decision(state, command, facts);
};
