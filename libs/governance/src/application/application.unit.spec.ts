import { describe, expect, it } from '@jest/globals';
import { adopted } from '../motion/testing/cited.ts';
import { given, happened, stateAfter } from '../testing/index.ts';
import { applicationIdOf, citedApplication, decider, partsOf } from './index.ts';
import type { ApplicationEvent, ApplicationStatus, Command, ApplicationState } from './index.ts';
import {
  cohort,
  facts,
  on,
  recommended,
  returned,
  reviewed,
  school,
  signedOff,
  siteMotion,
  started,
  submitted,
  voteRef,
} from './testing/applications.ts';

const of = given(decider);
const after = (history: readonly ApplicationEvent[]) =>
  stateAfter<ApplicationState, ApplicationEvent>(decider, history);
const start: Command = { type: 'StartApplication' };
const submit: Command = { type: 'SubmitApplication' };
const resubmit: Command = { type: 'ResubmitApplication' };
const signOff: Command = { type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt', voteRef };
const revokingVote = { motionId: 'sign-off', voteEventId: 'vote-2' };
const revoke: Command = { type: 'RevokeSiteSignOff', reason: 'The budget is gone', voteRef: revokingVote };
const voted = (...voteEventIds: readonly string[]) => facts({ motion: { ...siteMotion, voteEventIds } });
const withdrawn: ApplicationEvent = { type: 'ApplicationWithdrawn' };
const toSubmitted = [started, signedOff, submitted] as const;

/** Every status with a history that ends in it. */
const histories: Readonly<Record<ApplicationStatus, readonly ApplicationEvent[]>> = {
  none: [],
  started: [started],
  submitted: toSubmitted,
  returned: [...toSubmitted, returned],
  recommended: [...toSubmitted, recommended],
  selected: [...toSubmitted, { type: 'ApplicationSelected', cohortRevision: 8 }],
  not_selected: [...toSubmitted, { type: 'ApplicationNotSelected', reasons: ['r'], cohortRevision: 8 }],
  withdrawn: [started, withdrawn],
};
const statuses = Object.keys(histories) as ApplicationStatus[];

describe('the states of an application', () => {
  const selectable = facts({ cohort: cohort() });
  it.each<readonly [Command, readonly ApplicationStatus[], ApplicationStatus]>([
    [submit, ['started'], 'submitted'],
    [{ type: 'ReturnApplication', missing: ['Budget'] }, ['submitted', 'recommended'], 'returned'],
    [resubmit, ['returned'], 'submitted'],
    [{ type: 'RecommendApplication' }, ['submitted'], 'recommended'],
    [{ type: 'SelectApplication' }, ['submitted', 'recommended'], 'selected'],
    [
      { type: 'NotSelectApplication', reasons: ['Too few places'] },
      ['submitted', 'recommended', 'returned'],
      'not_selected',
    ],
    [{ type: 'WithdrawApplication' }, ['started', 'submitted', 'returned', 'recommended'], 'withdrawn'],
  ])('%j: from %j to %s, and from nowhere else', (command, from, to) => {
    for (const status of statuses) {
      const decided = of(...histories[status]).when(command, selectable);
      if (status === 'none') decided.historicalImport.rejectedWith('APPLICATION_UNKNOWN');
      else if (!from.includes(status))
        decided.historicalImport.rejectedWith('UNKNOWN_APPLICATION_STATE_TRANSITION', { status });
      else {
        const outcome = [...decider.decide(after(histories[status]), command, selectable)];
        expect(outcome.every(({ kind }) => kind !== 'impossible')).toBe(true);
        expect(statusAfter(status, command)).toBe(to);
        const early = { ...selectable, at: on('2026-08-01') };
        of(...histories[status])
          .when(command, early)
          .historicalImport.rejectedWith('TIME_INVERTED');
      }
    }
  });

  const statusAfter = (status: ApplicationStatus, command: Command): ApplicationStatus => {
    const state = after(histories[status]);
    const decision = decider.decide(state, command, selectable);
    let step = decision.next();
    while (!step.done) step = decision.next();
    return step.value.reduce((s, event) => decider.evolve(s, event, selectable.at), state).status;
  };
});

describe('StartApplication', () => {
  it('begins for the pair of cohort and school that the id names', () => {
    of().when(start, facts()).live.records(started).withFindings();
    expect(partsOf(applicationIdOf('cohort-5', 'cedar.2'))).toEqual({
      cohortId: 'cohort-5',
      schoolId: 'cedar.2',
    });
  });

  it('DUPLICATE_APPLICATION: once for each pair, in every mode; again after it was withdrawn', () => {
    for (const status of statuses.filter((one) => one !== 'none' && one !== 'withdrawn'))
      of(...histories[status])
        .when(start, facts())
        .historicalImport.rejectedWith('DUPLICATE_APPLICATION', {
          cohortId: 'cohort-5',
          schoolId: 'cedar',
          status,
        });
    of(started, signedOff, withdrawn).when(start, facts()).live.records(started);
    expect(after([started, signedOff, withdrawn, started])).not.toHaveProperty('signedOffBy');
  });

  it('COHORT_UNKNOWN, SCHOOL_UNKNOWN, SCHOOL_MERGED, COHORT_CLOSED: for what is there', () => {
    of()
      .when(start, facts({ cohort: undefined }))
      .minutes.rejectedWith('COHORT_UNKNOWN');
    of()
      .when(start, facts({ school: undefined }))
      .minutes.rejectedWith('SCHOOL_UNKNOWN');
    of()
      .when(start, facts({ school: school({ merged: true }) }))
      .live.rejectedWith('SCHOOL_MERGED');
    const closed = of().when(start, facts({ cohort: cohort({ status: 'closed' }) }));
    closed.live.rejectedWith('COHORT_CLOSED');
    closed.minutes.records(started).withFindings('COHORT_CLOSED');
  });

  it('SCHOOL_ALREADY_DESIGNATED: a designated school has no need to', () => {
    const from = (literal: string) =>
      of().when(start, facts({ school: school({ designatedFrom: on(literal) }) }));
    from('2024-25').live.rejectedWith('SCHOOL_ALREADY_DESIGNATED', { rule: 'SP-15' });
    from('2024-25').minutes.records(started).withFindings('SCHOOL_ALREADY_DESIGNATED');
    from('2027-28').live.records(started);
  });
});

describe('the window', () => {
  const at = (literal: string) => facts({ at: on(literal) });
  const ready = [happened('2026-07-01T00:00:00Z', started), happened('2026-07-01T00:00:00Z', signedOff)];

  it('APPLICATION_WINDOW_CLOSED: from the first day to the end of the last', () => {
    of(...ready)
      .when(submit, at('2026-08-15'))
      .live.records('ApplicationSubmitted');
    of(...ready)
      .when(submit, at('2026-09-15'))
      .live.records('ApplicationSubmitted');
    for (const day of ['2026-08-14', '2026-09-16']) {
      of(...ready)
        .when(submit, at(day))
        .live.rejectedWith('APPLICATION_WINDOW_CLOSED', { at: day });
      of(...ready)
        .when(submit, at(day))
        .minutes.records('ApplicationSubmitted')
        .withFindings('APPLICATION_WINDOW_CLOSED');
    }
  });

  it('objects only to what certainly lies outside it', () => {
    of(...ready)
      .when(submit, at('2026-fall'))
      .live.records('ApplicationSubmitted');
  });

  it('ends when the call is closed before its day', () => {
    const { call } = cohort();
    const closed = cohort({ call: { ...call!, closedAt: on('2026-09-01') } });
    of(...ready)
      .when(submit, { ...at('2026-09-02'), cohort: closed })
      .live.rejectedWith('APPLICATION_WINDOW_CLOSED', { closesAt: '2026-09-01' });
  });

  it('CALL_NOT_OPEN: without a call on record nobody was asked', () => {
    const { call: _none, ...uncalled } = cohort();
    const decided = of(...ready).when(submit, facts({ cohort: uncalled }));
    decided.live.rejectedWith('CALL_NOT_OPEN');
    decided.historicalImport.records('ApplicationSubmitted').withFindings('CALL_NOT_OPEN');
  });
});

describe('SubmitApplication', () => {
  it('pins the version of the criteria, the cohort and the school', () => {
    of(started, signedOff).when(submit, facts()).live.records(submitted).withFindings();
  });
  it('SITE_SIGNOFF_MISSING: with the site behind it, unless the call leaves it out', () => {
    const decided = of(started).when(submit, facts());
    decided.live.rejectedWith('SITE_SIGNOFF_MISSING', { rule: 'SP-15' });
    decided.minutes.records(submitted).withFindings('SITE_SIGNOFF_MISSING');
    const { call } = cohort();
    const lenient = cohort({ call: { ...call!, siteSignOffRequired: false } });
    of(started)
      .when(submit, facts({ cohort: lenient }))
      .live.records(submitted);
  });
  it('SCHOOL_ALREADY_DESIGNATED: not if the school was designated meanwhile', () => {
    of(started, signedOff)
      .when(submit, facts({ school: school({ designatedFrom: on('2026-08') }) }))
      .live.rejectedWith('SCHOOL_ALREADY_DESIGNATED');
  });
});

describe('ReturnApplication and ResubmitApplication', () => {
  const due = (literal: string): Command => ({
    type: 'ReturnApplication',
    missing: ['Budget'],
    resubmitBy: on(literal),
  });
  it('comes back until the day that was set, also after the call', () => {
    of(...toSubmitted)
      .when(due('2026-10-01'), facts())
      .live.records({ ...returned, resubmitBy: on('2026-10-01') } as ApplicationEvent);
    const back = [...toSubmitted, { ...returned, resubmitBy: on('2026-10-01') } as ApplicationEvent];
    of(...back)
      .when(resubmit, facts({ at: on('2026-10-01') }))
      .live.records({ ...submitted, submission: 2 } as ApplicationEvent);
    of(...back)
      .when(resubmit, facts({ at: on('2026-10-02') }))
      .live.rejectedWith('APPLICATION_WINDOW_CLOSED', { resubmitBy: '2026-10-01' });
  });
  it('APPLICATION_WINDOW_CLOSED: within the window where no day was set', () => {
    of(...toSubmitted, returned)
      .when(resubmit, facts())
      .live.records('ApplicationSubmitted');
    of(...toSubmitted, returned)
      .when(resubmit, facts({ at: on('2026-10-01') }))
      .live.rejectedWith('APPLICATION_WINDOW_CLOSED');
  });
  it('RESUBMISSION_DUE_IN_THE_PAST', () => {
    of(...toSubmitted)
      .when(due('2026-08-20'), facts())
      .live.rejectedWith('RESUBMISSION_DUE_IN_THE_PAST');
  });
});

describe('the sign-off of the site body', () => {
  it('cites its vote, checked and pinned', () => {
    of(started).when(signOff, facts()).live.records(signedOff).withFindings();
  });
  it('SITE_VOTE_MISSING: an old record may not hold the vote', () => {
    const unvoted = of(started).when({ type: 'RecordSiteSignOff', siteBodyId: 'cedar-sgt' }, facts());
    unvoted.live.rejectedWith('SITE_VOTE_MISSING', { rule: 'SP-15' });
    unvoted.historicalImport
      .records({ type: 'SiteSignOffRecorded', siteBodyId: 'cedar-sgt', schoolRevision: 3 })
      .withFindings('SITE_VOTE_MISSING');
  });
  it('MOTION_UNKNOWN, VOTE_OF_OTHER_BODY, VOTE_UNKNOWN: the vote is one of that body', () => {
    const by = (motion: typeof siteMotion | undefined) => of(started).when(signOff, facts({ motion }));
    by(undefined).historicalImport.rejectedWith('MOTION_UNKNOWN');
    by(adopted('sign-off')).historicalImport.rejectedWith('VOTE_OF_OTHER_BODY', { bodyId: 'steering' });
    by({ ...siteMotion, voteEventIds: ['vote-0'] }).historicalImport.rejectedWith('VOTE_UNKNOWN');
  });
  it.each([
    ['failed', { status: 'rejected' }],
    ['is open', { status: 'voting' }],
    ['was followed by another', { voteEventIds: ['vote-1', 'vote-2'] }],
    ['came later', { since: on('2026-09-02') }],
  ] as const)('SITE_VOTE_NOT_PASSED: not a vote that %s', (_what, change) => {
    const motion = { ...siteMotion, ...change } as typeof siteMotion;
    const decided = of(started).when(signOff, facts({ motion }));
    decided.live.rejectedWith('SITE_VOTE_NOT_PASSED');
    decided.minutes.records(signedOff).withFindings('SITE_VOTE_NOT_PASSED');
  });
  it('NOT_SITE_BODY_OF_SCHOOL, SITE_SIGNOFF_EXISTS: of a body that governs the site, once', () => {
    const ungoverned = facts({ school: school({ siteBodyIds: new Set() }) });
    of(started).when(signOff, ungoverned).live.rejectedWith('NOT_SITE_BODY_OF_SCHOOL');
    of(started).when(signOff, ungoverned).minutes.withFindings('NOT_SITE_BODY_OF_SCHOOL');
    of(started, signedOff).when(signOff, facts()).minutes.rejectedWith('SITE_SIGNOFF_EXISTS');
  });
  const revoked: ApplicationEvent = {
    type: 'SiteSignOffRevoked',
    siteBodyId: 'cedar-sgt',
    voteRef: revokingVote,
    motionRevision: 9,
    reason: 'The budget is gone',
  };
  it('VOTE_ALREADY_CITED: a vote signs off or revokes, once', () => {
    const again: Command = { type: 'RevokeSiteSignOff', reason: 'The budget is gone', voteRef };
    of(started, signedOff).when(again, facts()).historicalImport.rejectedWith('VOTE_ALREADY_CITED');
    const spent = of(started, signedOff, revoked);
    spent.when(signOff, facts()).historicalImport.rejectedWith('VOTE_ALREADY_CITED');
    spent
      .when({ ...signOff, voteRef: revokingVote }, voted('vote-1', 'vote-2'))
      .historicalImport.rejectedWith('VOTE_ALREADY_CITED');
    of(started, signedOff, revoked, withdrawn, started)
      .when(signOff, facts())
      .historicalImport.rejectedWith('VOTE_ALREADY_CITED');
    of(started, signedOff, withdrawn, started).when(signOff, facts()).live.records(signedOff);
  });
  it('is revoked by a vote, and may be given again by a third', () => {
    of(started, signedOff).when(revoke, voted('vote-1', 'vote-2')).live.records(revoked);
    of(started).when(revoke, facts()).minutes.rejectedWith('SITE_SIGNOFF_MISSING');
    of(started, signedOff, revoked)
      .when({ ...signOff, voteRef: { ...voteRef, voteEventId: 'vote-3' } }, voted('vote-2', 'vote-3'))
      .live.records('SiteSignOffRecorded');
    of(started, signedOff, revoked).when(submit, facts()).live.rejectedWith('SITE_SIGNOFF_MISSING');
  });
});

it('a recused reviewer stays recused when the school starts again', () => {
  const recusal: ApplicationEvent = {
    type: 'ReviewerRecused',
    reviewerSeatId: 'lausd-1',
    rosterRevision: 41,
  };
  expect(after([started, recusal, withdrawn, started]).recused).toEqual(new Set(['lausd-1']));
});

it('COHORT_CLOSED: nothing is handed in to a closed cohort, though it was begun before', () => {
  const closed = facts({ cohort: cohort({ status: 'closed', selected: new Set() }) });
  of(started, signedOff)
    .when(submit, closed)
    .live.rejectedWith('COHORT_CLOSED')
    .minutes.withFindings('COHORT_CLOSED');
});

describe('reviews', () => {
  const review = {
    type: 'ReviewApplication',
    criterion: 'readiness',
    score: 4,
    comment: 'Ready.',
    reviewerSeatId: 'lausd-1',
  } as const satisfies Command;
  const recuse: Command = { type: 'RecuseReviewer', reviewerSeatId: 'lausd-1' };
  const ofSubmitted = of(...toSubmitted);

  it('judge by a criterion of the version that the call names, and pin it', () => {
    ofSubmitted.when(review, facts()).live.records(reviewed).withFindings();
  });
  it('CRITERION_UNKNOWN, SCORE_OUT_OF_RANGE', () => {
    ofSubmitted
      .when({ ...review, criterion: 'looks' }, facts())
      .minutes.rejectedWith('CRITERION_UNKNOWN', { criteriaVersion: '2026' });
    ofSubmitted
      .when({ ...review, score: 6 }, facts())
      .minutes.rejectedWith('SCORE_OUT_OF_RANGE', { maxScore: 5 });
    ofSubmitted
      .when({ ...review, criterion: 'climate', score: 900 }, facts())
      .live.records('ApplicationReviewed');
  });
  it('NOT_ENTITLED_AS_OF: by somebody who sits in the body', () => {
    for (const reviewerSeatId of ['nobody', 'lausd-vacant'])
      ofSubmitted
        .when({ ...review, reviewerSeatId }, facts())
        .historicalImport.rejectedWith('NOT_ENTITLED_AS_OF');
    ofSubmitted.when(review, facts({ roster: undefined })).minutes.rejectedWith('NOT_ENTITLED_AS_OF');
  });
  it('REVIEW_EXISTS: once for a seat, a criterion and a submission', () => {
    of(...toSubmitted, reviewed)
      .when(review, facts())
      .minutes.rejectedWith('REVIEW_EXISTS');
    of(...toSubmitted, reviewed)
      .when({ ...review, criterion: 'climate' }, facts())
      .live.records('ApplicationReviewed');
    const again: ApplicationEvent = { ...submitted, submission: 2 } as ApplicationEvent;
    of(...toSubmitted, reviewed, returned, again)
      .when(review, facts())
      .live.records(reviewed);
  });
  it('REVIEWER_RECUSED: not by who recused', () => {
    const recused: ApplicationEvent = {
      type: 'ReviewerRecused',
      reviewerSeatId: 'lausd-1',
      rosterRevision: 41,
    };
    ofSubmitted.when(recuse, facts()).live.records(recused);
    const decided = of(...toSubmitted, recused).when(review, facts());
    decided.live.rejectedWith('REVIEWER_RECUSED');
    decided.minutes.records(reviewed).withFindings('REVIEWER_RECUSED');
    of(...toSubmitted, recused)
      .when(recuse, facts())
      .minutes.rejectedWith('REVIEWER_ALREADY_RECUSED');
    of(...toSubmitted, reviewed)
      .when(recuse, facts())
      .live.rejectedWith('RECUSED_AFTER_REVIEW');
  });
  it('APPLICATION_NOT_REVIEWED: a recommendation follows a review', () => {
    const recommend: Command = { type: 'RecommendApplication', rationale: 'Strong' };
    ofSubmitted.when(recommend, facts()).live.rejectedWith('APPLICATION_NOT_REVIEWED');
    of(...toSubmitted, reviewed)
      .when(recommend, facts())
      .live.records({ type: 'ApplicationRecommended', rationale: 'Strong' });
  });
});

describe('the end of an application', () => {
  const select: Command = { type: 'SelectApplication' };
  const refuseIt: Command = { type: 'NotSelectApplication', reasons: ['Too few places'] };
  const chosen = facts({ cohort: cohort({ revision: 8 }) });

  it('SCHOOL_NOT_SELECTED: selected where the selection of the cohort names the school', () => {
    of(...toSubmitted)
      .when(select, chosen)
      .live.records({ type: 'ApplicationSelected', cohortRevision: 8 });
    of(...toSubmitted)
      .when(select, facts())
      .live.rejectedWith('SCHOOL_NOT_SELECTED');
  });
  it('SCHOOL_ALREADY_SELECTED: not selected, with reasons, where it does not', () => {
    of(...toSubmitted)
      .when(refuseIt, facts())
      .live.records({ type: 'ApplicationNotSelected', reasons: ['Too few places'], cohortRevision: 6 });
    of(...toSubmitted)
      .when(refuseIt, chosen)
      .live.rejectedWith('SCHOOL_ALREADY_SELECTED');
  });
});

describe('an application as others read it', () => {
  const at = { cohortId: 'cohort-5', schoolId: 'cedar', revision: 4 };
  it('tells its status and whether the site stands behind it', () => {
    expect(citedApplication(after([]), at)).toBeUndefined();
    expect(citedApplication(after(toSubmitted), at)).toEqual({
      applicationId: 'cohort-5:cedar',
      revision: 4,
      status: 'submitted',
      signedOff: true,
    });
    expect(citedApplication(after([started]), at)).toMatchObject({ signedOff: false });
  });
});
