import type { MotionClass } from './motion-class.ts';
import { robert } from './robert.ts';
import { rosenberg } from './rosenberg.ts';
import type { ClassRule, ClassRules, OrderTable, RulesOfOrder } from './rules-of-order.ts';

export const classRules: Readonly<Record<OrderTable, ClassRules>> = { RONR: robert, ROSENBERG: rosenberg };

/** What the rules that a body follows say of a class. */
export const classRule = ({ table }: Pick<RulesOfOrder, 'table'>, motionClass: MotionClass): ClassRule =>
  classRules[table][motionClass];
