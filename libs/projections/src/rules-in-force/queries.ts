import { endOfTime, inForceAt, instrument, rulebook } from '#governance';
import type { When } from '#governance';
import { getBody } from '../bodies/queries.ts';
import type { BodyView } from '../bodies/views.ts';
import type { KnownInstrument } from '../instruments/known.ts';
import type { Reads } from '../runtime/index.ts';
import { instrumentsOf } from './instruments-of-body.ts';
import type { Times } from './instruments-of-body.ts';
import type { BoundRuleView, RulesInForceView, StatutoryRuleView } from './views.ts';

type Stated = Readonly<{ effectiveFrom: When; provenance: Readonly<{ recordedAt: string }> }>;

/** Of what a body stated one after another, what was in effect then, as the record knew it. */
const latestOf = <T extends Stated>(stated: readonly T[], { asOf, knownAt = endOfTime }: Times) =>
  inForceAt(
    stated
      .filter(({ provenance }) => provenance.recordedAt <= knownAt)
      .map((one) => ({ one, start: one.effectiveFrom })),
    asOf,
  )?.one;

/** What a body had selected at a time. */
export function selectionOf(body: BodyView, times: Times): rulebook.Selection {
  const order = latestOf(body.rulesOfOrder, times);
  return {
    regime: latestOf(body.regimes, times)?.regime ?? 'UNDETERMINED',
    order: order && {
      rulesOfOrder: order.rulesOfOrder,
      precedence: order.precedence,
      smallBoard: order.smallBoard,
    },
    policy: (latestOf(body.publicationPolicies, times)?.ruleIds ?? []).filter(rulebook.isAdoptable),
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

/** The rules by which a body proceeds at a time: those of its instruments, and the law that it has selected. */
export function listRulesInForce(reads: Reads, bodyId: string, times: Times): RulesInForceView | undefined {
  const body = getBody(reads, bodyId);
  if (!body) return undefined;
  const { asOf } = times;
  const selection = selectionOf(body, times);
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
