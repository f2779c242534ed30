import type { ComparedNumber, DerivedTotal, TermView, TotalsComparison } from './views.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** What cohorts add up to, as far as their sizes are known. */
export const totalOf = (terms: readonly TermView[]): DerivedTotal => ({
  terms,
  text: terms.map(({ size }) => size ?? '?').join(' + '),
  known: sum(terms.map(({ size = 0 }) => size)),
  unknownCohortIds: terms.filter(({ size }) => size === undefined).map(({ cohortId }) => cohortId),
});

type Stated = Pick<ComparedNumber, 'claimId' | 'commitmentId' | 'figure'>;

/** What cohorts of unknown size come to at least: their schools that are on record, or certainly did not leave. */
const leastOf = ({ terms }: DerivedTotal): number =>
  sum(
    terms.map(({ size, onRecord = 0, atLeast = 0 }) =>
      size === undefined ? Math.max(onRecord, atLeast) : 0,
    ),
  );

/** A stated number beside a derived one. */
export function compared(stated: Stated, total: DerivedTotal): ComparedNumber {
  const remainder = stated.figure - total.known;
  if (stated.commitmentId !== undefined && remainder <= leastOf(total))
    return { ...stated, total, verdict: 'reached', remainder };
  if (total.unknownCohortIds.length === 0)
    return { ...stated, total, verdict: remainder === 0 ? 'agrees' : 'differs', remainder };
  return { ...stated, total, verdict: remainder < leastOf(total) ? 'impossible' : 'needs', remainder };
}

const listed = (texts: readonly (string | number)[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

/** "cohorts 3 and 4" where they are numbered, otherwise their labels. */
function cohortsText(terms: readonly TermView[]): string {
  const ordinals = terms.flatMap(({ ordinal }) => ordinal ?? []);
  if (ordinals.length < terms.length) return listed(terms.map(({ label }) => label));
  return `${terms.length === 1 ? 'cohort' : 'cohorts'} ${listed(ordinals)}`;
}

const figuresText = (numbers: readonly ComparedNumber[], one: string): string => {
  const figures = [...new Set(numbers.map(({ figure }) => figure))];
  return `the ${one}${figures.length > 1 ? 's' : ''} ${listed(figures)}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const unknownTerms = ({ total }: ComparedNumber): readonly TermView[] =>
  total.terms.filter(({ size }) => size === undefined);

/** Numbers that ask the same of the same cohorts, in one sentence. */
function needSentence(numbers: readonly ComparedNumber[], noun: string, verb: string): string {
  const [first] = numbers;
  if (!first) return '';
  return `${capital(cohortsText(unknownTerms(first)))} must total ${first.remainder} for ${figuresText(numbers, noun)} to ${verb}.`;
}

const unknownKey = ({ total }: ComparedNumber): string => total.unknownCohortIds.join(' ');

function needSentences(numbers: readonly ComparedNumber[], noun: string, verb: string): readonly string[] {
  const needed = numbers.filter(({ verdict }) => verdict === 'needs');
  const groups = Map.groupBy(needed, (one) => `${unknownKey(one)} ${one.remainder}`);
  return [...groups.values()].map((group) => needSentence(group, noun, verb));
}

/** Where stated numbers ask different totals of the same cohorts, they do not all hold. */
const conflicts = (numbers: readonly ComparedNumber[]): readonly string[] =>
  [
    ...Map.groupBy(
      numbers.filter(({ verdict }) => verdict === 'needs'),
      unknownKey,
    ).values(),
  ]
    .filter((group) => new Set(group.map(({ remainder }) => remainder)).size > 1)
    .map((group) => `${capital(figuresText(group, 'claim'))} cannot all hold.`);

function plainSentence({
  figure,
  total,
  verdict,
  remainder,
  claimId = '',
}: ComparedNumber): readonly string[] {
  const said = `The claim ${claimId} says ${figure}`;
  const counted = total.terms.length > 1 ? `${total.text} = ${total.known}` : String(total.known);
  if (verdict === 'agrees') return [`${said}, and so many are derived: ${counted}.`];
  if (verdict === 'differs')
    return [`${said}; derived are ${counted}: ${Math.abs(remainder)} ${remainder > 0 ? 'fewer' : 'more'}.`];
  if (verdict === 'impossible')
    return [`${said}; derived are at least ${total.known + leastOf(total)}: it cannot hold.`];
  return [];
}

function targetSentence({ figure, total, verdict, remainder }: ComparedNumber): readonly string[] {
  const target = `The target of ${figure}`;
  if (verdict === 'needs') return [];
  if (verdict === 'reached')
    return [`${target} is reached: ${total.text} makes at least ${total.known + leastOf(total)}.`];
  return [`${target} is not reached: ${total.text} = ${total.known}, ${remainder} fewer.`];
}

/** What the comparison comes to, in plain sentences. */
export function sentencesOf({
  programId,
  derived,
  claims,
  targets,
}: Omit<TotalsComparison, 'sentences' | 'measure'>): readonly string[] {
  const { text, known, unknownCohortIds, terms } = derived;
  const unknown =
    unknownCohortIds.length > 0 ? `, and the sizes of ${unknownCohortIds.length} are unknown` : '';
  const derivedSentence = `Derived for ${programId}: ${text}, of which ${known} are known${unknown}.`;
  return [
    ...(terms.length > 0 ? [derivedSentence] : [`No cohort of ${programId} is on record.`]),
    ...(claims.length === 0 ? [`No claim states a total of ${programId}.`] : []),
    ...claims.flatMap(plainSentence),
    ...needSentences(claims, 'claim', 'hold'),
    ...conflicts(claims),
    ...targets.flatMap(targetSentence),
    ...needSentences(targets, 'target', 'be reached'),
  ];
}
