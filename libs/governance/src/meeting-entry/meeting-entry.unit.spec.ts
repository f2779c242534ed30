import { describe, expect, it } from '@jest/globals';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, MeetingEntryAccepted } from './index.ts';

const accept: Command = {
  type: 'AcceptMeetingEntry',
  meetingId: 'garden-1',
  bodyId: 'garden',
  lines: 12,
  planSha256: 'ab'.repeat(32),
};
const accepted: MeetingEntryAccepted = { ...accept, type: 'MeetingEntryAccepted' };
const complete: Command = { type: 'CompleteMeetingEntry' };
const stop: Command = {
  type: 'StopMeetingEntry',
  line: 3,
  code: 'VOTE_NOT_OPEN',
  inputs: { status: 'adopted' },
};
const facts = { at: stepTime(0) };

describe('a meeting entry', () => {
  it('is accepted once', () => {
    given(decider)().when(accept, facts).live.records(accepted).withFindings();
    given(decider)(accepted).when(accept, facts).minutes.rejectedWith('MEETING_ENTRY_EXISTS', {
      status: 'accepted',
    });
  });

  it('ends complete, or at the line that was refused, and never again', () => {
    given(decider)(accepted).when(complete, facts).live.records('MeetingEntryCompleted');
    given(decider)(accepted)
      .when(stop, facts)
      .live.records({ ...stop, type: 'MeetingEntryStopped' });
    for (const end of ['MeetingEntryCompleted', 'MeetingEntryStopped'] as const) {
      const ended = end === 'MeetingEntryCompleted' ? { type: end } : { ...stop, type: end };
      const history = given(decider)(accepted, ended);
      history.when(complete, facts).live.rejectedWith('MEETING_ENTRY_ENDED');
      history.when(stop, facts).historicalImport.rejectedWith('MEETING_ENTRY_ENDED');
    }
  });

  it('does not end before it was accepted', () => {
    given(decider)().when(complete, facts).live.rejectedWith('MEETING_ENTRY_ENDED', { status: 'none' });
    expect(() => stateAfter(decider, [{ type: 'MeetingEntryCompleted' }])).toThrow('before an entry');
  });
});

it('keeps the stored shape of its events', () => {
  const steps = (...ends: readonly Command[]) =>
    play(
      decider,
      [accept, ...ends].map((command) => ({ command, facts })),
    );
  expectGolden('meeting-entry', eventTypes, [...steps(complete), ...steps(stop)]);
});
