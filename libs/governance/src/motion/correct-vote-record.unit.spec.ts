import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { given, stateAfter } from '../testing/index.ts';
import { voteOptions } from '../tally/index.ts';
import type { VoteOption } from '../tally/index.ts';
import { decider, rederive } from './index.ts';
import type { Command, CorrectVoteRecord, Facts, MotionEvent, MotionState, VoteClosed } from './index.ts';
import {
  adoptedMotion,
  attendance,
  ballots,
  facts,
  members,
  votingUnder,
  voting,
} from './testing/committee.ts';

const later = atInstant('2026-09-02T17:00:00Z');

/** The vote as its ballots came out. */
function closed(history: readonly MotionEvent[], room = attendance()): readonly MotionEvent[] {
  const close: Command = { type: 'CloseVote', voteEventId: 'vote-1' };
  const outcome = settle(
    decider.decide(stateAfter(decider, history), close, facts({ attendance: room })),
    'minutes',
    facts(),
  );
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
  return [...history, ...outcome.events];
}

const adopted = closed([...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'no')]);
const rejected = closed([...voting, ...ballots('yes', 'yes', 'yes', 'yes', 'no', 'no')]);

const correct = (
  seatId: string,
  to: VoteOption,
  more: Partial<CorrectVoteRecord> = {},
): CorrectVoteRecord => ({
  type: 'CorrectVoteRecord',
  voteEventId: 'vote-1',
  seatId,
  to,
  reason: 'The tape says otherwise.',
  ...more,
});
const clerical = (more: Partial<Facts> = {}): Facts => facts({ at: later, ...more });
const byMotion = (more: Partial<Facts> = {}): Facts =>
  facts({ at: later, authorityMotion: adoptedMotion('amend'), ...more });
const amend = { authorityMotionId: 'amend' } as const;

const resultIn = (events: readonly MotionEvent[]) =>
  stateAfter(decider, events).closedVotes.get('vote-1')!.tally.result;

describe('a clerical correction', () => {
  it('restates the tally beside the record of the closing', () => {
    const expectation = given(decider)(...adopted).when(correct('lausd-3', 'abstain'), clerical());
    expectation.live.records('VoteRecordCorrected', 'TallyRestated').withFindings();
    const outcome = settle(
      decider.decide(stateAfter(decider, adopted), correct('lausd-3', 'abstain'), clerical()),
      'live',
      facts(),
    );
    expect(outcome).toMatchObject({
      events: [
        {
          voteEventId: 'vote-1',
          seatId: 'lausd-3',
          from: 'yes',
          to: 'abstain',
          authority: { kind: 'clerical' },
          reason: 'The tape says otherwise.',
        },
        {
          changesOutcome: false,
          tally: {
            result: 'pass',
            counts: [
              { option: 'yes', value: 4 },
              { option: 'no', value: 1 },
              { option: 'abstain', value: 1 },
              {},
              {},
              {},
              {},
            ],
          },
        },
      ],
    });
  });

  it('CLERICAL_CORRECTION_CHANGES_OUTCOME: in either direction and in every mode', () => {
    for (const [history, seatId, to] of [
      [adopted, 'utla-2', 'no'],
      [rejected, 'utla-2', 'yes'],
    ] as const) {
      const expectation = given(decider)(...history).when(correct(seatId, to), clerical());
      for (const mode of ['live', 'minutes', 'historicalImport'] as const)
        expectation[mode].rejectedWith('CLERICAL_CORRECTION_CHANGES_OUTCOME', { rule: 'RR-13' });
    }
  });

  it('CORRECTION_NEEDS_AUTHORITY: not after the minutes of its meeting are approved', () => {
    const approved = { attendance: attendance({ minutesApproved: true }) };
    const expectation = given(decider)(...adopted).when(correct('lausd-3', 'abstain'), clerical(approved));
    for (const mode of ['live', 'minutes', 'historicalImport'] as const)
      expectation[mode].rejectedWith('CORRECTION_NEEDS_AUTHORITY', { rule: 'RR-13', meetingId: 'meeting-1' });
    given(decider)(...adopted)
      .when(correct('lausd-3', 'abstain', amend), byMotion(approved))
      .live.records('VoteRecordCorrected', 'TallyRestated');
  });
});

