import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, settle } from '../../kernel/index.ts';
import { bodyMajority, ruleOf } from '../../tally/testing/rules.ts';
import { given, stateAfter } from '../../testing/index.ts';
import { rederive, streamsRead } from '../index.ts';
import type { Command, CorrectVoteTellersReport, Facts, MotionEvent, VoteTotal } from '../index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import {
  adoptedMotion,
  everybody,
  facts,
  inRoom,
  members,
  pending,
  opened,
  rule,
  votingUnder,
} from '../testing/committee.ts';

const vote = { voteEventId: 'vote-1' } as const;
const majority = ruleOf([bodyMajority], { clauseRef: rule.clauseRef! });
const modes = ['live', 'minutes', 'historicalImport'] as const;

function taken(history: readonly MotionEvent[], commands: readonly Command[], room: Facts = facts()) {
  return commands.reduce((events, command) => {
    const outcome = settle(decider.decide(stateAfter(decider, events), command, room), 'minutes', room);
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
    return [...events, ...outcome.events];
  }, history);
}

const totalsOf = (yes: number, no: number, abstain = 0): readonly VoteTotal[] => [
  { option: 'yes', value: yes },
  { option: 'no', value: no },
  { option: 'abstain', value: abstain },
];
const closedWith = (totals: readonly VoteTotal[], decidedUnder = majority, room: Facts = facts()) =>
  taken(
    votingUnder({ method: 'secret', rule: decidedUnder }),
    [
      { type: 'ReportVoteTellers', ...vote, tellers: [{ kind: 'person', id: 'teller' }], totals },
      { type: 'CloseVote', ...vote },
    ],
    room,
  );

const correct = (
  totals: readonly VoteTotal[],
  more: Partial<CorrectVoteTellersReport> = {},
): CorrectVoteTellersReport => ({
  type: 'CorrectVoteTellersReport',
  ...vote,
  totals,
  reason: 'The tally sheet says otherwise.',
  ...more,
});
const later = atInstant('2026-09-02T17:00:00Z');
const amend = { authorityMotionId: 'amend' } as const;
const clerical = (more: Partial<Facts> = {}): Facts => facts({ at: later, ...more });
const byMotion = (more: Partial<Facts> = {}): Facts =>
  clerical({ authorityMotion: adoptedMotion('amend'), ...more });
const standing = (events: readonly MotionEvent[]) => {
  const { closedVotes, lastVote, status } = stateAfter(decider, events);
  return { vote: closedVotes.get('vote-1'), last: lastVote?.closed, status };
};

const adopted = closedWith(totalsOf(4, 2));

