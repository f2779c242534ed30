import { describe, expect, it } from '@jest/globals';
import { stateAfter } from '../testing/index.ts';
import { added, at, called, hours, item, minutes, posted, scheduled } from './testing/committee.ts';
import type { History } from './testing/committee.ts';
import { decider, earlierMeeting, streamsRead } from './index.ts';
import type { Command } from './index.ts';

const history = [
  scheduled(),
  added('1', { motionId: 'motion-1', continuedFrom: 'before' }),
  added('2', { motionId: 'motion-2' }),
  added('3', { motionId: 'motion-3', kind: 'closed' }),
  called,
] as const;
const read = (command: Command, ...more: History) =>
  streamsRead(stateAfter(decider, [...history, ...more]), command);

describe('streamsRead', () => {
  it('is the body of the meeting, or the one for which a meeting is scheduled', () => {
    expect(read({ type: 'Recess' })).toEqual({ bodyId: 'committee', motionIds: [], meetingIds: [] });
    const command: Command = {
      type: 'ScheduleMeeting',
      bodyId: 'other',
      meetingType: 'regular',
      startsAt: hours(0),
      places: [],
    };
    expect(streamsRead(decider.initialState, command).bodyId).toBe('other');
    expect(streamsRead(decider.initialState, { type: 'Recess' })).not.toHaveProperty('bodyId');
  });

  it('is the motion that decides whether an item may be admitted, and the meeting from which it comes', () => {
    const command: Command = {
      type: 'AdmitOffAgendaItem',
      itemId: '1',
      basis: 'emergency',
      findingMotionId: 'f',
    };
    expect(read(command)).toMatchObject({ motionIds: ['f'], meetingIds: ['before'] });
    expect(read({ type: 'AdmitOffAgendaItem', itemId: '2', basis: 'emergency' })).toMatchObject({
      motionIds: [],
      meetingIds: [],
    });
  });

  it('is the motion of an item that is closed, and any on the agenda where one is pulled', () => {
    expect(read({ type: 'CloseItem', itemId: '1' }).motionIds).toEqual(['motion-1']);
    expect(read({ type: 'PullFromConsent', itemId: '2' }).motionIds).toEqual([
      'motion-1',
      'motion-2',
      'motion-3',
    ]);
    expect(read({ type: 'CloseItem', itemId: '9' }).motionIds).toEqual([]);
  });

  it('is the motions of items left open and of closed sessions, when the meeting ends', () => {
    const opened = at(minutes(1), { type: 'AgendaItemOpened', itemId: '2' });
    const entered = at(minutes(2), { type: 'ClosedSessionEntered', statute: 'x', itemIds: ['3', '3'] });
    expect(read({ type: 'Adjourn' }, opened, entered).motionIds).toEqual(['motion-2', 'motion-3']);
    expect(read({ type: 'Adjourn' }).motionIds).toEqual([]);
  });
});

describe('earlierMeeting', () => {
  it('tells what was on its agenda', () => {
    const state = stateAfter(decider, [...history, posted(hours(-80), '2')]);
    expect(earlierMeeting(state, hours(100))).toEqual({
      bodyId: 'committee',
      startsAt: hours(0),
      items: [item('2', { motionId: 'motion-2' })],
    });
    expect(earlierMeeting(decider.initialState, hours(100))).toBeUndefined();
  });
});