describe('a correction by motion', () => {
  it('disposes of the motion anew where the outcome changes', () => {
    given(decider)(...rejected)
      .when(correct('utla-2', 'yes', amend), byMotion())
      .live.records('VoteRecordCorrected', 'TallyRestated', {
        type: 'MotionAdopted',
        voteEventId: 'vote-1',
        restated: true,
      });
    given(decider)(...adopted)
      .when(correct('utla-2', 'no', amend), byMotion())
      .live.records('VoteRecordCorrected', 'TallyRestated', {
        type: 'MotionRejected',
        voteEventId: 'vote-1',
        reason: 'TEST_FAILED',
        restated: true,
      });
  });

  it('undoes an adoption whose text was amended since, too: the amendment has nothing left to stand on', () => {
    const amendment = { operation: 'add', insert: 'At once.' } as const;
    const pin = { byMotionId: 'amendment', byMotionRevision: 5 };
    const hashes = { beforeSha256: 'a'.repeat(64), afterSha256: 'b'.repeat(64) };
    const amended: MotionEvent = { type: 'AdoptedMotionAmended', ...pin, ...hashes, amendment, text: 'x' };
    given(decider)(...adopted, amended)
      .when(correct('utla-2', 'no', amend), byMotion())
      .live.records('VoteRecordCorrected', 'TallyRestated', 'MotionRejected');
  });

  it('may rest on a motion that was amended after its adoption', () => {
    const authorityMotion = { ...byMotion().authorityMotion!, status: 'amended_after_adoption' as const };
    given(decider)(...adopted)
      .when(correct('utla-2', 'no', amend), byMotion({ authorityMotion }))
      .live.records('VoteRecordCorrected', 'TallyRestated', 'MotionRejected');
  });

  it('leaves alone what became of the motion since', () => {
    const voided: MotionEvent = { type: 'MotionVoided', basis: 'court', reason: 'No notice.' };
    given(decider)(...adopted, voided)
      .when(correct('utla-2', 'no', amend), byMotion())
      .live.records('VoteRecordCorrected', 'TallyRestated');
  });

  it('RECONSIDERATION_PENDING: does not decide anew what the body is reconsidering', () => {
    const suspended: readonly MotionEvent[] = [
      ...adopted,
      { type: 'ReconsiderationMoved', byMotionId: 'again', byMotionRevision: 2 },
    ];
    given(decider)(...suspended)
      .when(correct('utla-2', 'no', amend), byMotion())
      .live.rejectedWith('RECONSIDERATION_PENDING', { byMotionId: 'again' })
      .historicalImport.rejectedWith('RECONSIDERATION_PENDING');
    given(decider)(...suspended)
      .when(correct('lausd-3', 'abstain'), clerical())
      .live.records('VoteRecordCorrected', 'TallyRestated');
  });
  it('pins the motion that gives the authority', () => {
    const outcome = settle(
      decider.decide(stateAfter(decider, adopted), correct('utla-2', 'no', amend), byMotion()),
      'live',
      facts(),
    );
    expect(outcome).toMatchObject({
      events: [{ authority: { kind: 'motion', motionId: 'amend', motionRevision: 9 } }, {}, {}],
    });
  });

  it.each<[string, Facts['authorityMotion']]>([
    ['MOTION_UNKNOWN', undefined],
    ['CORRECTION_NEEDS_AUTHORITY', { ...adoptedMotion('amend'), status: 'pending' }],
    ['CORRECTION_NEEDS_AUTHORITY', { ...adoptedMotion('amend'), bodyId: 'another' }],
    ['CORRECTION_NEEDS_AUTHORITY', { ...adoptedMotion('amend'), isItself: true }],
    ['TIME_INVERTED', adoptedMotion('amend', atInstant('2026-09-03T17:00:00Z'))],
  ])('%s, in every mode', (code, authorityMotion) => {
    const expectation = given(decider)(...adopted).when(
      correct('utla-2', 'no', amend),
      byMotion({ authorityMotion }),
    );
    for (const mode of ['live', 'minutes', 'historicalImport'] as const) expectation[mode].rejectedWith(code);
  });
});

