import { gathering } from '#governance';
import type { body } from '#governance';
import { as, fromTable } from './concept.ts';
import type { CommandsOf, Concept } from './concept.ts';
import { pinsOf } from './pins.ts';

type State = body.BodyState;
type Event = body.BodyEvent;

const commands: CommandsOf<Event, body.Command, State> = {
  BodyEstablished: as('EstablishBody'),
  OpenMeetingRegimeDetermined: as('DetermineOpenMeetingRegime'),
  RulesOfOrderAdopted: as('AdoptRulesOfOrder'),
  PublicationPolicyAdopted: as('AdoptPublicationPolicy'),
  GoverningInstrumentNamed: as('NameGoverningInstrument', 'instrumentRevision'),
  GoverningInstrumentReleased: as('ReleaseGoverningInstrument'),
  WitnessAppointed: as('AppointWitness'),
  WitnessDismissed: as('DismissWitness'),
  CosignatureMissed: as('MissCosignature'),
  CosignatureCaughtUp: as('CatchUpCosignature'),
  ConstituencyDefined: as('DefineConstituency'),
  CompositionRuleAdopted: as('AdoptCompositionRule', 'boundRules'),
  SeatOpened: as('OpenSeat', 'boundRules'),
  SeatClosed: as('CloseSeat', 'boundRules'),
  SeatVotingRightChanged: as('ChangeSeatVotingRight', 'boundRules'),
  DisplayNamePolicySet: as('SetDisplayNamePolicy'),
  SeatNominationReceived: as('NominateForSeat'),
  SeatFilled: as('FillSeat', 'boundRules'),
  SeatVacated: as('VacateSeat'),
  SeatTermExtended: as('ExtendTerm'),
  AlternateDesignated: as('DesignateAlternate'),
  AlternateRevoked: as('RevokeAlternate'),
  ProxyGranted: as('GrantProxy'),
  ProxyRevoked: as('RevokeProxy', 'seatId'),
  RoleAssigned: as('AssignRole'),
  RoleEnded: as('EndRole'),
  InterestDeclared: as('DeclareInterest'),
  InterestWithdrawn: as('WithdrawInterest', 'seatId'),
  SubcommitteeCharged: as('ChargeSubcommittee'),
  BodySucceeded: as('SucceedBody'),
  BodyDissolved: as('DissolveBody'),
};

export const bodies: Concept<State, Event, body.Command> = {
  commandsFor: fromTable(commands),
  facts: gathering.bodyFacts,
  pins: ({ event }) => pinsOf(event),
};
