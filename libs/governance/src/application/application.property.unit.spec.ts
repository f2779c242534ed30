import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMode, attemptAll, eventsOf } from '../testing/attempts.ts';
import { decider } from './index.ts';
import type { ApplicationEvent, Command } from './index.ts';
import { cohort, facts, on, school, siteMotion } from './testing/applications.ts';

const votes = ['vote-1', 'vote-2', 'vote-3'] as const;
const voteRef = fc.constantFrom(...votes).map((voteEventId) => ({ motionId: 'sign-off', voteEventId }));
const seat = fc.constantFrom('lausd-1', 'utla-1');

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Command>({ type: 'StartApplication' }) },
  {
    weight: 4,
    arbitrary: voteRef.map((ref): Command => ({
      ...{ type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt', voteRef: ref },
    })),
  },
  {
    weight: 2,
    arbitrary: voteRef.map((ref): Command => ({ type: 'RevokeSiteSignOff', reason: 'x', voteRef: ref })),
  },
  fc.constant<Command>({ type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt' }),
  { weight: 4, arbitrary: fc.constant<Command>({ type: 'SubmitApplication' }) },
  { weight: 2, arbitrary: fc.constant<Command>({ type: 'ReturnApplication', missing: ['Budget'] }) },
  { weight: 2, arbitrary: fc.constant<Command>({ type: 'ResubmitApplication' }) },
  {
    weight: 3,
    arbitrary: seat.map((reviewerSeatId): Command => ({
      ...{ type: 'ReviewApplication', criterion: 'readiness', comment: 'x', reviewerSeatId },
    })),
  },
  seat.map((reviewerSeatId): Command => ({ type: 'RecuseReviewer', reviewerSeatId })),
  fc.constant<Command>({ type: 'RecommendApplication' }),
  fc.constant<Command>({ type: 'SelectApplication' }),
  fc.constant<Command>({ type: 'NotSelectApplication', reasons: ['Too few places'] }),
  fc.constant<Command>({ type: 'WithdrawApplication' }),
);

const given = fc.record({
  at: fc.constantFrom('2026-09-10', '2026-09-12', '2026-09-15', 'unknown').map(on),
  vote: fc.constantFrom(...votes),
  designated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  selected: fc.boolean(),
});
const attempt = fc.record({ command, given, mode: anyMode }).map(({ given: now, ...tried }) => ({
  ...tried,
  facts: facts({
    at: now.at,
    // The last vote on the motion is the one that says how the site body stands.
    motion: { ...siteMotion, voteEventIds: [...votes.filter((one) => one !== now.vote), now.vote] },
    cohort: cohort({ selected: new Set(now.selected ? ['cedar'] : []) }),
    school: school(now.designated ? { designatedFrom: on('2020') } : {}),
  }),
}));

/** From where an event leads where; the other events change no status. */
const edges: Partial<Record<ApplicationEvent['type'], readonly string[]>> = {
  ApplicationStarted: ['none', 'withdrawn'],
  ApplicationSubmitted: ['started', 'returned'],
  ApplicationReturned: ['submitted', 'recommended'],
  ApplicationRecommended: ['submitted'],
  ApplicationSelected: ['submitted', 'recommended'],
  ApplicationNotSelected: ['submitted', 'recommended', 'returned'],
  ApplicationWithdrawn: ['started', 'submitted', 'returned', 'recommended'],
};

/** Reviews that stand, sign-offs and submissions, told by the events alone. */
function checkHistory(events: readonly ApplicationEvent[]): void {
  const cited: string[] = [];
  let reviews: string[] = [];
  let submissions = 0;
  let signedOff = false;
  for (const event of events) {
    if ('voteRef' in event && event.voteRef) cited.push(event.voteRef.voteEventId);
    if (event.type === 'ApplicationStarted') [submissions, signedOff, reviews] = [0, false, []];
    if (event.type === 'ApplicationReviewed') reviews.push(`${event.reviewerSeatId} ${event.criterion}`);
    if (event.type === 'ApplicationSubmitted') {
      expect(event.submission).toBe(++submissions);
      reviews = [];
    }
    if (event.type === 'SiteSignOffRecorded' || event.type === 'SiteSignOffRevoked') {
      expect([event.type, signedOff]).toEqual([event.type, event.type === 'SiteSignOffRevoked']);
      signedOff = !signedOff;
    }
    expect(new Set(reviews).size).toBe(reviews.length);
  }
  // Of votes that signed off in an application that was withdrawn before they were revoked, the next may make use.
  if (!events.some(({ type }) => type === 'ApplicationWithdrawn'))
    expect(new Set(cited).size).toBe(cited.length);
}

describe('under any sequence of commands, in any mode', () => {
  it('an application goes its ways only, and cites no vote twice; replay equals live state', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40, size: 'max' }), (attempts) => {
        const steps = attemptAll(decider, attempts);
        for (const { events, before, after } of steps)
          for (const { type } of events) {
            seen.add(type);
            expect([type, edges[type]?.includes(before.status) ?? before.status === after.status]).toEqual([
              type,
              true,
            ]);
          }
        checkHistory(eventsOf(steps));
      }),
      { numRuns: 300 },
    );
    for (const type of Object.keys(edges)) expect([...seen]).toContain(type);
  });

  it('live, nobody reviews who is recused, nobody hands in what the site body has not signed', () => {
    let submitted = 0;
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40, size: 'max' }), (attempts) => {
        const live = attempts.map((one) => ({ ...one, mode: 'live' as const }));
        for (const { events, before } of attemptAll(decider, live))
          for (const event of events) {
            if (event.type === 'ApplicationReviewed')
              expect(before.recused.has(event.reviewerSeatId)).toBe(false);
            if (event.type !== 'ApplicationSubmitted') continue;
            expect(before.signedOffBy).toBe('cedar-sgt');
            submitted++;
          }
      }),
      { numRuns: 300 },
    );
    expect(submitted).toBeGreaterThan(5);
  });
});