describe('what is corrected', () => {
  it.each<[string, CorrectVoteRecord, Partial<Facts>]>([
    ['VOTE_NOT_CLOSED', { ...correct('utla-2', 'no'), voteEventId: 'vote-9' }, {}],
    ['NOT_ENTITLED_AS_OF', correct('pupil', 'no'), {}],
    ['CORRECTION_NO_CHANGE', correct('utla-2', 'yes'), {}],
    ['CORRECTION_NO_CHANGE', correct('utla-2', 'yes', { present: true }), {}],
    ['CORRECTION_NEEDS_PRESENCE', correct('utla-2', 'absent'), {}],
    ['TIME_INVERTED', correct('utla-2', 'no'), { at: atInstant('2026-09-01T10:00:00Z') }],
  ])('%s', (code, command, more) => {
    const expectation = given(decider)(...adopted).when(command, clerical(more));
    expectation.live.rejectedWith(code);
    expectation.historicalImport.rejectedWith(code);
  });

  it('an open vote is not corrected: its ballots are changed', () => {
    given(decider)(...voting)
      .when(correct('utla-2', 'no'), clerical())
      .live.rejectedWith('VOTE_NOT_CLOSED', { open: 'vote-1' });
  });

  it('may be the presence alone, which may cost the quorum', () => {
    const gone = correct('utla-1', 'yes', { present: false, ...amend });
    const events = settle(decider.decide(stateAfter(decider, adopted), gone, byMotion()), 'live', facts());
    expect(events).toMatchObject({
      events: [
        { from: 'yes', to: 'yes', presence: { from: true, to: false } },
        { changesOutcome: true, tally: { result: 'fail', reason: 'MANDATORY_SEAT_ABSENT' } },
        { type: 'MotionRejected', reason: 'MANDATORY_SEAT_ABSENT', restated: true },
      ],
    });
  });

  it('is what other streams see of the vote', () => {
    const outcome = settle(
      decider.decide(stateAfter(decider, rejected), correct('utla-2', 'yes', amend), byMotion()),
      'live',
      facts(),
    );
    const events = outcome.accepted ? outcome.events : [];
    const { lastVote, status } = stateAfter(decider, [...rejected, ...events]);
    expect(status).toBe('adopted');
    expect(lastVote?.closed?.result).toBe('pass');
    expect(lastVote?.closed?.rollCall.find(({ seatId }) => seatId === 'utla-2')?.option).toBe('yes');
  });
});

type Change = Readonly<{ seatId: string; to: VoteOption; present: boolean }>;
/** Mostly near a majority with a quorum, where one vote more or less decides. */
const anyOption = fc.oneof(
  { weight: 8, arbitrary: fc.constant<VoteOption>('yes') },
  { weight: 4, arbitrary: fc.constant<VoteOption>('no') },
  { weight: 2, arbitrary: fc.constantFrom(...voteOptions) },
);
const usually = fc.integer({ max: 9, min: 0 }).map((n) => n > 0);
const changes = fc.array(
  fc.record<Change>({
    seatId: fc.constantFrom(...members),
    to: anyOption,
    present: usually,
  }),
  { minLength: 1, maxLength: 8 },
);
const castingRule = {
  ...(voting.at(-1) as Extract<MotionEvent, { type: 'VoteOpened' }>).rule,
  tie: 'chair_casts',
} as const;
const starts = fc
  .tuple(
    fc.array(anyOption, { minLength: 6, maxLength: 6 }),
    fc.subarray([...members], { minLength: 5 }),
    fc.boolean(),
  )
  .map(([options, present, chairCasts]) =>
    closed(
      [...(chairCasts ? votingUnder({ rule: castingRule }) : voting), ...ballots(...options)],
      attendance({ present }),
    ),
  );

const entryIn = (state: MotionState, seatId: string) =>
  state.closedVotes.get('vote-1')!.rollCall.find((entry) => entry.seatId === seatId)!;

const corrections = (start: readonly MotionEvent[], tried: readonly Change[]) => {
  const events = [...start];
  const undoing: Change[] = [];
  const apply = ({ seatId, to, present }: Change, at: When = later): boolean => {
    const state = stateAfter(decider, events);
    const outcome = settle(
      decider.decide(state, correct(seatId, to, { present, ...amend }), byMotion({ at })),
      'live',
      facts(),
    );
    if (!outcome.accepted) return false;
    events.push(...(JSON.parse(JSON.stringify(outcome.events)) as MotionEvent[]));
    return true;
  };
  for (const change of tried) {
    const { option, present } = entryIn(stateAfter(decider, events), change.seatId);
    if (apply(change)) undoing.unshift({ seatId: change.seatId, to: option, present });
  }
  return { events, undoing, apply };
};

