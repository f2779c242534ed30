import fc from 'fast-check';
import { atInstant, recordingModes } from '../../kernel/index.ts';
import type { RecordingMode } from '../../kernel/index.ts';
import { rule as anyRule } from '../../tally/testing/arbitraries.ts';
import { voteOptions } from '../../tally/index.ts';
import { regimes } from '../../body/events.ts';
import type { Command } from '../decide.ts';
import { voteMethods } from '../events.ts';
import type { Facts } from '../facts.ts';
import { everybody, facts, inRoom, members } from './committee.ts';

/** A command with what other streams say at its time, and how it is recorded. */
export type Attempt = Readonly<{ command: Command; facts: Facts; mode: RecordingMode }>;

const voteEventId = fc.oneof(
  { weight: 6, arbitrary: fc.constant('vote-1') },
  fc.constantFrom('vote-2', 'vote-3'),
);
const seatId = fc.constantFrom(...everybody, 'lausd-vacant');
const option = fc.constantFrom(...voteOptions);
const meetingId = fc.constant('meeting-1');
const to = fc.constant(atInstant('2026-09-08T17:00:00Z'));
const of = <T extends Command['type']>(type: T) => fc.constant(type);

const preparing: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('DraftMotion'), bodyId: fc.constant('cssc'), title: fc.string(), text: fc.string() }),
  fc.record({ type: of('ReviseMotionText'), text: fc.string() }),
  fc.record({ type: of('SubmitMotion') }),
  fc.record({ type: of('AgendizeMotion'), meetingId, itemId: fc.constant('item-1') }),
  fc.record({ type: of('MoveMotion'), meetingId, seatId }),
  fc.record({ type: of('SecondMotion'), seatId }),
);
const settingAside: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('TableMotion') }),
  fc.record({ type: of('PostponeMotion'), to }),
  fc.record({ type: of('ReferMotion'), toBodyId: fc.constant('subcommittee') }),
);
const takingUp: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('TakeFromTable') }),
  fc.record({ type: of('ResumeMotion'), meetingId }),
  fc.record({ type: of('ReportMotion'), recommendation: fc.constant('none' as const) }),
);
const ending: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('LapseMotion') }),
  fc.record({ type: of('WithdrawMotion'), permission: fc.constantFrom('mover' as const, 'body' as const) }),
  fc.record({ type: of('PostponeIndefinitely') }),
);
const castingVote = fc.record({ seatId, option: fc.constantFrom('yes' as const, 'no' as const) });
const rule = anyRule.chain((one) =>
  fc
    .constantFrom('fails' as const, 'chair_casts' as const, 'mediation' as const)
    .map((tie) => ({ ...one, tie })),
);
const answering: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: of('RecordBallot'), voteEventId, seatId, option }) },
  { weight: 2, arbitrary: fc.record({ type: of('ChangeBallot'), voteEventId, seatId, option }) },
  fc.record({
    type: of('RecordBallot'),
    voteEventId,
    seatId,
    option: fc.constant('paired' as const),
    pairedWithSeatId: fc.constantFrom(...members),
  }),
  fc.record({ type: of('RecordAdvisoryBallot'), voteEventId, seatId, option }),
);
const opening: fc.Arbitrary<Command> = fc.record({
  type: of('OpenVote'),
  voteEventId,
  rule,
  method: fc.constantFrom(...voteMethods),
});
const closing: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: of('CloseVote'), voteEventId }),
  fc.record({ type: of('CloseVote'), voteEventId, castingVote }),
);
const aborting: fc.Arbitrary<Command> = fc.record({
  type: of('AbortVote'),
  voteEventId,
  reason: fc.constant('disorder'),
});
const voting: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: opening },
  { weight: 20, arbitrary: answering },
  { weight: 2, arbitrary: closing },
  aborting,
);

const situation: fc.Arbitrary<Facts> = fc
  .record({
    present: fc.subarray(everybody, { minLength: 3 }),
    alternates: fc.subarray(everybody, { maxLength: 2 }),
    recused: fc.subarray([...members], { maxLength: 2 }),
    regime: fc.constantFrom(...regimes),
  })
  .map(({ regime, ...room }) => inRoom(room, { regime }));

const attempt = (command: fc.Arbitrary<Command>): fc.Arbitrary<Attempt> =>
  fc.record({ command, facts: situation, mode: fc.constantFrom(...recordingModes) });

const usual = (command: Command): Attempt => ({ command, facts: facts(), mode: 'live' });

/** The way to a vote, so that random attempts come to one. */
const wayToAVote: readonly Attempt[] = [
  usual({ type: 'DraftMotion', bodyId: 'cssc', title: 'Two more schools', text: 'Resolved.' }),
  usual({ type: 'SubmitMotion' }),
  usual({ type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' }),
  usual({ type: 'SecondMotion', seatId: 'utla-1' }),
];

const anything = fc.oneof(
  { weight: 2, arbitrary: preparing },
  settingAside,
  { weight: 2, arbitrary: takingUp },
  { weight: 12, arbitrary: voting },
  ending,
);

const many = (command: fc.Arbitrary<Command>) => fc.array(attempt(command), { maxLength: 40, size: 'max' });

/** From the opening to the closing; now and then a first vote is aborted. */
const wholeVote = fc
  .tuple(many(opening), many(answering), fc.array(attempt(aborting), { maxLength: 2 }))
  .chain((first) =>
    fc.tuple(many(opening), many(answering), many(closing)).map((rest) => [...first, ...rest]),
  )
  .map((parts) => parts.flat());

/** Whatever a secretary may try, in any order and any mode; most of it about a vote. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .oneof(many(anything), wholeVote)
  .chain((rest) => fc.constantFrom(rest, [...wayToAVote, ...rest]));
