import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { stateAfter } from '../testing/index.ts';
import { decider, streamsRead } from './index.ts';
import type { Command, MotionEvent } from './index.ts';
import { opened, pending, rule, voting } from './testing/committee.ts';

const read = (history: readonly MotionEvent[], command: Command) =>
  streamsRead(stateAfter(decider, history), command);
const table: Command = { type: 'TableMotion' };
const to = atInstant('2026-09-08T17:00:00Z');

describe('streamsRead', () => {
  it('of a draft: the body that the command names', () => {
    const draft: Command = { type: 'DraftMotion', bodyId: 'cssc', title: 't', text: 'x' };
    expect(read([], draft)).toEqual({ bodyId: 'cssc', roster: true });
    expect(read([], { ...draft, cures: 'm' })).toEqual({ bodyId: 'cssc', roster: true, curesMotionId: 'm' });
  });
  it('of a motion that does not exist: nothing', () => {
    expect(read([], table)).toEqual({ roster: true });
  });
  it('of a pending motion: its body, and the meeting before which it is', () => {
    expect(read(pending, table)).toEqual({ bodyId: 'cssc', roster: true, meetingId: 'meeting-1' });
  });
  it('the meeting that the command names, but not the one to which it puts the motion off', () => {
    const openVote: Command = {
      type: 'OpenVote',
      voteEventId: 'v',
      rule,
      method: 'voice',
      meetingId: 'meeting-2',
    };
    expect(read(pending, openVote).meetingId).toBe('meeting-2');
    expect(read(pending, { type: 'PostponeMotion', to, meetingId: 'meeting-2' }).meetingId).toBe('meeting-1');
  });
  it.each<[string, MotionEvent, MotionEvent]>([
    ['resumed', { type: 'MotionPostponed', to }, { type: 'MotionResumed', meetingId: 'meeting-2' }],
    [
      'taken from the table',
      { type: 'MotionTabled' },
      { type: 'MotionTakenFromTable', meetingId: 'meeting-2' },
    ],
  ])('the meeting in which the motion was %s', (_name, aside, back) => {
    expect(read([...pending, aside, back], table).meetingId).toBe('meeting-2');
  });
  it('the same meeting as before, where the motion was taken from the table in none other', () => {
    const history: MotionEvent[] = [...pending, { type: 'MotionTabled' }, { type: 'MotionTakenFromTable' }];
    expect(read(history, table).meetingId).toBe('meeting-1');
  });
  it('of a vote: its meeting, and no roster, because the snapshot counts', () => {
    const elsewhere = [...pending, { ...opened, meetingId: 'meeting-3' }];
    const close: Command = { type: 'CloseVote', voteEventId: 'vote-1' };
    expect(read(elsewhere, close)).toEqual({ bodyId: 'cssc', roster: false, meetingId: 'meeting-3' });
    const ballot: Command = { type: 'RecordBallot', voteEventId: 'vote-1', seatId: 'lausd-1', option: 'yes' };
    expect(read(voting, ballot)).toEqual({ bodyId: 'cssc', roster: false, meetingId: 'meeting-1' });
  });
  it('of a referral: the body to which the motion goes', () => {
    expect(read(pending, { type: 'ReferMotion', toBodyId: 'subcommittee' })).toEqual({
      bodyId: 'cssc',
      roster: false,
      meetingId: 'meeting-1',
      toBodyId: 'subcommittee',
    });
  });
});
