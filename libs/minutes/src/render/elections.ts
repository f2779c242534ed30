import type {
  CandidateTotal,
  ElectionLine,
  ElectionRoundLine,
  ElectorLine,
  Nomination,
} from '../document/minutes-document.ts';
import { list, paragraph } from './blocks.ts';
import type { Block } from './blocks.ts';
import { nameOf, none, officerOf } from './names.ts';
import type { Say } from './say.ts';

/* Elections: who was nominated, how the body balloted, who was elected. */

/** The office, and of a co-chair for whom. */
const officeOf = (say: Say, { role, constituencyId = none }: ElectionLine): string =>
  say.text('office', { role, constituency: constituencyId });

const nominationOf = (say: Say, { candidate, nominatedBy, withdrawn }: Nomination): string =>
  say.text('nomination', {
    candidate: officerOf(say, candidate),
    by: nominatedBy ? nameOf(say, nominatedBy) : none,
    withdrawn: withdrawn === true ? 'yes' : 'no',
  });

const totalText = (say: Say, { candidate, votes }: CandidateTotal): string =>
  say.text('electionTotal', { candidate: candidate ? officerOf(say, candidate) : none, votes });

function answerOf(say: Say, { option, candidate }: ElectorLine): string {
  return candidate ? officerOf(say, candidate) : say.text('elector', { option: option.replaceAll(' ', '_') });
}

const rollOf = (say: Say, roll: readonly ElectorLine[]): readonly Block[] =>
  roll.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: [say.text('seat'), say.text('answer')],
          rows: roll.map((elector) => [
            elector.by === undefined
              ? nameOf(say, elector)
              : say.text('spokenBy', { seat: nameOf(say, elector), by: elector.by }),
            answerOf(say, elector),
          ]),
        },
      ];

/** By constituency, as the tellers counted. */
function apartOf(say: Say, totals: readonly CandidateTotal[]): readonly Block[] {
  const constituencies = [...new Set(totals.map(({ constituencyId = none }) => constituencyId))];
  return list(
    constituencies.map((constituency) => {
      const own = totals.filter(({ constituencyId }) => constituencyId === constituency);
      return say.text('countedApart', {
        constituency,
        totals: own.map((total) => totalText(say, total)).join(', '),
      });
    }),
  );
}

function roundOf(say: Say, round: ElectionRoundLine): readonly Block[] {
  const { number, at, method } = { number: round.round, at: say.time(round.closedAt), method: round.method };
  const { result, reason, totals, tellers, byConstituency, clause, roll } = round;
  const counted = totals.map((total) => totalText(say, total)).join(', ');
  return [
    paragraph(
      say.text('ballot', { number, method, at, totals: counted === '' ? none : counted, result }) +
        (reason === undefined ? '' : ` ${reason}`),
    ),
    ...(tellers.length === 0
      ? []
      : [paragraph(say.text('tellers', { tellers: tellers.map((one) => officerOf(say, one)).join(', ') }))]),
    ...(clause === undefined ? [] : [paragraph(say.text('clause', { clause }))]),
    ...apartOf(say, byConstituency),
    ...rollOf(say, roll),
  ];
}

/** The nominations and the ballots; who was elected comes after any consent, last. */
export const ballotingOf = (say: Say, election: ElectionLine): readonly Block[] => [
  paragraph(say.text('electionOf', { office: officeOf(say, election) })),
  ...list(election.nominations.map((nomination) => nominationOf(say, nomination))),
  ...(election.nominationsClosed
    ? [paragraph(say.text('nominationsClosed', { at: say.time(election.nominationsClosed) }))]
    : []),
  ...election.rounds.flatMap((round) => roundOf(say, round)),
];

/** Who was elected, as the last word on the motion. */
export const electedOf = (say: Say, election: ElectionLine): string | undefined =>
  election.elected &&
  say.text('elected', { office: officeOf(say, election), elected: officerOf(say, election.elected) });
