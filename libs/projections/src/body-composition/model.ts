import { eventData } from '#governance';
import type { body, Recorded } from '#governance';
import { on } from '../runtime/index.ts';
import type { Handlers, ReadModel } from '../runtime/index.ts';
import { endingAt, factsTable, factWriter } from './facts.ts';
import type { Fact, FactWriter } from './facts.ts';

const ofSeat =
  (seatId: string) =>
  (fact: Fact): boolean =>
    fact.seatId === seatId;

const withId =
  (factId: string) =>
  (fact: Fact): boolean =>
    fact.factId === factId;

const seatingOf = ({ seatId, seatingId }: body.SeatVacated | body.SeatTermExtended) =>
  withId(`${seatId}/${seatingId}`);

function statedSeating({ seatId, seatingId, holder, startsAt, endsAt, appointedBy }: body.SeatFilled) {
  const term = { start: startsAt, ...(endsAt && { end: endsAt }) };
  return {
    kind: 'seating',
    factId: `${seatId}/${seatingId}`,
    seatId,
    term,
    data: { seatingId, holder, appointedBy },
  } as const;
}

function openSeat({ state }: FactWriter, recorded: Recorded<body.SeatOpened>): void {
  const { type: _type, seatId, votingRight, ...seat } = recorded.event;
  state(recorded, { kind: 'seat', factId: seatId, seatId, data: seat });
  state(recorded, {
    kind: 'voting_right',
    factId: `${seatId}/${recorded.revision}`,
    seatId,
    data: { votingRight },
  });
}

/** What a seat held and gave ends with it. */
function closeSeat({ change }: FactWriter, recorded: Recorded<body.SeatClosed>): void {
  const { seatId } = recorded.event;
  const at = recorded.envelope.occurredAt;
  change(recorded, { kind: 'seat', concerns: withId(seatId), to: (term) => ({ ...term, end: at }) });
  for (const kind of ['alternate', 'role'] as const)
    change(recorded, { kind, concerns: ofSeat(seatId), to: endingAt(at) });
}

const seats = (facts: FactWriter): Handlers => ({
  SeatOpened: (recorded) => openSeat(facts, recorded),
  SeatClosed: (recorded) => closeSeat(facts, recorded),
  SeatVotingRightChanged: (recorded) => {
    const { seatId, votingRight } = recorded.event;
    const factId = `${seatId}/${recorded.revision}`;
    facts.state(recorded, { kind: 'voting_right', factId, seatId, data: { votingRight } });
  },
  SeatFilled: (recorded) => facts.state(recorded, statedSeating(recorded.event)),
  SeatVacated: (recorded) => {
    const { occurredAt: end } = recorded.envelope;
    const concerns = seatingOf(recorded.event);
    facts.change(recorded, { kind: 'seating', concerns, to: (term) => ({ ...term, end }) });
  },
  SeatTermExtended: (recorded) => {
    const { until: end } = recorded.event;
    const concerns = seatingOf(recorded.event);
    facts.change(recorded, { kind: 'seating', concerns, to: (term) => ({ ...term, end }) });
  },
});

const persons = (facts: FactWriter): Handlers => ({
  AlternateDesignated: (recorded) => {
    const { seatId, personId } = recorded.event;
    const factId = `${seatId}/${recorded.revision}`;
    facts.state(recorded, { kind: 'alternate', factId, seatId, data: { personId } });
  },
  AlternateRevoked: (recorded) => {
    const { seatId, personId } = recorded.event;
    const concerns = (fact: Fact) =>
      fact.seatId === seatId && (fact.data as { personId: string }).personId === personId;
    facts.change(recorded, { kind: 'alternate', concerns, to: endingAt(recorded.envelope.occurredAt) });
  },
  RoleAssigned: (recorded) => {
    const { roleId: factId, holder, role, constituencyId } = recorded.event;
    const data = { role, holder, constituencyId };
    const seat = holder.kind === 'seat' ? { seatId: holder.id } : {};
    facts.state(recorded, { kind: 'role', factId, ...seat, data });
  },
  RoleEnded: (recorded) => {
    const concerns = withId(recorded.event.roleId);
    facts.change(recorded, { kind: 'role', concerns, to: endingAt(recorded.envelope.occurredAt) });
  },
});

const bodies = (facts: FactWriter): Handlers => ({
  BodyEstablished: (recorded) => facts.state(recorded, { kind: 'existence', factId: 'body' }),
  BodyDissolved: (recorded) => {
    const { occurredAt: end } = recorded.envelope;
    facts.change(recorded, { kind: 'existence', concerns: () => true, to: (term) => ({ ...term, end }) });
  },
  ConstituencyDefined: (recorded) => {
    const { constituencyId: factId, name } = recorded.event;
    facts.state(recorded, { kind: 'constituency', factId, data: { name } });
  },
  CompositionRuleAdopted: (recorded) => {
    const factId = String(recorded.revision);
    facts.state(recorded, { kind: 'rule', factId, data: eventData(recorded.event) });
  },
});

/** Who sat where, in valid time and record time. */
export const bodyCompositionModel: ReadModel = {
  name: 'body-composition',
  version: 2,
  tables: factsTable,
  project: (db) => {
    const facts = factWriter(db);
    return on({ ...bodies(facts), ...seats(facts), ...persons(facts) });
  },
};
