import { describe, expect, it } from '@jest/globals';
import { atInstant, settle, unknownWhen } from '../kernel/index.ts';
import { stateAfter } from '../testing/index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { Command, MotionEvent, MotionStatus } from './index.ts';
import { electionCalled, electionRound, nominated } from './testing/elections.ts';
import { called } from './testing/rounds.ts';
import {
  agendized,
  drafted,
  facts,
  moved,
  pending,
  rule,
  submitted,
  textSha256,
  voting,
} from './testing/committee.ts';

const aside = (event: MotionEvent): readonly MotionEvent[] => [...pending, event];

const adopted: readonly MotionEvent[] = [...voting, { type: 'MotionAdopted', voteEventId: 'vote-1' }];
const by = { byMotionId: 'motion-2', byMotionRevision: 5 } as const;

/** One history for every status. */
const histories: Readonly<Record<MotionStatus, readonly MotionEvent[]>> = {
  none: [],
  drafted: [drafted],
  submitted: [drafted, submitted],
  agendized: [drafted, submitted, agendized],
  moved: [drafted, submitted, agendized, moved],
  pending,
  voting,
  adopted,
  rejected: [...voting, { type: 'MotionRejected', voteEventId: 'vote-1', reason: 'TIE' }],
  lapsed: aside({ type: 'MotionLapsed', reason: 'no_second' }),
  withdrawn: aside({ type: 'MotionWithdrawn', permission: 'body' }),
  tabled: aside({ type: 'MotionTabled' }),
  postponed: aside({ type: 'MotionPostponed', to: unknownWhen }),
  postponed_indefinitely: aside({ type: 'MotionPostponedIndefinitely' }),
  referred: aside({ type: 'MotionReferred', toBodyId: 'subcommittee' }),
  seeking_consensus: aside(called),
  nominating: [drafted, submitted, electionCalled],
  electing: [...nominated, electionRound],
  void: [...adopted, { type: 'MotionVoided', basis: 'court', reason: 'No notice was given.' }],
  divided: aside({ type: 'QuestionDivided', children: [] }),
  ruled_out_of_order: aside({
    type: 'MotionRuledOutOfOrder',
    meetingId: 'meeting-1',
    rulingId: 'ruling-1',
    ground: 'dilatory',
    meetingRevision: 12,
  }),
  reconsideration_pending: [...adopted, { type: 'ReconsiderationMoved', ...by }],
  rescinded: [...adopted, { type: 'MotionRescinded', ...by }],
  amended_after_adoption: [
    ...adopted,
    {
      type: 'AdoptedMotionAmended',
      ...by,
      amendment: { operation: 'add', insert: 'At once.' },
      beforeSha256: textSha256,
      afterSha256: textSha256,
      text: 'Resolved. At once.',
    },
  ],
};
const statuses = Object.keys(histories) as MotionStatus[];

/** Domain model 2.5, command by command: from which statuses, and to which. */
const table: readonly (readonly [Command, readonly MotionStatus[], MotionStatus])[] = [
  [{ type: 'DraftMotion', bodyId: 'cssc', title: 't', text: 'x' }, ['none'], 'drafted'],
  [{ type: 'SubmitMotion' }, ['drafted'], 'submitted'],
  [{ type: 'AgendizeMotion', meetingId: 'meeting-1', itemId: 'item-1' }, ['submitted'], 'agendized'],
  [{ type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-1' }, ['submitted', 'agendized'], 'moved'],
  [{ type: 'SecondMotion', seatId: 'utla-1' }, ['moved'], 'pending'],
  [{ type: 'LapseMotion' }, ['moved', 'tabled'], 'lapsed'],
  [{ type: 'WithdrawMotion', permission: 'body' }, ['moved', 'pending'], 'withdrawn'],
  [{ type: 'TableMotion' }, ['pending'], 'tabled'],
  [{ type: 'TakeFromTable' }, ['tabled'], 'pending'],
  [{ type: 'PostponeMotion', to: unknownWhen }, ['pending'], 'postponed'],
  [{ type: 'PostponeIndefinitely' }, ['pending'], 'postponed_indefinitely'],
  [{ type: 'ResumeMotion', meetingId: 'meeting-1' }, ['postponed'], 'pending'],
  [{ type: 'ReferMotion', toBodyId: 'subcommittee' }, ['pending'], 'referred'],
  [{ type: 'ReportMotion', recommendation: 'none' }, ['referred'], 'pending'],
  [
    { type: 'VoidMotion', basis: 'cure', reason: 'It was not on the agenda.' },
    ['adopted', 'amended_after_adoption'],
    'void',
  ],
  [{ type: 'OpenVote', voteEventId: 'vote-2', rule, method: 'roll_call' }, ['moved', 'pending'], 'voting'],
];

const outcomeOf = (status: MotionStatus, command: Command) =>
  settle(decider.decide(stateAfter(decider, histories[status]), command, facts()), 'minutes', facts());

describe('the table of transitions', () => {
  it.each(statuses)('has a history that ends %s', (status) => {
    expect(stateAfter(decider, histories[status]).status).toBe(status);
  });

  it.each(table.map(([command, from, to]) => ({ name: command.type, command, from, to })))(
    '$name: from $from to $to, and from nowhere else',
    ({ command, from, to }) => {
      for (const status of statuses) {
        const outcome = outcomeOf(status, command);
        if (!from.includes(status)) {
          const objection = {
            kind: 'impossible',
            code: 'UNKNOWN_MOTION_STATE_TRANSITION',
            inputs: { status },
          };
          expect(outcome).toMatchObject({ accepted: false, objection });
        } else {
          const events = outcome.accepted ? outcome.events : [];
          expect(stateAfter(decider, [...histories[status], ...events]).status).toBe(to);
        }
      }
    },
  );

  const isDraft = (status: MotionStatus) => ['none', 'drafted', 'submitted', 'agendized'].includes(status);
  const earlier = facts({ at: atInstant('2026-09-01T16:59:59Z') });
  it.each(table.map(([command, from]) => ({ name: command.type, command, from })))(
    'TIME_INVERTED: $name, not before the motion came to its status; drafts may be typed later',
    ({ command, from }) => {
      for (const status of from) {
        const outcome = settle(
          decider.decide(stateAfter(decider, histories[status]), command, earlier),
          'historical_import',
          earlier,
        );
        expect(outcome).toMatchObject(
          isDraft(status)
            ? { accepted: true }
            : { accepted: false, objection: { kind: 'impossible', code: 'TIME_INVERTED' } },
        );
      }
    },
  );

  it.each<Command>([
    { type: 'RecordBallot', voteEventId: 'vote-1', seatId: 'lausd-1', option: 'yes' },
    { type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'lausd-1', option: 'yes' },
    { type: 'RecordAdvisoryBallot', voteEventId: 'vote-1', seatId: 'pupil', option: 'yes' },
    { type: 'CloseVote', voteEventId: 'vote-1' },
    { type: 'AbortVote', voteEventId: 'vote-1', reason: 'disorder' },
  ])('$type: VOTE_NOT_OPEN, in any status but voting and for any other vote', (command) => {
    for (const status of statuses.filter((one) => one !== 'voting'))
      expect(outcomeOf(status, command)).toMatchObject({
        accepted: false,
        objection: { kind: 'impossible', code: 'VOTE_NOT_OPEN' },
      });
    expect(outcomeOf('voting', { ...command, voteEventId: 'vote-9' } as Command)).toMatchObject({
      objection: { code: 'VOTE_NOT_OPEN', inputs: { voteEventId: 'vote-9', open: 'vote-1' } },
    });
  });
});
