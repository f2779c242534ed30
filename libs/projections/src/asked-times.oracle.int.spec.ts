import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asked, boundary } from '#governance';
import type { Recorded, When } from '#governance';
import { attempts, correctable, on, projected, recordOf, v01 } from './testing/index.ts';
import type { Attempt } from './testing/index.ts';
import {
  getBody,
  getMeeting,
  getMotion,
  listBodies,
  listFindings,
  listMeetings,
  listMotions,
  motionTimeline,
  publicReadModels,
} from './index.ts';
import type { AnsweredTimes, AskedTimes, Reads } from './index.ts';

/** A random history of one body, and a meeting of another with a vote that was corrected and voided. */
function history(attempted: readonly Attempt[], isCorrected: boolean): readonly Recorded[] {
  const { record, correct, voidIt } = correctable();
  if (isCorrected) {
    correct('utla-8', 'yes');
    correct('utla-8', 'no');
    correct('utla-7', 'yes');
    voidIt();
  }
  const [position, from] = [record.events.length, record.events.at(-1)!.recordedAt];
  const others = recordOf(attempted).events.map((one, i) => ({
    ...one,
    position: position + one.position,
    recordedAt: new Date(Date.parse(from) + 1_000 * (i + 1)).toISOString(),
  }));
  return [...record.events, ...others];
}

/** An answer without what it says of the times that were asked for. */
const withoutTimes = <T extends AnsweredTimes>(answer: T | undefined) => {
  const { asOf: _asOf, knownAt: _knownAt, possibleEventIds: _possible, ...rest } = answer ?? {};
  return answer && rest;
};

const [meetingId, motionId] = [v01.meetingId, v01.motionId];

const answers = (reads: Reads, times: AskedTimes) => ({
  bodies: listBodies(reads, times),
  dissolved: listBodies(reads, { ...times, status: 'dissolved' }),
  each: ['cssc', v01.committeeId].map((id) => withoutTimes(getBody(reads, id, times))),
  meetings: listMeetings(reads, times),
  sitting: listMeetings(reads, { ...times, status: 'in_session' }),
  meeting: withoutTimes(getMeeting(reads, meetingId, times)),
  motions: listMotions(reads, times),
  pending: listMotions(reads, { ...times, status: 'pending', meetingId }),
  motion: withoutTimes(getMotion(reads, motionId, times)),
  timeline: withoutTimes(motionTimeline(reads, motionId, times)),
});

const project = (events: readonly Recorded[]): Reads => projected(publicReadModels, events);

describe('what the record knew', () => {
  it('is what was answered then', () => {
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (attempted, share) => {
        const events = history(attempted, true);
        const knownAt = events[Math.floor(share * (events.length - 1))]!.recordedAt;
        const then = project(events.filter(({ recordedAt }) => recordedAt <= knownAt));
        const now = project(events);
        expect(answers(now, { knownAt })).toEqual(answers(then, {}));
        expect(listFindings(now, { knownAt, limit: 200 })).toEqual(listFindings(then, { limit: 200 }));
      }),
      { numRuns: 20 },
    );
  });

  it('is said to be that', () => {
    const reads = project(history([], false));
    const knownAt = '2027-01-01T00:00:00.000Z';
    expect(getMotion(reads, motionId, { knownAt })).toMatchObject({ knownAt });
    expect(getBody(reads, v01.committeeId, { knownAt })).toMatchObject({ knownAt });
    expect(getMeeting(reads, meetingId)).not.toHaveProperty('knownAt');
  });
});

/** Since when an event counts: by its own time, or by when what it states takes effect. */
const begins = ({ event, envelope }: Recorded): string =>
  'effectiveFrom' in event && event.effectiveFrom
    ? boundary(event.effectiveFrom).from
    : envelope.occurredAt.earliest;

const times = fc.constantFrom<When>(
  ...['2019', '2019-08-01', '2020-06', '2021-fall', '2023-24', '2026-09-08', 'unknown'].map((one) => on(one)),
  ...[0, 10, 20, 40, 60].map((minute) => v01.minutes(minute)),
);

describe('as of a time', () => {
  it('what had happened by then counts, or may have, and nothing else', () => {
    fc.assert(
      fc.property(attempts, times, (attempted, asOf) => {
        const events = history(attempted, false);
        const hasBegun = (recorded: Recorded): boolean => begins(recorded) <= asked(asOf).to;
        const streams = new Set(
          events.filter((one) => one.revision === 0 && hasBegun(one)).map(({ stream }) => stream),
        );
        const then = project(events.filter((one) => streams.has(one.stream) && hasBegun(one)));
        expect(answers(project(events), { asOf })).toEqual(answers(then, {}));
      }),
      { numRuns: 20 },
    );
  });

  it('a correction of a vote counts from when the vote was closed, as soon as it is known', () => {
    const reads = project(history([], true));
    const asOf = v01.minutes(60 * 12);
    const corrected = getMotion(reads, motionId, { asOf })!;
    expect(corrected).toMatchObject({
      asOf,
      status: 'adopted',
      votes: [{ result: 'pass', asClosed: { result: 'fail' } }],
    });
    expect(corrected).not.toHaveProperty('voided');
    const [first] = corrected.votes[0]!.corrections!.map(({ provenance }) => provenance.recordedAt);
    const before = new Date(Date.parse(first!) - 1).toISOString();
    expect(getMotion(reads, motionId, { asOf, knownAt: first })?.votes[0]?.corrections).toHaveLength(1);
    expect(getMotion(reads, motionId, { asOf, knownAt: before })?.status).toBe('rejected');
    expect(getMotion(reads, motionId)).toMatchObject({ status: 'void' });
  });

  it('a meeting shows how far it had come', () => {
    const reads = project(history([], false));
    const at = (asOf: When) => getMeeting(reads, meetingId, { asOf });
    const called = getMeeting(reads, meetingId)!.sittings[0]!.from;
    expect(at(on('2019'))).toBeUndefined();
    expect(at(called)).toMatchObject({ asOf: called, status: 'in_session' });
    expect(at(called)).not.toHaveProperty('adjourned');
    expect(at(on('2026-12-31'))!.revision).toBeGreaterThan(at(called)!.revision);
  });
});
