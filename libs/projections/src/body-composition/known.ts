import { holdsAt } from '#governance';
import type { body, Certainty, When } from '#governance';
import type { Fact, FactKind } from './facts.ts';
import type { Held } from './views.ts';

/** The payload of each kind of fact. */
type DataOf = Readonly<{
  existence: object;
  constituency: Readonly<{ name: string }>;
  rule: Omit<body.CompositionRuleAdopted, 'type'>;
  seat: Omit<body.SeatOpened, 'type' | 'seatId' | 'votingRight'>;
  voting_right: Readonly<{ votingRight: body.VotingRight }>;
  seating: Pick<body.SeatFilled, 'seatingId' | 'holder' | 'appointedBy'>;
  alternate: Readonly<{ personId: string }>;
  role: Omit<body.RoleAssigned, 'type' | 'roleId'>;
}>;

export type Known<K extends FactKind> = Fact<DataOf[K]>;

/** What was known of a body, asked by kind, for one time. */
export type KnownBody = Readonly<{
  asOf: When;
  of: <K extends FactKind>(kind: K) => readonly Known<K>[];
  ofSeat: <K extends FactKind>(kind: K, seatId: string) => readonly Known<K>[];
}>;

export function knownBody(facts: readonly Fact[], asOf: When): KnownBody {
  const byKind = Map.groupBy(facts, ({ kind }) => kind);
  const of = <K extends FactKind>(kind: K) => (byKind.get(kind) ?? []) as readonly Known<K>[];
  return { asOf, of, ofSeat: (kind, seatId) => of(kind).filter((fact) => fact.seatId === seatId) };
}

/** A fact that holds at the time asked for, or may. */
export type Holding<F extends Fact> = Readonly<{ fact: F; held: Held }>;

const isHeld = (certainty: Certainty): certainty is Held => certainty !== 'no';

export const holding = <F extends Fact>(facts: readonly F[], asOf: When): readonly Holding<F>[] =>
  facts.flatMap((fact) => {
    const held = holdsAt(fact.term, asOf);
    return isHeld(held) ? [{ fact, held }] : [];
  });
