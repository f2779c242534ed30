import { describe, expect, it } from '@jest/globals';
import type { motion, tally } from '#governance';
import { v01 } from '#projections/testing';
import { drafted, minutesWith, pinned, quorum, texts } from '../testing/minutes-with.ts';
import type { MotionEvent } from '../testing/minutes-with.ts';
import { render } from './render.ts';

const { meetingId } = v01;
const nominate = (candidateId: string, seatId: string, nominatedBySeatId?: string): MotionEvent => ({
  type: 'CandidateNominated',
  candidateId,
  candidate: { kind: 'seat', id: seatId },
  ...(nominatedBySeatId !== undefined && { nominatedBySeatId }),
});
const called: readonly MotionEvent[] = [
  drafted('The co-chair of LAUSD'),
  { type: 'MotionSubmitted' },
  { type: 'ElectionCalled', meetingId, role: 'co_chair', constituencyId: 'LAUSD' },
  nominate('a', 'lausd-1', 'lausd-3'),
  nominate('b', 'lausd-2'),
  nominate('c', 'lausd-4', 'lausd-5'),
  { type: 'CandidateWithdrawn', candidateId: 'c' },
];
const closedNominations: MotionEvent = { type: 'NominationsClosed' };
const opened = (round: number, method: motion.VoteMethod, where = meetingId): MotionEvent => ({
  ...{ type: 'ElectionRoundOpened', ballotingId: `ballot-${round}`, round, candidateIds: ['a', 'b'] },
  ...pinned,
  ...{ meetingId: where, method },
});
const traceOf = (votes: readonly [number, number], electedId?: string): tally.ElectionTrace => ({
  candidates: [
    { candidateId: 'a', votes: votes[0], tally: {} as tally.Tally },
    { candidateId: 'b', votes: votes[1], tally: {} as tally.Tally },
  ],
  abstentions: 1,
  ...(electedId !== undefined && { electedId }),
});
const closed = (
  round: number,
  trace: tally.ElectionTrace,
  roll: motion.ElectionRoundClosed['roll'],
): MotionEvent => ({
  ...{ type: 'ElectionRoundClosed', ballotingId: `ballot-${round}`, roll, trace, meetingRevision: 9 },
});
const decided = (decidedBy: string): readonly MotionEvent[] => [
  {
    ...{ type: 'ElectionDecided', role: 'co_chair', constituencyId: 'LAUSD', candidateId: 'a' },
    ...{ candidate: { kind: 'seat', id: 'lausd-1' }, decidedBy },
  },
  { type: 'MotionAdopted', voteEventId: decidedBy },
];
const electionIn = (events: readonly MotionEvent[]) =>
  minutesWith({ election: events }).motions.find(({ motionId }) => motionId === 'election')!;
const textOf = (events: readonly MotionEvent[]) => texts(minutesWith({ election: events }));