describe('a correction of the tellers’ report', () => {
  it('restates the tally, and the report of the tellers stays', () => {
    const command = correct(totalsOf(5, 1));
    for (const mode of modes)
      given(decider)(...adopted)
        .when(command, clerical())
        [mode].records('VoteTellersReportCorrected', 'TallyRestated')
        .withFindings();
    const after = taken(adopted, [command], clerical());
    expect(after.slice(adopted.length)).toMatchObject([
      { from: totalsOf(4, 2), to: totalsOf(5, 1), authority: { kind: 'clerical' }, reason: command.reason },
      {
        changesOutcome: false,
        tally: {
          result: 'pass',
          counts: [
            { option: 'yes', value: 5 },
            { option: 'no', value: 1 },
          ],
        },
      },
    ]);
    expect(standing(after)).toMatchObject({
      vote: { secret: { totals: totalsOf(5, 1), presentSeatIds: members } },
      last: { result: 'pass', secret: { present: 6, ayes: 5 } },
      status: 'adopted',
    });
    expect(after.filter(({ type }) => type === 'VoteTellersReported')).toEqual(
      adopted.filter(({ type }) => type === 'VoteTellersReported'),
    );
  });

  it('CLERICAL_CORRECTION_CHANGES_OUTCOME: what the vote decided only the body changes (RR-13)', () => {
    for (const mode of modes)
      given(decider)(...adopted)
        .when(correct(totalsOf(2, 4)), clerical())
        [mode].rejectedWith('CLERICAL_CORRECTION_CHANGES_OUTCOME', { rule: 'RR-13' });
  });

  it('by motion may change the outcome, and disposes of the motion anew', () => {
    for (const mode of modes)
      given(decider)(...adopted)
        .when(correct(totalsOf(3, 3), amend), byMotion())
        [mode].records('VoteTellersReportCorrected', 'TallyRestated', {
          type: 'MotionRejected',
          ...vote,
          reason: 'TIE',
          restated: true,
        });
    const after = taken(adopted, [correct(totalsOf(3, 3), amend)], byMotion());
    expect(after.at(-3)).toMatchObject({
      authority: { kind: 'motion', motionId: 'amend', motionRevision: 9 },
    });
    expect(standing(after).status).toBe('rejected');
  });

  it('CORRECTION_NEEDS_AUTHORITY: the minutes are approved, or the motion is not adopted', () => {
    const { attendance } = facts();
    if (!attendance) throw new Error('no meeting');
    const approved = { attendance: { ...attendance, minutesApproved: true as const } };
    const open = { ...adoptedMotion('amend'), status: 'pending' } as const;
    for (const mode of modes) {
      given(decider)(...adopted)
        .when(correct(totalsOf(5, 1)), clerical(approved))
        [mode].rejectedWith('CORRECTION_NEEDS_AUTHORITY', { rule: 'RR-13' });
      given(decider)(...adopted)
        .when(correct(totalsOf(5, 1), amend), byMotion(approved))
        [mode].records('VoteTellersReportCorrected', 'TallyRestated');
      given(decider)(...adopted)
        .when(correct(totalsOf(5, 1), amend), byMotion({ authorityMotion: open }))
        [mode].rejectedWith('CORRECTION_NEEDS_AUTHORITY');
    }
  });

  const openly = taken(
    [...pending, { ...opened, rule: majority }],
    [
      ...members.map((seatId): Command => ({ type: 'RecordBallot', ...vote, seatId, option: 'yes' })),
      { type: 'CloseVote', ...vote },
    ],
  );
  const suspended: readonly MotionEvent[] = [
    ...adopted,
    { type: 'ReconsiderationMoved', byMotionId: 'again', byMotionRevision: 2 },
  ];
  it.each<[string, readonly MotionEvent[], CorrectVoteTellersReport, Facts]>([
    ['VOTE_NOT_CLOSED', adopted, { ...correct(totalsOf(5, 1)), voteEventId: 'vote-9' }, clerical()],
    ['VOTE_NOT_CLOSED', votingUnder({ method: 'secret' }), correct(totalsOf(5, 1)), clerical()],
    ['BALLOT_NOT_SECRET', openly, correct(totalsOf(5, 1)), clerical()],
    ['CORRECTION_NO_CHANGE', adopted, correct(totalsOf(4, 2).toReversed()), clerical()],
    ['COUNTS_DO_NOT_RECONCILE', adopted, correct(totalsOf(5, 2)), clerical()],
    ['COUNTS_DO_NOT_RECONCILE', adopted, correct([...totalsOf(2, 0), ...totalsOf(1, 0)]), clerical()],
    [
      'TOTALS_BY_CONSTITUENCY_REQUIRED',
      adopted,
      correct([{ option: 'yes', value: 2, constituencyId: 'UTLA' }, ...totalsOf(2, 1)]),
      clerical(),
    ],
    ['TIME_INVERTED', adopted, correct(totalsOf(5, 1)), clerical({ at: atInstant('2026-09-01T10:00:00Z') })],
    ['RECONSIDERATION_PENDING', suspended, correct(totalsOf(2, 4), amend), byMotion()],
  ])('%s, in every mode', (code, history, command, known) => {
    for (const mode of modes)
      given(decider)(...history)
        .when(command, known)
        [mode].rejectedWith(code);
  });

  it('COUNTS_DO_NOT_RECONCILE: counts no ballot of who was away when the vote was closed', () => {
    const room = inRoom({ present: everybody.filter((one) => one !== 'utla-3') });
    given(decider)(...closedWith(totalsOf(4, 1), majority, room))
      .when(correct(totalsOf(5, 1)), clerical())
      .historicalImport.rejectedWith('COUNTS_DO_NOT_RECONCILE', { ballots: 6, voters: 5 });
  });

  it('reads the meeting of the vote and the motion that gives the authority, and no roster', () => {
    expect(streamsRead(stateAfter(decider, adopted), correct(totalsOf(5, 1), amend))).toMatchObject({
      meetingId: 'meeting-1',
      authorityMotionId: 'amend',
      roster: false,
    });
  });
});

