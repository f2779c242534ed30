import { jsonText } from '../kernel/json.ts';
import { robert } from '../motion/procedure/robert.ts';
import { rosenberg } from '../motion/procedure/rosenberg.ts';
import { rules } from './rules.ts';

/** Rises with every change of what decisions make of the same facts that the tables below do not show. */
export const rulesVersion = 5;

/** By what decisions judge, as one text: who wants to name it takes its hash. */
export const canonicalRules = (): string =>
  jsonText({ version: rulesVersion, rules, orders: { robert, rosenberg } });
