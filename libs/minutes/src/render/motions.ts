import type {
  DebateLine,
  MinutesDocument,
  MotionLine,
  OtherMotion,
  VoteLine,
} from '../document/minutes-document.ts';
import { heading, list, paragraph, section } from './blocks.ts';
import type { Block } from './blocks.ts';
import { ballotingOf, electedOf } from './elections.ts';
import { nameOf, none, officerOf, titleOf } from './names.ts';
import type { Say } from './say.ts';
import { withoutVoteOf } from './without-vote.ts';

/** Of a secret vote in which everybody took part there is none to show. */
function rollCallOf(say: Say, rollCall: VoteLine['rollCall']): readonly Block[] {
  if (rollCall.length === 0) return [];
  const optionText = (option: string): string => say.text('option', { option });
  const rows = rollCall.map(({ option, recordedAs, ...seat }) => [
    nameOf(say, seat),
    recordedAs === undefined
      ? optionText(option)
      : say.text('corrected', { option: optionText(option), recorded: optionText(recordedAs) }),
  ]);
  return [{ kind: 'table', head: [say.text('seat'), say.text('answer')], rows }];
}

type ReportCorrection = NonNullable<VoteLine['reportCorrections']>[number];

function secretOf(say: Say, { voters, tellers }: NonNullable<VoteLine['secret']>): string {
  const names = tellers.map((teller) => officerOf(say, teller)).join(', ');
  return say.text('secretBallot', { count: voters, tellers: names === '' ? none : names });
}

const totalsOf = (say: Say, totals: ReportCorrection['from']): string =>
  totals
    .map(({ constituencyId, ...total }) => {
      const text = say.text('count', total);
      return constituencyId === undefined ? text : `${text} (${constituencyId})`;
    })
    .join(', ');

/** What the tellers had reported, and what it should have been. */
const reportCorrectionOf = (say: Say, { from, to, reason }: ReportCorrection): string =>
  say.text('reportCorrection', { from: totalsOf(say, from), to: totalsOf(say, to), reason });

function voteOf(say: Say, vote: VoteLine): readonly Block[] {
  const {
    method,
    closedAt,
    counts,
    result,
    clause,
    secret,
    rollCall,
    corrections,
    reportCorrections = [],
  } = vote;
  const ofBody = counts.filter(({ constituencyId }) => constituencyId === undefined);
  const optionText = (option: string): string => say.text('option', { option });
  return [
    paragraph(
      say.text('vote', {
        method,
        at: say.time(closedAt),
        counts: ofBody.map(({ option, value }) => say.text('count', { option, value })).join(', '),
        result,
      }),
    ),
    ...(clause === undefined ? [] : [paragraph(say.text('clause', { clause }))]),
    ...(secret ? [paragraph(secretOf(say, secret))] : []),
    ...rollCallOf(say, rollCall),
    ...list(
      corrections.map(({ seat, from, to, reason }) =>
        say.text('correction', {
          seat: nameOf(say, seat),
          from: optionText(from),
          to: optionText(to),
          reason,
        }),
      ),
    ),
    ...list(reportCorrections.map((one) => reportCorrectionOf(say, one))),
  ];
}

/** Of what class a motion is; a main motion says nothing of it. */
function headingOf(say: Say, { motionId, title = motionId, classification, election }: MotionLine): Block {
  if (election) return heading(3, say.text('election', { title }));
  const named = classification?.split('.').at(-1);
  return heading(
    3,
    named === undefined ? say.text('motion', { title }) : say.text('motionOfClass', { class: named, title }),
  );
}

const procedureOf = (say: Say, { appliesTo, dividedFrom }: MotionLine): readonly Block[] => [
  ...(appliesTo ? [paragraph(say.text('appliesTo', { title: titleOf(appliesTo) }))] : []),
  ...(dividedFrom ? [paragraph(say.text('dividedFrom', { title: titleOf(dividedFrom) }))] : []),
];

function debateText(say: Say, { order, at, byMotion, ...limits }: DebateLine): string {
  const { minutesPerSpeech = none, speechesPerMember = none, closesAt } = limits;
  const by = { at: say.time(at), motion: titleOf(byMotion) };
  if (order === 'previous_question') return say.text('previousQuestion', by);
  return say.text('debateLimited', {
    ...by,
    ...{ minutes: minutesPerSpeech, speeches: speechesPerMember },
    closes: closesAt ? say.time(closesAt) : none,
  });
}

/** What other motions and the chair made of it. */
function outcomesOf(
  say: Say,
  { amendedBy = [], dividedInto = [], outOfOrder }: MotionLine,
): readonly Block[] {
  const titles = (motions: readonly OtherMotion[]): string => motions.map(titleOf).join('; ');
  return [
    ...(amendedBy.length > 0 ? [paragraph(say.text('amendedBy', { titles: titles(amendedBy) }))] : []),
    ...(dividedInto.length > 0 ? [paragraph(say.text('dividedInto', { titles: titles(dividedInto) }))] : []),
    ...(outOfOrder === undefined ? [] : [paragraph(say.text('outOfOrder', { ground: outOfOrder }))]),
  ];
}

function motionOf(say: Say, motion: MotionLine): readonly Block[] {
  const { text, mover, seconder, secondExemption, votes, election, disposition } = motion;
  const elected = election && electedOf(say, election);
  const acts = [
    ...(mover ? [say.text('moved', { mover: nameOf(say, mover) })] : []),
    ...(seconder ? [say.text('seconded', { seconder: nameOf(say, seconder) })] : []),
    ...(secondExemption === undefined ? [] : [say.text('exempted', { exemption: secondExemption })]),
  ];
  return [
    headingOf(say, motion),
    ...procedureOf(say, motion),
    ...(text === undefined ? [] : [{ kind: 'quote', text } as const]),
    ...(acts.length === 0 ? [] : [paragraph(acts.join(' '))]),
    ...list((motion.debate ?? []).map((order) => debateText(say, order))),
    ...votes.flatMap((vote) => voteOf(say, vote)),
    ...(election ? ballotingOf(say, election) : []),
    ...withoutVoteOf(say, motion),
    ...outcomesOf(say, motion),
    paragraph(elected ?? say.text('disposition', { status: disposition })),
  ];
}

export const motionsOf = (say: Say, { motions }: MinutesDocument): readonly Block[] =>
  section(
    say.text('motions'),
    motions.flatMap((motion) => motionOf(say, motion)),
  );
