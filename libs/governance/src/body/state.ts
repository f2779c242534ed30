import { certainlyBefore } from '../kernel/index.ts';
import type { Term, When } from '../kernel/index.ts';
import type {
  BodyEstablished,
  BodyEvent,
  CompositionRuleAdopted,
  ConstituencyDefined,
  GoverningInstrumentNamed,
  GoverningInstrumentReleased,
  InterestDeclared,
  ProxyGranted,
  PublicationPolicyAdopted,
  Regime,
  RoleAssigned,
  RulesOfOrder,
  SeatVacated,
  CosignatureCaughtUp,
  CosignatureMissed,
  WitnessAppointed,
  WitnessDismissed,
} from './events.ts';
import { changed, mapValues, withEntry } from './maps.ts';
import { endedAt, evolveSeat, seatFrom } from './seat.ts';
import type { Seat, SeatEvent } from './seat.ts';

/** The witness of a party; `missing` is the size of the checkpoint that it has not cosigned, while that is late. */
export type Witness = Readonly<{ vkey: string; dismissed: boolean; missing?: number | undefined }>;

export type Constituency = Readonly<{ constituencyId: string; organizationId?: string; start: When }>;
export type CompositionRule = Omit<CompositionRuleAdopted, 'type'> & Readonly<{ start: When }>;
export type RoleTerm = Term & Omit<RoleAssigned, 'type'>;
export type Proxy = Term & Omit<ProxyGranted, 'type'> & Readonly<{ revoked: boolean }>;
export type Interest = Term & Pick<InterestDeclared, 'interestId' | 'seatId'>;

/** Everything that decisions on a body need, for every time since it was established. */
export type BodyState = Readonly<{
  /** From its establishment to its dissolution; absent before `BodyEstablished`. */
  existence?: Term;
  name: string;
  timeZone: string;
  parentBodyId?: string;
  successorIds: readonly string[];
  regimes: readonly Readonly<{ start: When; regime: Regime }>[];
  ordersAdopted: readonly (RulesOfOrder & Readonly<{ start: When }>)[];
  policies: readonly (Pick<PublicationPolicyAdopted, 'ruleIds' | 'publishes'> & Readonly<{ start: When }>)[];
  /** By instrument whose clauses govern the body: when it was released, if it was. */
  governing: ReadonlyMap<string, When | undefined>;
  witnesses: ReadonlyMap<string, Witness>;
  constituencies: ReadonlyMap<string, Constituency>;
  compositionRules: readonly CompositionRule[];
  seats: ReadonlyMap<string, Seat>;
  roles: ReadonlyMap<string, RoleTerm>;
  proxies: ReadonlyMap<string, Proxy>;
  interests: ReadonlyMap<string, Interest>;
}>;

export const noBody: BodyState = {
  name: '',
  timeZone: 'UTC',
  successorIds: [],
  regimes: [],
  ordersAdopted: [],
  policies: [],
  governing: new Map(),
  witnesses: new Map(),
  constituencies: new Map(),
  compositionRules: [],
  seats: new Map(),
  roles: new Map(),
  proxies: new Map(),
  interests: new Map(),
};

const established = (state: BodyState, event: BodyEstablished, at: When): BodyState => ({
  ...state,
  existence: { start: at },
  name: event.name,
  timeZone: event.timeZone,
  ...(event.parentBodyId !== undefined && { parentBodyId: event.parentBodyId }),
});

const constituencyFrom = (event: ConstituencyDefined, at: When): Constituency => ({
  constituencyId: event.constituencyId,
  ...(event.organizationId !== undefined && { organizationId: event.organizationId }),
  start: at,
});

const involves = (proxy: Proxy, seatId: string): boolean =>
  proxy.seatId === seatId || proxy.toSeatId === seatId;

const endProxiesOf = (state: BodyState, seatId: string, at: When): BodyState['proxies'] =>
  mapValues(state.proxies, (proxy) => (involves(proxy, seatId) ? endedAt(proxy, at) : proxy));

/** What a seat held, gave or received ends with it. */
const closeSeat = (state: BodyState, seatId: string, at: When): BodyState => ({
  ...state,
  proxies: endProxiesOf(state, seatId, at),
  roles: mapValues(state.roles, (role) =>
    role.holder.kind === 'seat' && role.holder.id === seatId ? endedAt(role, at) : role,
  ),
});

/** A proxy ends with the seating of either side, not with an appointment that lapses before it began. */
function vacateSeat(state: BodyState, { seatId, seatingId }: SeatVacated, at: When): BodyState {
  const seating = state.seats.get(seatId)?.seatings.find((one) => one.seatingId === seatingId);
  if (!seating || certainlyBefore(at, seating.start)) return state;
  return { ...state, proxies: endProxiesOf(state, seatId, at) };
}

function evolveSeats(state: BodyState, event: SeatEvent, at: When): BodyState {
  const seats = changed(state.seats, event.seatId, (seat) => evolveSeat(seat, event, at));
  if (event.type === 'SeatClosed') return closeSeat({ ...state, seats }, event.seatId, at);
  if (event.type === 'SeatVacated') return vacateSeat({ ...state, seats }, event, at);
  return { ...state, seats };
}

const proxyFrom = ({ type: _type, ...granted }: ProxyGranted, at: When): Proxy => ({
  ...granted,
  start: at,
  ...(granted.expiresAt && { end: granted.expiresAt }),
  revoked: false,
});

const roleFrom = ({ type: _type, ...role }: RoleAssigned, at: When): RoleTerm => ({ ...role, start: at });

const ruleFrom = ({ type: _type, ...rule }: CompositionRuleAdopted, at: When): CompositionRule => ({
  ...rule,
  start: at,
});

