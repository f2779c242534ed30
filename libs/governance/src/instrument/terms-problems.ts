import { quorumProblems, ruleProblems } from '../tally/index.ts';
import type { RuleProblem } from '../tally/index.ts';
import type { AbsenceTerms, CompositionTerms, NoticeTerms, RuleTerms } from './bound-rule.ts';

type Problems = Generator<RuleProblem, void, void>;

function* noticeProblems({ days, hours, meetingTypes }: NoticeTerms): Problems {
  if (days === undefined && hours === undefined)
    yield { path: 'notice', problem: 'must say how many days or hours' };
  for (const [name, value] of Object.entries({ days, hours }))
    if (value !== undefined && !(Number.isInteger(value) && value > 0))
      yield { path: `notice.${name}`, problem: 'must be a whole number, one or more' };
  if (meetingTypes?.length === 0)
    yield { path: 'notice.meetingTypes', problem: 'must name at least one type of meeting, or be left out' };
}

function* compositionProblems({ perConstituency, min, max, parity }: CompositionTerms): Problems {
  const path = 'composition';
  const ids = perConstituency.map(({ constituencyId }) => constituencyId);
  if (new Set(ids).size < ids.length)
    yield { path: `${path}.perConstituency`, problem: 'must list each constituency once' };
  if (ids.length === 0 && min === undefined && max === undefined)
    yield { path, problem: 'must say how many seats there are' };
  const listed = perConstituency.reduce((sum, { voting, advisory = 0 }) => sum + voting + advisory, 0);
  const [least, most] = [min ?? 0, max ?? Infinity];
  if (least > most || (ids.length > 0 && (listed < least || listed > most)))
    yield { path, problem: 'must list as many seats as lie between min and max' };
  if (parity && new Set(perConstituency.map(({ voting }) => voting)).size > 1)
    yield { path: `${path}.parity`, problem: 'asks for as many voting seats of each constituency' };
}

function* absenceProblems({ limit }: AbsenceTerms): Problems {
  if (!(Number.isInteger(limit) && limit > 0))
    yield { path: 'absence.limit', problem: 'must be a whole number, one or more' };
}

/** What keeps the terms of a rule from being judged by; empty where they are sound. */
export function termsProblems({
  decision,
  quorum,
  notice,
  composition,
  absence,
}: RuleTerms): readonly RuleProblem[] {
  return [
    ...(decision ? ruleProblems(decision) : []),
    ...(quorum ? quorumProblems(quorum) : []),
    ...(notice ? noticeProblems(notice) : []),
    ...(composition ? compositionProblems(composition) : []),
    ...(absence ? absenceProblems(absence) : []),
  ];
}