describe('minutes of an election', () => {
  const balloted: readonly MotionEvent[] = [
    ...called,
    closedNominations,
    opened(1, 'roll_call'),
    closed(1, traceOf([1, 1]), [
      { seatId: 'lausd-1', option: 'candidate', candidateId: 'a', present: true, by: 'member' },
      { seatId: 'lausd-2', option: 'candidate', candidateId: 'b', present: true, by: 'alternate' },
      { seatId: 'utla-1', option: 'abstain', present: true, by: 'member' },
      { seatId: 'utla-2', option: 'not voting', present: true },
      { seatId: 'utla-3', option: 'absent', present: false },
    ]),
    opened(2, 'secret'),
    {
      type: 'TellersReported',
      ballotingId: 'ballot-2',
      tellers: [
        { kind: 'seat', id: 'utla-5' },
        { kind: 'person', id: 'p-teller' },
      ],
      totals: [
        { candidateId: 'a', value: 2, constituencyId: 'LAUSD' },
        { candidateId: 'b', value: 1, constituencyId: 'LAUSD' },
        { candidateId: 'a', value: 4, constituencyId: 'UTLA' },
        { value: 1, constituencyId: 'UTLA' },
      ],
    },
    closed(2, traceOf([6, 1], 'a'), [{ seatId: 'utla-3', option: 'absent', present: false }]),
    ...decided('ballot-2'),
  ];

  it.each([
    ['the office, and who was nominated by whom', 'Office: co-chair for LAUSD. Nominated:'],
    ['a nomination from the floor', 'LAUSD seat 1, nominated by LAUSD seat 3'],
    ['who declined', 'LAUSD seat 4, nominated by LAUSD seat 5 (declined)'],
    ['when nominations were closed', 'Nominations were closed: 4:20 PM.'],
    [
      'a ballot that elects nobody',
      'Ballot 1 (roll call), 4:20 PM: LAUSD seat 1 1, LAUSD seat 2 1, abstaining 1. Nobody is elected.',
    ],
    ['how each seat answered', '| LAUSD seat 2 (by alternate) | LAUSD seat 2 |'],
    ['who was there and did not answer', '| UTLA seat 2 | present, not voting |'],
    [
      'a secret ballot by its totals',
      'Ballot 2 (secret ballot), 4:20 PM: LAUSD seat 1 6, LAUSD seat 2 1, abstaining 1.',
    ],
    ['the tellers', 'Tellers: UTLA seat 5, p-teller (no seat).'],
    ['what each constituency counted', 'Counted for UTLA: LAUSD seat 1 4, abstaining 1.'],
    ['who was elected to what', 'Elected as co-chair for LAUSD: LAUSD seat 1.'],
  ])('tells %s', (_what, sentence) => {
    expect(textOf(balloted).en).toContain(sentence);
  });

  it('in Spanish, too, and in HTML', () => {
    const { es } = textOf(balloted);
    for (const sentence of [
      'Elección: The co-chair of LAUSD',
      'Cargo: copresidencia por LAUSD. Candidaturas:',
      'LAUSD seat 4, a propuesta de LAUSD seat 5 (declinó)',
      'Vuelta 1 (nominal), 16:20: LAUSD seat 1 1, LAUSD seat 2 1, abstenciones 1. Nadie resulta elegido.',
      'Elegido para la copresidencia por LAUSD: LAUSD seat 1.',
    ])
      expect(es).toContain(sentence);
    const html = render(minutesWith({ election: balloted })).renditions.find(
      ({ lang, format }) => lang === 'en' && format === 'html',
    )!;
    expect(html.bytes.toString()).toContain('<p>Elected as co-chair for LAUSD: LAUSD seat 1.</p>');
  });

  it('tells nobody how a seat voted in secret', () => {
    const [, secret] = electionIn(balloted).election!.rounds;
    expect(secret!.roll).toEqual([
      { seatId: 'utla-3', label: 'UTLA seat 3', constituencyId: 'UTLA', option: 'absent' },
    ]);
  });

  it('wants no mover and no seconder, and does want an outcome', () => {
    expect(minutesWith({ election: balloted }).missing.filter((one) => one.endsWith(':election'))).toEqual(
      [],
    );
    const open = minutesWith({ election: [...called, closedNominations, opened(1, 'roll_call')] });
    expect(open.missing.filter((one) => one.endsWith(':election'))).toEqual(['disposition:election']);
    expect(texts(open).en).toContain('left in the course of the balloting');
  });

  it('tells an election without opposition, decided by unanimous consent', () => {
    const { en } = textOf([
      ...called,
      {
        ...{ type: 'UnanimousConsentDeclared', consentId: 'c-1', ...pinned, quorum },
        present: [{ seatId: 'lausd-1', by: 'member' }],
        recusedSeatIds: [],
      },
      ...decided('c-1'),
    ]);
    expect(en).toContain('nobody of one voting seat present objected.');
    expect(en).toContain('Elected as co-chair for LAUSD: LAUSD seat 1.');
  });

  it('tells a ballot that was broken off, and why', () => {
    const { en, es } = textOf([
      ...called,
      closedNominations,
      opened(1, 'secret'),
      { type: 'ElectionRoundAborted', ballotingId: 'ballot-1', reason: 'More ballots than seats.' },
    ]);
    expect(en).toContain(
      'Ballot 1 (secret ballot), 4:20 PM: The ballot was broken off. More ballots than seats.',
    );
    expect(es).toContain('La vuelta se interrumpió. More ballots than seats.');
  });

  it('leaves the ballots of another meeting to the minutes of that one', () => {
    const { election } = electionIn([
      ...called,
      closedNominations,
      opened(1, 'roll_call', 'another'),
      closed(1, traceOf([2, 0], 'a'), []),
      ...decided('ballot-1'),
    ]);
    expect(election).toMatchObject({ rounds: [] });
    expect(election).not.toHaveProperty('elected');
  });
});
