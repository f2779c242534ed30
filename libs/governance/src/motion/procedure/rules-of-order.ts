import type { Selection } from '../../rulebook/selection.ts';
import type { MotionClass } from './motion-class.ts';

export const orderTables = ['RONR', 'ROSENBERG'] as const;
export type OrderTable = (typeof orderTables)[number];

/** By which table a body keeps order; where it has not said by which rules it proceeds, Robert's, as advice. */
export const orderTableOf = ({ order }: Selection): OrderTable =>
  order?.rulesOfOrder === 'ROSENBERG' ? 'ROSENBERG' : 'RONR';

/** By which table a body keeps order; whether what is out of order is refused, the rulebook says (RR-02). */
export type RulesOfOrder = Readonly<{ table: OrderTable }>;

/** Who decides: the body by a proportion, the chair alone, or nobody, because the motion is a demand. */
export type VoteRequired = 'majority' | 'two_thirds' | 'two_thirds_against' | 'as_rescind' | 'chair' | 'none';

/** A row of the basic table: what a class of motions needs. */
export type ClassRule = Readonly<{
  second: boolean;
  debate: 'yes' | 'no' | 'varies';
  amend: boolean;
  vote: VoteRequired;
  /** Whether the row was checked against a copy of the rules; one that was not only informs. */
  verified: boolean;
}>;

export type ClassRules = Readonly<Record<MotionClass, ClassRule>>;
