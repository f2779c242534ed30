import { jsonText } from '#governance';
import type { ClaimInGroup, ClaimView, Contradiction } from './views.ts';

const inGroup = ({
  claimId,
  value,
  asOf,
  sourceId,
  locator,
  confidence,
  status,
}: ClaimView): ClaimInGroup => ({
  claimId,
  value,
  ...(asOf && { asOf }),
  sourceId,
  locator,
  ...(confidence !== undefined && { confidence }),
  status,
});

/** Whether two claims may speak of the same time: one that names none may speak of any. */
const mayBeOfOneTime = ({ asOf: a }: ClaimView, { asOf: b }: ClaimView): boolean =>
  !a || !b || (a.earliest <= b.latest && b.earliest <= a.latest);

const contradict = (a: ClaimView, b: ClaimView): boolean =>
  jsonText(a.value) !== jsonText(b.value) && mayBeOfOneTime(a, b);

const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

function sentenceOf(
  predicate: string,
  subject: string,
  byValue: ReadonlyMap<string, readonly ClaimView[]>,
): string {
  const values = [...byValue].map(
    ([value, claims]) => `${value} (${listed(claims.map(({ claimId }) => claimId))})`,
  );
  return `On "${predicate}" of ${subject} there are ${values.length} values: ${listed(values)}.`;
}

function contradictionOf(claims: readonly ClaimView[]): Contradiction | undefined {
  const standing = claims.filter(({ status }) => status !== 'retracted');
  const byValue = Map.groupBy(standing, ({ value }) => jsonText(value));
  const [first] = standing;
  if (!first || byValue.size < 2) return undefined;
  const { subject, predicate } = first;
  const isContradictory = standing.some((a, i) => standing.slice(i + 1).some((b) => contradict(a, b)));
  const reconciliations = new Map(
    standing.flatMap((one) => one.reconciliations).map((one) => [one.provenance.eventId, one]),
  );
  return {
    subject,
    predicate,
    verdict: isContradictory ? 'contradictory' : 'changes',
    claims: claims.map(inGroup),
    reconciliations: [...reconciliations.values()],
    sentence: sentenceOf(predicate, subject, byValue),
  };
}

/** Claims on one thing that give more than one value, side by side; retracted ones are shown and not counted. */
export const contradictions = (claims: readonly ClaimView[]): readonly Contradiction[] =>
  [...Map.groupBy(claims, ({ subject, predicate }) => `${subject} ${predicate}`).values()].flatMap(
    (group) => contradictionOf(group) ?? [],
  );