const side = fc.record({ yes: fc.nat({ max: 3 }), no: fc.nat({ max: 3 }), abstain: fc.nat({ max: 1 }) });
type Side = Record<'yes' | 'no' | 'abstain', number>;
/** Every option is told, also one that nobody chose: so a report and the same one corrected back are equal. */
const totalsBySide = (sides: readonly Side[]): readonly VoteTotal[] =>
  ['LAUSD', 'UTLA'].flatMap((constituencyId, i) =>
    (['yes', 'no', 'abstain'] as const).map((option) => ({
      option,
      value: sides[i]?.[option] ?? 0,
      constituencyId,
    })),
  );
const anyTotals = fc.tuple(side, side).map(totalsBySide);
const allowed = (totals: readonly VoteTotal[]): boolean =>
  ['LAUSD', 'UTLA'].every(
    (id) => totals.filter((one) => one.constituencyId === id).reduce((n, { value }) => n + value, 0) <= 3,
  );
const report = anyTotals.filter(allowed);
const allYes = { yes: 3, no: 0, abstain: 0 };
const start = closedWith(totalsBySide([allYes, allYes]), rule);

/** Corrections that change something, one after another. */
const corrected = (reports: readonly (readonly VoteTotal[])[]) =>
  reports.reduce<readonly MotionEvent[]>((events, totals) => {
    const room = byMotion();
    const asked = decider.decide(stateAfter(decider, events), correct(totals, amend), room);
    const outcome = settle(asked, 'live', room);
    if (outcome.accepted)
      return [...events, ...(JSON.parse(JSON.stringify(outcome.events)) as typeof outcome.events)];
    expect(outcome.objection.code).toBe('CORRECTION_NO_CHANGE');
    return events;
  }, start);
const reportOf = (events: readonly MotionEvent[]) => standing(events).vote?.secret?.totals ?? [];

describe('whatever the tellers are found to have counted', () => {
  it('and corrected back restores the identical tally and disposition', () => {
    let flipped = 0;
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => {
        const there = corrected(reports);
        if (standing(there).status === 'rejected') flipped++;
        const undone = corrected([...reports, ...[...reports].reverse(), reportOf(start)]);
        expect(JSON.parse(JSON.stringify(standing(undone)))).toEqual(
          JSON.parse(JSON.stringify(standing(start))),
        );
      }),
      {
        numRuns: 100,
        examples: [[[totalsBySide([allYes, allYes]), totalsBySide([])]]],
      },
    );
    expect(flipped).toBeGreaterThan(5);
  });

  it('comes to what the same report would have come to at the closing, and replays', () => {
    fc.assert(
      fc.property(report, (totals) => {
        const events = corrected([totals]);
        expect(JSON.parse(JSON.stringify(standing(events).vote?.tally))).toEqual(
          JSON.parse(JSON.stringify(standing(closedWith(reportOf(events), rule)).vote?.tally)),
        );
        const [again] = rederive(events);
        expect(again?.differences).toEqual([]);
        expect((again?.restated ?? again)?.disposition).toBe(standing(events).status);
      }),
      { numRuns: 100 },
    );
  });

  const flip = taken(adopted, [correct(totalsOf(2, 4), amend)], byMotion());
  const tampered = (change: (event: MotionEvent) => MotionEvent) =>
    rederive(flip.map(change))[0]?.differences;
  it.each<[string, (event: MotionEvent) => MotionEvent]>([
    [
      'the correction says that the tellers reported other totals than they did',
      (event) => (event.type === 'VoteTellersReportCorrected' ? { ...event, from: totalsOf(6, 0) } : event),
    ],
    [
      'the restated tally does not follow from the corrected record',
      (event) => (event.type === 'VoteTellersReportCorrected' ? { ...event, to: totalsOf(1, 5) } : event),
    ],
    [
      'a clerical correction changed the outcome',
      (event) =>
        event.type === 'VoteTellersReportCorrected' ? { ...event, authority: { kind: 'clerical' } } : event,
    ],
    [
      'the correction says how lausd-1 stood, and the vote was secret',
      (event) =>
        event.type === 'VoteTellersReportCorrected'
          ? {
              ...vote,
              ...{ type: 'VoteRecordCorrected', seatId: 'lausd-1', from: 'yes', to: 'no' },
              ...{ authority: event.authority, reason: 'x' },
            }
          : event,
    ],
  ])('finds that %s', (difference, change) => {
    expect(tampered(change)).toContain(difference);
  });
});