describe('whatever is corrected', () => {
  const standing = (events: readonly MotionEvent[]) => {
    const { status, closedVotes, lastVote } = stateAfter(decider, events);
    const { tally, rollCall } = closedVotes.get('vote-1')!;
    return JSON.parse(JSON.stringify({ status, tally, rollCall, last: lastVote?.closed })) as unknown;
  };

  it('and undone restores the identical tally, roll call and disposition', () => {
    let flipped = 0;
    fc.assert(
      fc.property(starts, changes, (start, tried) => {
        const { events, undoing, apply } = corrections(start, tried);
        if (resultIn(events) !== resultIn(start)) flipped++;
        for (const change of undoing) expect(apply(change)).toBe(true);
        expect(standing(events)).toEqual(standing(start));
      }),
      { numRuns: 200 },
    );
    expect(flipped).toBeGreaterThan(5);
  });

  it('rederives from the stream alone, the original beside the restated tally', () => {
    fc.assert(
      fc.property(starts, changes, (start, tried) => {
        const { events } = corrections(start, tried);
        const [vote] = rederive(events);
        const closing = start.find((event): event is VoteClosed => event.type === 'VoteClosed')!;
        expect(vote?.differences).toEqual([]);
        expect(vote?.tally).toEqual(JSON.parse(JSON.stringify(closing.tally)));
        const { tally } = stateAfter(decider, events).closedVotes.get('vote-1')!;
        expect(vote?.restated?.tally ?? vote?.tally).toEqual(JSON.parse(JSON.stringify(tally)));
        expect(stateAfter(decider, events).status).toBe((vote?.restated ?? vote)?.disposition);
      }),
      { numRuns: 200 },
    );
  });

  const flip = () => corrections(rejected, [{ seatId: 'utla-2', to: 'yes', present: true }]).events;
  const tampered = (change: (event: MotionEvent) => MotionEvent | undefined) =>
    rederive(flip().flatMap((event) => change(event) ?? []))[0]?.differences;
  it.each<[string, (event: MotionEvent) => MotionEvent | undefined]>([
    [
      'the restated tally does not follow from the corrected record',
      (event) =>
        event.type === 'TallyRestated' ? { ...event, tally: { ...event.tally, tie: true } } : event,
    ],
    [
      'the restatement does not say rightly whether the outcome changed',
      (event) => (event.type === 'TallyRestated' ? { ...event, changesOutcome: false } : event),
    ],
    [
      'a clerical correction changed the outcome',
      (event) =>
        event.type === 'VoteRecordCorrected' ? { ...event, authority: { kind: 'clerical' } } : event,
    ],
    [
      'the outcome changed, and the motion was not disposed of so',
      (event) => (event.type === 'MotionAdopted' ? undefined : event),
    ],
    [
      'the correction says that utla-2 stood as abstain, and the roll call does not',
      (event) => (event.type === 'VoteRecordCorrected' ? { ...event, from: 'abstain' } : event),
    ],
    [
      'the correction says another presence of utla-2 than the roll call',
      (event) =>
        event.type === 'VoteRecordCorrected' ? { ...event, presence: { from: false, to: true } } : event,
    ],
    [
      'the vote that was corrected had not been closed',
      (event) => (event.type === 'VoteClosed' ? undefined : event),
    ],
  ])('finds that %s', (difference, change) => {
    expect(tampered(change)).toContain(difference);
  });

  it('finds a motion that was disposed of anew for nothing', () => {
    const { events } = corrections(adopted, [{ seatId: 'lausd-3', to: 'abstain', present: true }]);
    const more: MotionEvent = {
      type: 'MotionRejected',
      voteEventId: 'vote-1',
      reason: 'TIE',
      restated: true,
    };
    expect(rederive([...events, more])[0]?.differences).toEqual([
      'the motion was disposed of anew, and its outcome had not changed',
    ]);
  });
});

describe('a motion that was amended after its adoption', () => {
  const amended: MotionEvent = {
    ...{ type: 'AdoptedMotionAmended', byMotionId: 'motion-2', byMotionRevision: 7 },
    amendment: { operation: 'add', insert: 'More.' },
    ...{ beforeSha256: 'a', afterSha256: 'b', text: 'More.' },
  };
  const flip = (history: readonly MotionEvent[], to: VoteOption): readonly MotionEvent[] => {
    const command = correct('lausd-2', to, amend);
    const outcome = settle(
      decider.decide(stateAfter(decider, history), command, byMotion()),
      'minutes',
      byMotion(),
    );
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.objection));
    return [...history, ...outcome.events];
  };
  const narrow = closed([...voting, ...ballots('yes', 'yes', 'no', 'yes', 'yes', 'no')]);
  it('is that again when a correction restores its adoption', () => {
    const lost = flip([...narrow, amended], 'no');
    expect(stateAfter(decider, lost).status).toBe('rejected');
    const restored = flip(lost, 'yes');
    expect(stateAfter(decider, restored)).toMatchObject({ status: 'amended_after_adoption', text: 'More.' });
    expect(stateAfter(decider, flip(flip(narrow, 'no'), 'yes')).status).toBe('adopted');
  });
  it('is adopted as amended when it is decided anew', () => {
    const anew: MotionEvent[] = [
      { type: 'MotionReconsidered', byMotionId: 'motion-3', byMotionRevision: 1 },
      { type: 'MotionAdopted', consentId: 'consent-1' },
    ];
    expect(stateAfter(decider, [...narrow, amended, ...anew]).status).toBe('adopted');
  });
});