type RoleOrProxyEvent = Extract<
  BodyEvent,
  { type: 'ProxyGranted' | 'ProxyRevoked' | 'RoleAssigned' | 'RoleEnded' }
>;

function evolveRolesAndProxies(state: BodyState, event: RoleOrProxyEvent, at: When): BodyState {
  const { roles, proxies } = state;
  switch (event.type) {
    case 'ProxyGranted':
      return { ...state, proxies: withEntry(proxies, event.proxyId, proxyFrom(event, at)) };
    case 'ProxyRevoked': {
      const revoke = (proxy: Proxy): Proxy => ({ ...endedAt(proxy, at), revoked: true });
      return { ...state, proxies: changed(proxies, event.proxyId, revoke) };
    }
    case 'RoleAssigned':
      return { ...state, roles: withEntry(roles, event.roleId, roleFrom(event, at)) };
    case 'RoleEnded':
      return { ...state, roles: changed(roles, event.roleId, (role) => endedAt(role, at)) };
  }
}

function evolveInterests(
  state: BodyState,
  event: Extract<BodyEvent, { type: 'InterestDeclared' | 'InterestWithdrawn' }>,
  at: When,
): BodyState {
  const { interestId, seatId } = event;
  const interests =
    event.type === 'InterestDeclared'
      ? withEntry(state.interests, interestId, { interestId, seatId, start: at })
      : changed(state.interests, interestId, (interest) => endedAt(interest, at));
  return { ...state, interests };
}

type SelectionEvent = Extract<
  BodyEvent,
  { type: 'OpenMeetingRegimeDetermined' | 'RulesOfOrderAdopted' | 'PublicationPolicyAdopted' }
>;

/** What selects the rules that apply to the body, each since its effective date. */
function evolveSelection(state: BodyState, event: SelectionEvent): BodyState {
  const start = event.effectiveFrom;
  switch (event.type) {
    case 'OpenMeetingRegimeDetermined':
      return { ...state, regimes: [...state.regimes, { start, regime: event.regime }] };
    case 'RulesOfOrderAdopted': {
      const { type: _type, ...adopted } = event;
      return { ...state, ordersAdopted: [...state.ordersAdopted, { ...adopted, start }] };
    }
    case 'PublicationPolicyAdopted': {
      const { type: _type, ...adopted } = event;
      return { ...state, policies: [...state.policies, { ...adopted, start }] };
    }
  }
}

const evolveGoverning = (
  state: BodyState,
  event: GoverningInstrumentNamed | GoverningInstrumentReleased,
  at: When,
): BodyState => ({
  ...state,
  governing: new Map(state.governing).set(
    event.instrumentId,
    event.type === 'GoverningInstrumentReleased' ? at : undefined,
  ),
});

type WitnessEvent = WitnessAppointed | WitnessDismissed | CosignatureMissed | CosignatureCaughtUp;

function evolveWitnesses(witnesses: BodyState['witnesses'], event: WitnessEvent): BodyState['witnesses'] {
  const { witnessId } = event;
  switch (event.type) {
    case 'WitnessAppointed':
      return withEntry(witnesses, witnessId, { vkey: event.vkey, dismissed: false });
    case 'WitnessDismissed':
      return changed(witnesses, witnessId, (one) => ({ ...one, dismissed: true }));
    case 'CosignatureMissed':
      return changed(witnesses, witnessId, (one) => ({ ...one, missing: event.size }));
    case 'CosignatureCaughtUp':
      return changed(witnesses, witnessId, (one) => ({ ...one, missing: undefined }));
  }
}

export function evolve(state: BodyState, event: BodyEvent, at: When): BodyState {
  switch (event.type) {
    case 'BodyEstablished':
      return established(state, event, at);
    case 'OpenMeetingRegimeDetermined':
    case 'RulesOfOrderAdopted':
    case 'PublicationPolicyAdopted':
      return evolveSelection(state, event);
    case 'GoverningInstrumentNamed':
    case 'GoverningInstrumentReleased':
      return evolveGoverning(state, event, at);
    case 'WitnessAppointed':
    case 'WitnessDismissed':
    case 'CosignatureMissed':
    case 'CosignatureCaughtUp':
      return { ...state, witnesses: evolveWitnesses(state.witnesses, event) };
    case 'ConstituencyDefined': {
      const constituency = constituencyFrom(event, at);
      return {
        ...state,
        constituencies: withEntry(state.constituencies, event.constituencyId, constituency),
      };
    }
    case 'CompositionRuleAdopted':
      return { ...state, compositionRules: [...state.compositionRules, ruleFrom(event, at)] };
    case 'SeatOpened':
      return { ...state, seats: withEntry(state.seats, event.seatId, seatFrom(event, at)) };
    case 'SeatClosed':
    case 'SeatVotingRightChanged':
    case 'DisplayNamePolicySet':
    case 'SeatFilled':
    case 'SeatVacated':
    case 'SeatTermExtended':
    case 'AlternateDesignated':
    case 'AlternateRevoked':
      return evolveSeats(state, event, at);
    case 'ProxyGranted':
    case 'ProxyRevoked':
    case 'RoleAssigned':
    case 'RoleEnded':
      return evolveRolesAndProxies(state, event, at);
    case 'InterestDeclared':
    case 'InterestWithdrawn':
      return evolveInterests(state, event, at);
    case 'SeatNominationReceived':
    case 'SubcommitteeCharged':
      return state;
    case 'BodySucceeded':
      return { ...state, successorIds: [...state.successorIds, event.successorId] };
    case 'BodyDissolved':
      return { ...state, ...(state.existence && { existence: { ...state.existence, end: at } }) };
  }
}
