import { broken, irregular, refuse } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { GoverningFact } from '../instrument/governing.ts';
import type { CompositionRuleAdopted } from './events.ts';
import { asClauseStates } from './clause-composition.ts';
import { hasMandate } from './facts.ts';
import type { AuthorityFact } from './facts.ts';
import { definedConstituency, existingBody } from './guards.ts';
import type { Check } from './guards.ts';
import { withinLimits } from './seat-limits.ts';
import { evolve } from './state.ts';
import type { BodyState } from './state.ts';

/**
 * How many seats each constituency has, by which clause. The numbers agree with one another, with the clause in
 * force that states them (meeting rule SP-01), and with the seats that are open; the shares, if stated, are percentages of the constituencies named in them and make 100.
 */
export type AdoptCompositionRule = Readonly<{ type: 'AdoptCompositionRule' }> &
  Omit<CompositionRuleAdopted, 'type' | 'boundRules'>;

/** Percentage points that rounding may cost: three thirds stated as 33 make 99. */
const shareTolerance = 1;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function* listedOnce(ids: readonly string[]): Check {
  for (const [i, constituencyId] of ids.entries())
    if (ids.indexOf(constituencyId) !== i) yield* refuse('CONSTITUENCY_REPEATED', { constituencyId });
}

function* seatsSum({ perConstituency, min = 0, max = Infinity, parity }: AdoptCompositionRule): Check {
  const listed = sum(perConstituency.map(({ voting, advisory = 0 }) => voting + advisory));
  const counts = perConstituency.length > 0;
  if (min > max || (counts && (listed < min || listed > max)))
    yield irregular('SEATS_DO_NOT_SUM', { listed, min, max });
  if (parity && new Set(perConstituency.map(({ voting }) => voting)).size > 1)
    yield broken('SP-01', 'PARITY_BROKEN', { perConstituency });
}

function* sharesSum({ shares = [] }: AdoptCompositionRule): Check {
  const percent = sum(shares.map((share) => share.percent));
  if (shares.length > 0 && Math.abs(percent - 100) > shareTolerance)
    yield irregular('SHARES_DO_NOT_SUM', { percent, tolerance: shareTolerance });
}

export function* adoptCompositionRule(
  state: BodyState,
  command: AdoptCompositionRule,
  facts: AtFact & AuthorityFact & GoverningFact,
): Decision<CompositionRuleAdopted> {
  yield* existingBody(state, facts.at);
  for (const listed of [command.perConstituency, command.shares ?? []]) {
    const ids = listed.map(({ constituencyId }) => constituencyId);
    for (const constituencyId of ids) yield* definedConstituency(state, constituencyId);
    yield* listedOnce(ids);
  }
  if (!command.clauseRef && !hasMandate(facts)) yield irregular('AUTHORITY_MISSING');
  yield* seatsSum(command);
  yield* sharesSum(command);
  const judged = yield* asClauseStates(command, facts);
  const adopted: CompositionRuleAdopted = { ...command, type: 'CompositionRuleAdopted', ...judged };
  yield* withinLimits(state, evolve(state, adopted, facts.at), facts.at);
  return [adopted];
}
