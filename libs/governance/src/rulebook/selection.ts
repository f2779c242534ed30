import type { Regime, RulesOfOrder } from '../body/events.ts';
import type { RuleId } from './rules.ts';

/** The rules of order that a body adopted, as far as rules ask for them. */
export type AdoptedOrder = Pick<RulesOfOrder, 'rulesOfOrder' | 'precedence' | 'smallBoard' | 'clauseRef'>;

/** What a body has selected at a time: which rules apply to it, and how far. */
export type Selection = Readonly<{
  /** Its open-meeting law; without one, nobody has determined it. */
  regime?: Regime;
  /** Without: nobody has said by which rules of order it proceeds. */
  order?: AdoptedOrder | undefined;
  /** Rules that do not bind it, and that it adopted as its own. */
  policy?: readonly RuleId[];
  /** Rules that the meeting has suspended: what breaks them is told. */
  suspended?: readonly RuleId[];
}>;
