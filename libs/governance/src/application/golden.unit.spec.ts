import { expect, it } from '@jest/globals';
import { expectGolden, play, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { ApplicationEvent, Command } from './index.ts';
import { cohort, facts, on, voteRef } from './testing/applications.ts';

const scenario = (...commands: readonly Command[]): readonly ApplicationEvent[] =>
  play(
    decider,
    commands.map((command, n) => {
      const selecting = command.type === 'SelectApplication' && { cohort: cohort() };
      // An old record may hold no vote of a sign-off.
      const unvoted = command.type === 'RecordSiteSignOff' && !command.voteRef;
      const mode = unvoted ? 'minutes' : 'live';
      return { command, facts: facts({ at: stepTime(n + 1), ...selecting }), mode };
    }),
  );

const toReview: readonly Command[] = [
  { type: 'StartApplication' },
  { type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt', voteRef },
  { type: 'SubmitApplication' },
  { type: 'ReturnApplication', missing: ['Budget'], resubmitBy: on('2026-10-01') },
  { type: 'ResubmitApplication' },
  { type: 'RecuseReviewer', reviewerSeatId: 'utla-1', reason: 'Taught there' },
  {
    type: 'ReviewApplication',
    criterion: 'readiness',
    score: 4,
    comment: 'Ready.',
    reviewerSeatId: 'lausd-1',
  },
];

it('keeps the stored shape of its events', () => {
  const selected = scenario(
    ...toReview,
    { type: 'RecommendApplication', rationale: 'Strong' },
    { type: 'SelectApplication' },
  );
  const notSelected = scenario(...toReview, { type: 'NotSelectApplication', reasons: ['Too few places'] });
  const withdrawn = scenario(...toReview, { type: 'WithdrawApplication', reason: 'Another programme' });
  const revoked = scenario(
    { type: 'StartApplication' },
    { type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt' },
    { type: 'RevokeSiteSignOff', reason: 'The budget is gone', voteRef },
  );
  expectGolden('application', eventTypes, [...selected, ...notSelected, ...withdrawn, ...revoked]);
});

it('counts submissions, and forgets the day that a return set', () => {
  const state = scenario(...toReview, { type: 'ReturnApplication', missing: ['Signature'] }).reduce(
    (s, event) => decider.evolve(s, event, stepTime(1)),
    decider.initialState,
  );
  expect(state).toMatchObject({ submissions: 2, status: 'returned' });
  expect(state).not.toHaveProperty('resubmitBy');
});
