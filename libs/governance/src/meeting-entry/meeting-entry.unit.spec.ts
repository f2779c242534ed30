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
      status: 'under_way',
    });
  });

  it('waits for the one before it: two of a meeting are never recorded through each other', () => {
    const first = { ...accepted, entryId: 'first' };
    const second = { ...accept, entryId: 'second' };
    given(decider)(first)
      .when(second, facts)
      .historicalImport.rejectedWith('MEETING_ENTRY_IN_PROGRESS', { entryId: 'first' });
    for (const end of [
      { type: 'MeetingEntryCompleted', entryId: 'first' },
      { ...stop, entryId: 'first', type: 'MeetingEntryStopped' },
    ] as const)
      given(decider)(first, end)
        .when(second, facts)
        .live.records({ ...second, type: 'MeetingEntryAccepted' });
  });

  it('goes on where it stopped, unless another is under way', () => {
    const first = { ...accepted, entryId: 'first' };
    const stopped = { ...stop, entryId: 'first', type: 'MeetingEntryStopped' } as const;
    const resume = { type: 'ResumeMeetingEntry', entryId: 'first' } as const;
    const resumed = { type: 'MeetingEntryResumed', entryId: 'first', line: 3 } as const;
    given(decider)(first, stopped).when(resume, facts).live.records(resumed);
    given(decider)(first)
      .when(resume, facts)
      .live.rejectedWith('MEETING_ENTRY_ENDED', { status: 'under_way' });
    given(decider)(first, stopped, { ...accepted, entryId: 'second' })
      .when(resume, facts)
      .live.rejectedWith('MEETING_ENTRY_IN_PROGRESS', { entryId: 'second' });
    const standing = stateAfter(decider, [first, stopped, resumed]).entries.get('first');
    expect(standing).toMatchObject({ status: 'under_way', resumptions: 1, stopped: { line: 3 } });
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
  const resume: Command = { type: 'ResumeMeetingEntry' };
  expectGolden('meeting-entry', eventTypes, [...steps(complete), ...steps(stop, resume)]);
});
