import type { commitment, When } from '#governance';
import { totalOf } from '../claims/totals.ts';
import type { Entry } from '../entries.ts';
import { cohortTerms } from '../measures/queries.ts';
import type { Reads } from '../runtime/index.ts';
import type {
  DerivedProgress,
  PeriodProgress,
  ProgressView,
  Reached,
  ReportView,
  ShareProgress,
} from './views.ts';

export type Reported = Entry<commitment.CommitmentProgressReported>;
type Target = number | undefined;
type Times = Readonly<{ asOf: When; knownAt: string | undefined }>;

function derivedProgress(
  reads: Reads,
  { programId, cohortIds }: Extract<commitment.Measure, { counts: 'designated_schools' }>,
  target: Target,
  { asOf, knownAt }: Times,
): DerivedProgress {
  const terms = cohortTerms(reads, { programId, asOf, knownAt });
  const total = totalOf(cohortIds ? terms.filter(({ cohortId }) => cohortIds.includes(cohortId)) : terms);
  const isOpen = total.unknownCohortIds.length > 0 || total.terms.length === 0;
  const reached: Reached = target === undefined || isOpen ? 'unknown' : 'no';
  return {
    counts: 'designated_schools',
    total,
    reached: target !== undefined && total.known >= target ? 'yes' : reached,
  };
}

const keyOf = ({ event }: Reported): string => JSON.stringify([event.period?.literal, event.subject]);

function periodProgress(reports: readonly Reported[], target: Target): readonly PeriodProgress[] {
  const counted = reports.filter(({ event }) => event.quantity !== undefined && event.period);
  return [...Map.groupBy(counted, keyOf).values()].flatMap((group) => {
    const { period, subject } = group[0]?.event ?? {};
    if (!period) return [];
    const quantity = group.reduce((total, { event }) => total + (event.quantity ?? 0), 0);
    const reached = target === undefined ? {} : { reached: quantity >= target };
    return [{ period, ...(subject !== undefined && { subject }), quantity, ...reached }];
  });
}

function shareProgress(reports: readonly Reported[], target: Target): readonly ShareProgress[] {
  const latest = new Map(reports.map((report) => [keyOf(report), report.event]));
  return [...latest.values()].flatMap(({ period, subject, numerator, denominator }) => {
    if (numerator === undefined || denominator === undefined) return [];
    const percent = Math.floor((numerator * 1000) / denominator) / 10;
    const reached = target === undefined ? {} : { reached: numerator * 100 >= target * denominator };
    const of = { ...(period && { period }), ...(subject !== undefined && { subject }) };
    return [{ ...of, numerator, denominator, percent, ...reached }];
  });
}

const reportedSentence = (what: string, all: readonly Readonly<{ reached?: boolean }>[]): string => {
  if (all.length === 0) return `Nothing is reported yet: progress is unknown.`;
  const kept = all.filter(({ reached }) => reached).length;
  return `Reached in ${kept} of ${all.length} ${what} reported; of others nothing is known.`;
};

function derivedSentence({ total, reached }: DerivedProgress, target: Target): string {
  const { terms, text, known, unknownCohortIds } = total;
  if (terms.length === 0) return 'No cohort is on record: progress is unknown.';
  const open = unknownCohortIds.length > 0 ? ` and ${unknownCohortIds.length} of unknown size` : '';
  const of = target === undefined ? '' : ` of ${target}`;
  const verdict = { yes: 'reached', no: 'not reached', unknown: 'unknown whether reached' }[reached];
  return `${known}${of} schools known (${text})${open}: ${verdict}.`;
}

const plainSentence = ({ length }: readonly ReportView[]): string =>
  length === 0 ? 'Nothing is reported: progress is unknown.' : 'Nothing is counted: see the reports.';

/** How far it is: what the record counts by its measure, and what was reported. */
export function progressOf(
  reads: Reads,
  { measure, value }: commitment.Terms,
  reported: readonly Reported[],
  times: Times,
): ProgressView {
  const target = value?.number;
  const reports = reported.map(({ event, provenance }): ReportView => {
    const { type: _type, ...said } = event;
    return { ...said, provenance };
  });
  switch (measure?.counts) {
    case 'designated_schools': {
      const derived = derivedProgress(reads, measure, target, times);
      return { derived, reports, sentence: derivedSentence(derived, target) };
    }
    case 'reported_quantity': {
      const periods = periodProgress(reported, target);
      return { periods, reports, sentence: reportedSentence('periods', periods) };
    }
    case 'reported_share': {
      const shares = shareProgress(reported, target);
      return { shares, reports, sentence: reportedSentence('shares', shares) };
    }
    case undefined:
      return { reports, sentence: plainSentence(reports) };
  }
}
