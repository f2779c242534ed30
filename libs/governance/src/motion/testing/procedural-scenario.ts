import { play, stepTime } from '../../testing/index.ts';
import type { Step } from '../../testing/index.ts';
import { byClause as decider } from './by-clause.ts';
import type { Command, Facts, MotionClass, MotionDrafted, MotionEvent } from '../index.ts';
import { facts, members, pending as pendingHistory, roster, rule } from './committee.ts';
import { adoptedOf, otherMotion, rejectedOf, withOthers, withRuling } from './others.ts';

type Play = Step<Command, Facts>;

const vote = { voteEventId: 'vote-1' } as const;
const toThePending: readonly Command[] = [
  {
    type: 'DraftMotion',
    bodyId: 'cssc',
    title: 'Two more schools',
    text: 'Resolved, that two schools be added.',
  },
  { type: 'SubmitMotion' },
  { type: 'AgendizeMotion', meetingId: 'meeting-1', itemId: 'item-1' },
  { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' },
  { type: 'SecondMotion', seatId: 'utla-1' },
  {
    type: 'GivePreviousNotice',
    how: 'in_call',
    meetingId: 'meeting-1',
    statement: 'Two more schools will be moved.',
  },
];
const adopt: readonly Command[] = [
  { type: 'OpenVote', ...vote, rule, method: 'roll_call' },
  ...members.map((seatId): Command => ({ type: 'RecordBallot', ...vote, seatId, option: 'yes' })),
  { type: 'CloseVote', ...vote },
];

/** One command after another, an hour apart. */
const scenario = (...steps: readonly (Command | Omit<Play, 'mode'>)[]): readonly MotionEvent[] =>
  play(
    decider,
    steps.map((step, n): Play => {
      const { command, facts: given } = 'command' in step ? step : { command: step, facts: facts() };
      return { command, facts: { ...given, at: stepTime(n) } };
    }),
  );

const adopted = (byMotionId: string, motionClass: MotionClass, draft: Partial<MotionDrafted> = {}): Facts =>
  withOthers([otherMotion(byMotionId, adoptedOf(motionClass, draft))]);
const rejected = (byMotionId: string, motionClass: MotionClass): Facts =>
  withOthers([otherMotion(byMotionId, rejectedOf(motionClass))]);

const ruling = { meetingId: 'meeting-1', rulingId: 'ruling-1' } as const;
const parts = ['first', 'second'].map((motionId) => ({ motionId, title: motionId, text: 'Resolved.' }));
const sentTo = { toBodyId: 'board', toMotionId: 'board-motion' } as const;
const board = { ...roster, bodyId: 'board' };

const whilePending = (): readonly MotionEvent[] =>
  scenario(
    ...toThePending,
    {
      command: { type: 'AmendMotionText', byMotionId: 'amendment' },
      facts: adopted('amendment', 'subsidiary.amend', {
        amendment: { operation: 'strike_and_insert', strike: 'two', insert: 'three' },
      }),
    },
    {
      command: {
        type: 'LimitDebate',
        byMotionId: 'limit',
        minutesPerSpeech: 3,
        speechesPerMember: 1,
        closesAt: stepTime(30),
      },
      facts: adopted('limit', 'subsidiary.limit_extend_debate'),
    },
    {
      command: { type: 'OrderPreviousQuestion', byMotionId: 'question' },
      facts: adopted('question', 'subsidiary.previous_question'),
    },
    { command: { type: 'RuleMotionOutOfOrder', ...ruling, ground: 'dilatory' }, facts: withRuling('ruled') },
    { command: { type: 'ReinstateMotion' }, facts: withRuling('overturned') },
    { type: 'ReferMotion', toBodyId: 'subcommittee' },
    {
      command: { type: 'DischargeCommittee', byMotionId: 'discharge' },
      facts: adopted('discharge', 'bringback.discharge_committee'),
    },
    {
      command: { type: 'DivideQuestion', parts, byMotionId: 'division' },
      facts: adopted('division', 'incidental.divide_question'),
    },
  );

const afterAdoption = (): readonly MotionEvent[] =>
  scenario(
    ...toThePending,
    ...adopt,
    { command: { type: 'TransmitMotion', ...sentTo }, facts: facts({ toBody: board }) },
    {
      command: { type: 'RecordReceivingBodyAction', toMotionId: 'board-motion', action: 'adopted' },
      facts: adopted('board-motion', 'main', { bodyId: 'board' }),
    },
  );

const reconsidered = (): readonly MotionEvent[] => {
  const again = adopted('again', 'bringback.reconsider');
  const inVain = rejected('in-vain', 'bringback.reconsider');
  return scenario(
    ...toThePending,
    ...adopt,
    { command: { type: 'MoveReconsideration', byMotionId: 'in-vain' }, facts: pendingFacts('in-vain') },
    { command: { type: 'EndReconsideration', byMotionId: 'in-vain' }, facts: inVain },
    { command: { type: 'MoveReconsideration', byMotionId: 'again' }, facts: again },
    { command: { type: 'ReconsiderMotion', byMotionId: 'again', meetingId: 'meeting-1' }, facts: again },
  );
};

function pendingFacts(motionId: string): Facts {
  const history = pendingHistory.map((event): MotionEvent =>
    event.type === 'MotionDrafted'
      ? { ...event, classification: 'bringback.reconsider', appliesTo: 'motion-1' }
      : event,
  );
  return withOthers([otherMotion(motionId, history)]);
}

const rescinded = (): readonly MotionEvent[] =>
  scenario(
    ...toThePending,
    ...adopt,
    {
      command: { type: 'AmendAdoptedMotion', byMotionId: 'change' },
      facts: adopted('change', 'bringback.amend_previously_adopted', {
        amendment: { operation: 'add', insert: 'By June.' },
      }),
    },
    {
      command: { type: 'RescindMotion', byMotionId: 'rescission' },
      facts: adopted('rescission', 'bringback.rescind'),
    },
  );

const received = (): readonly MotionEvent[] => {
  const sent: readonly MotionEvent[] = [
    ...adoptedOf('main'),
    { type: 'MotionTransmitted', toBodyId: 'cssc', toMotionId: 'motion-1', textSha256: 'a'.repeat(64) },
  ];
  return scenario({
    command: { type: 'ReceiveMotion', bodyId: 'cssc', fromMotionId: 'site-motion' },
    facts: withOthers([otherMotion('site-motion', sent)]),
  });
};

/** Every event that another motion, a ruling or another body brings about. */
export const proceduralScenario = (): readonly MotionEvent[] =>
  [whilePending, afterAdoption, reconsidered, rescinded, received].flatMap((run) => run());
