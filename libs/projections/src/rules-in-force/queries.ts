import { inForceAt, instrument, rulebook } from '#governance';
import type { When } from '#governance';
import { getBody } from '../bodies/queries.ts';
import type { BodyView } from '../bodies/views.ts';
import type { KnownInstrument } from '../instruments/known.ts';
import type { Reads } from '../runtime/index.ts';
import { instrumentsOf } from './instruments-of-body.ts';
import type { Times } from './instruments-of-body.ts';
import type { BoundRuleView, RulesInForceView, StatutoryRuleView } from './views.ts';

/** Of what a body stated one after another, what was in effect then. */
const latestOf = <T extends Readonly<{ effectiveFrom: When }>>(stated: readonly T[], asOf: When) =>
  inForceAt(
    stated.map((one) => ({ one, start: one.effectiveFrom })),
    asOf,
  )?.one;

/** What a body had selected at a time. */
export function selectionOf(body: BodyView, asOf: When): rulebook.Selection {
  const order = latestOf(body.rulesOfOrder, asOf);
  return {
    regime: latestOf(body.regimes, asOf)?.regime ?? 'UNDETERMINED',
    order: order && {
      rulesOfOrder: order.rulesOfOrder,
      precedence: order.precedence,
      smallBoard: order.smallBoard,
    },
    policy: (latestOf(body.publicationPolicies, asOf)?.ruleIds ?? []).filter(rulebook.isAdoptable),
  };
}

const statutoryRules = (selection: rulebook.Selection, asOf: When): readonly StatutoryRuleView[] =>
  rulebook.ruleIds.flatMap((ruleId) => {
    const rule = rulebook.ruleOf(ruleId);
    const reach = rulebook.reachOf(ruleId, selection);
    if (reach === 'none' || rulebook.inForce(rule, asOf) === 'no') return [];
    const { title, citation, verified } = rule;
    return [{ ruleId, title, citation, reach: verified ? reach : 'informs', verified }];
  });

const boundRules = ({ instrumentId, state }: KnownInstrument, asOf: When): readonly BoundRuleView[] =>
  instrument
    .rulesInForce(state, asOf)
    .map(({ rule, terms, inconsistent, clauseAmended, versionId, number }) => ({
      instrumentId,
      instrumentTitle: state.title,
      versionId,
      clauseId: rule.clauseId,
      ...(number !== undefined && { number }),
      ruleId: rule.ruleId,
      since: rule.effectiveFrom,
      terms,
      interpretations: rule.interpretations,
      inconsistent,
      clauseAmended,
    }));

/** The rules by which a body proceeds at a time, as the record knew it: those of its instruments, and the law that it has selected. */
export function listRulesInForce(reads: Reads, bodyId: string, times: Times): RulesInForceView | undefined {
  const { asOf, knownAt } = times;
  const body = getBody(reads, bodyId, { knownAt });
  if (!body) return undefined;
  const selection = selectionOf(body, asOf);
  const { regime = 'UNDETERMINED', order } = selection;
  const known = instrumentsOf(reads, body, times);
  return {
    bodyId,
    asOf,
    regime,
    ...(order && { order }),
    bound: known.flatMap((one) => boundRules(one, asOf)),
    statutory: statutoryRules(selection, asOf),
  };
}
