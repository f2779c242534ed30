import { describe, expect, it } from '@jest/globals';
import { adopted } from '../motion/testing/cited.ts';
import { expectGolden, given, happened, play, stateAfter, stepTime } from '../testing/index.ts';
import { citedCohort, decider, eventTypes } from './index.ts';
import type { CohortEvent, Command, CohortState } from './index.ts';
import { applied, called, define, defined, facts, on, openCall } from './testing/cohorts.ts';

const of = given(decider);
const after = (history: readonly CohortEvent[]) => stateAfter<CohortState, CohortEvent>(decider, history);
const closedCall: CohortEvent = { type: 'ApplicationCallClosed' };
const select = (...schoolIds: string[]): Command => ({
  type: 'ApproveCohortSelection',
  motionId: 'selection',
  schoolIds,
});
const schoolsOf = (...schoolIds: string[]) =>
  schoolIds.map((schoolId) => ({ schoolId, applicationId: `cohort-5:${schoolId}`, applicationRevision: 4 }));
const selected = (...schoolIds: string[]): CohortEvent => ({
  type: 'CohortSelectionApproved',
  motionId: 'selection',
  motionRevision: 12,
  schools: schoolsOf(...schoolIds),
});

describe('DefineCohort', () => {
  it('defines a cohort with its size, or with the word that nobody knows it', () => {
    of().when(define, facts()).live.records(defined).withFindings();
    const { plannedSize: _none, ...unsized } = define;
    of()
      .when(unsized, facts())
      .live.records({ ...defined, plannedSize: 'unknown' });
  });

  it('COHORT_EXISTS: once, in every mode', () => {
    of(defined).when(define, facts()).historicalImport.rejectedWith('COHORT_EXISTS');
  });

  it('BODY_UNKNOWN, BODY_DISSOLVED, ORGANIZATION_UNKNOWN: keeps it under a body that is there', () => {
    of()
      .when(define, facts({ body: undefined }))
      .historicalImport.rejectedWith('BODY_UNKNOWN');
    const dissolved = of().when(define, facts({ body: { dissolved: true } }));
    dissolved.live.rejectedWith('BODY_DISSOLVED');
    dissolved.minutes.records('CohortDefined').withFindings('BODY_DISSOLVED');
    const organizationRegistered = false;
    of().when(define, facts({ organizationRegistered })).minutes.rejectedWith('ORGANIZATION_UNKNOWN');
  });

  it('AUTHORITY_MISSING: by what it is provided for; an old source may not say', () => {
    const { authorityRef: _none, ...unauthorized } = define;
    const decided = of().when(unauthorized, facts());
    decided.live.rejectedWith('AUTHORITY_MISSING');
    decided.historicalImport.records('CohortDefined').withFindings('AUTHORITY_MISSING');
  });
});

describe('a call for applications', () => {
  it('opens with its window, criteria and priorities; the site signs off unless it says otherwise', () => {
    of(defined).when(openCall, facts()).live.records(called).withFindings();
    of(defined)
      .when({ ...openCall, siteSignOffRequired: false }, facts())
      .live.records({ ...called, siteSignOffRequired: false });
  });

  it('COHORT_UNKNOWN, TIME_INVERTED: of a cohort, once it is defined', () => {
    of().when(openCall, facts()).minutes.rejectedWith('COHORT_UNKNOWN');
    of(happened('2026-09-02T00:00:00Z', defined))
      .when(openCall, facts())
      .minutes.rejectedWith('TIME_INVERTED');
  });

  it('CALL_ALREADY_OPEN: one at a time; another after it was closed', () => {
    of(defined, called).when(openCall, facts()).minutes.rejectedWith('CALL_ALREADY_OPEN');
    of(defined, called, closedCall).when(openCall, facts()).live.records(called);
  });

  it('CALL_WINDOW_INVERTED, CRITERION_REPEATED: in order', () => {
    const inverted: Command = { ...openCall, closesAt: on('2026-08-14') };
    of(defined).when(inverted, facts()).minutes.rejectedWith('CALL_WINDOW_INVERTED');
    const criteria = [...openCall.criteria, { criterionId: 'climate', text: 'Again?' }];
    of(defined)
      .when({ ...openCall, criteria }, facts())
      .minutes.rejectedWith('CRITERION_REPEATED', { criterionId: 'climate' });
  });

  const extend = (day: string): Command => ({ type: 'ExtendApplicationCall', closesAt: on(day) });
  it('is extended to a later day', () => {
    of(defined, called)
      .when(extend('2026-09-30'), facts())
      .live.records({ type: 'ApplicationCallExtended', closesAt: on('2026-09-30') });
    const shortened = of(defined, called).when(extend('2026-09-15'), facts());
    shortened.live.rejectedWith('EXTENSION_NOT_LATER');
    shortened.minutes.records('ApplicationCallExtended').withFindings('EXTENSION_NOT_LATER');
    of(defined, called).when(extend('2026-08-01'), facts()).minutes.rejectedWith('CALL_WINDOW_INVERTED');
  });

  it('CALL_NOT_OPEN: is extended and closed while it is open', () => {
    const close: Command = { type: 'CloseApplicationCall' };
    of(defined, called).when(close, facts()).live.records(closedCall);
    for (const command of [close, extend('2026-09-30')])
      for (const history of [[defined], [defined, called, closedCall]])
        of(...history)
          .when(command, facts())
          .minutes.rejectedWith('CALL_NOT_OPEN');
  });
});

describe('ReviseCohortSize', () => {
  const revise = (plannedSize: number | 'unknown'): Command => ({ type: 'ReviseCohortSize', plannedSize });
  it('changes the size, from and to', () => {
    of(defined)
      .when({ ...revise(13), reason: 'More money' } as Command, facts())
      .live.records({ type: 'CohortSizeRevised', from: 2, to: 13, reason: 'More money' });
    of(defined)
      .when(revise('unknown'), facts())
      .live.records({ type: 'CohortSizeRevised', from: 2, to: 'unknown' });
  });
  it('COHORT_SIZE_UNCHANGED, CAPACITY_EXCEEDED: never below what is selected', () => {
    of(defined).when(revise(2), facts()).minutes.rejectedWith('COHORT_SIZE_UNCHANGED');
    of(defined, selected('cedar', 'alder'))
      .when(revise(1), facts())
      .historicalImport.rejectedWith('CAPACITY_EXCEEDED', { capacity: 1, selected: 2 });
  });
});

describe('ApproveCohortSelection', () => {
  it('names each school with its application, and pins both and the motion', () => {
    of(defined, called, closedCall)
      .when(select('cedar', 'alder'), facts())
      .live.records(selected('cedar', 'alder'))
      .withFindings();
  });

  it('SELECTION_MOTION_NOT_ADOPTED, MOTION_UNKNOWN: by a motion that was adopted by then and stands', () => {
    const by = (motion: ReturnType<typeof adopted> | undefined) =>
      of(defined).when(select('cedar'), facts({ motion }));
    by(undefined).historicalImport.rejectedWith('MOTION_UNKNOWN', { motionId: 'selection' });
    const voting = by(adopted('selection', { status: 'voting' }));
    voting.live.rejectedWith('SELECTION_MOTION_NOT_ADOPTED', { status: 'voting', rule: 'SP-15' });
    voting.minutes.records('CohortSelectionApproved').withFindings('SELECTION_MOTION_NOT_ADOPTED');
    const since = on('2026-09-02');
    by(adopted('selection', { since })).live.rejectedWith('SELECTION_MOTION_NOT_ADOPTED', {
      adoptedAt: '2026-09-02',
    });
    const uncited = of(defined).when({ type: 'ApproveCohortSelection', schoolIds: ['cedar'] }, facts());
    uncited.live.rejectedWith('SELECTION_MOTION_NOT_ADOPTED');
    uncited.historicalImport
      .records({ type: 'CohortSelectionApproved', schools: schoolsOf('cedar') })
      .withFindings('SELECTION_MOTION_NOT_ADOPTED');
  });

  it('CAPACITY_EXCEEDED: never more schools than a known size, in every mode', () => {
    const three = of(defined).when(select('cedar', 'alder', 'birch'), facts());
    three.historicalImport.rejectedWith('CAPACITY_EXCEEDED', { capacity: 2, selected: 3 });
    const more = of(defined, selected('cedar', 'alder')).when(select('birch'), facts());
    more.minutes.rejectedWith('CAPACITY_EXCEEDED');
    of({ ...defined, plannedSize: 'unknown' })
      .when(select('cedar', 'alder', 'birch'), facts())
      .live.records('CohortSelectionApproved');
  });

  it('SCHOOL_REPEATED, SCHOOL_ALREADY_SELECTED: each school once', () => {
    of(defined).when(select('cedar', 'cedar'), facts()).minutes.rejectedWith('SCHOOL_REPEATED');
    of(defined, selected('cedar'))
      .when(select('cedar'), facts())
      .minutes.rejectedWith('SCHOOL_ALREADY_SELECTED');
  });

  it('CALL_STILL_OPEN: when no more school may apply', () => {
    const early = of(defined, called).when(select('cedar'), facts());
    early.live.rejectedWith('CALL_STILL_OPEN');
    early.minutes.records('CohortSelectionApproved').withFindings('CALL_STILL_OPEN');
    of(defined, called, happened(on('2026-09-10'), closedCall))
      .when(select('cedar'), facts())
      .live.rejectedWith('CALL_STILL_OPEN', { closesAt: '2026-09-10' });
    of(defined, called)
      .when(select('cedar'), facts({ at: on('2026-09-16') }))
      .live.records('CohortSelectionApproved');
  });

  it.each([
    ['withdrawn', { status: 'withdrawn' }, 'the application is withdrawn'],
    ['not yet submitted', { status: 'started' }, 'the application is started'],
    ['not signed off', { signedOff: false }, 'the site body has not signed off'],
  ] as const)('APPLICATION_NOT_ELIGIBLE: one that is %s', (_what, change, reason) => {
    const applications = new Map([applied('cedar', change)]);
    const decided = of(defined, called, closedCall).when(select('cedar'), facts({ applications }));
    decided.live.rejectedWith('APPLICATION_NOT_ELIGIBLE', { schoolId: 'cedar', reason });
    decided.minutes.records(selected('cedar')).withFindings('APPLICATION_NOT_ELIGIBLE');
  });

  it('APPLICATION_NOT_ELIGIBLE: a school without an application, which an old record may lack', () => {
    const decided = of(defined).when(select('cedar'), facts({ applications: new Map() }));
    decided.live.rejectedWith('APPLICATION_NOT_ELIGIBLE', { reason: 'no application is on record' });
    decided.historicalImport.records({ ...selected(), schools: [{ schoolId: 'cedar' }] } as CohortEvent);
  });

  it('MOTION_OF_OTHER_BODY: by a motion of the body that keeps the cohort', () => {
    const motion = adopted('selection', { bodyId: 'another' });
    const decided = of(defined).when(select('cedar'), facts({ motion }));
    decided.live.rejectedWith('MOTION_OF_OTHER_BODY', { motionOf: 'another', bodyId: 'steering' });
    decided.historicalImport.records(selected('cedar')).withFindings('MOTION_OF_OTHER_BODY');
  });

  it('SCHOOL_UNKNOWN: a school that nobody registered, in every mode', () => {
    const decided = of(defined).when(
      select('cedar', 'elsewhere'),
      facts({ unknownSchoolIds: ['elsewhere'] }),
    );
    decided.live.rejectedWith('SCHOOL_UNKNOWN', { schoolId: 'elsewhere' });
    decided.historicalImport.rejectedWith('SCHOOL_UNKNOWN', { schoolId: 'elsewhere' });
  });

  it('does not ask for a sign-off where the call does not', () => {
    const applications = new Map([applied('cedar', { signedOff: false })]);
    of(defined, { ...called, siteSignOffRequired: false }, closedCall)
      .when(select('cedar'), facts({ applications }))
      .live.records(selected('cedar'));
  });
});

describe('CloseCohort', () => {
  it('states a size where nothing else is on record', () => {
    of(defined)
      .when({ type: 'CloseCohort', size: 17 }, facts())
      .live.records({ type: 'CohortClosed', size: 17 });
  });
  it('COHORT_SIZE_DIFFERS: compares the stated size with the selections', () => {
    const close: Command = { type: 'CloseCohort', size: 3 };
    const decided = of(defined, selected('cedar')).when(close, facts());
    decided.live.rejectedWith('COHORT_SIZE_DIFFERS', { stated: 3, selected: 1 });
    decided.historicalImport.records('CohortClosed').withFindings('COHORT_SIZE_DIFFERS');
    of(defined, selected('cedar'))
      .when({ type: 'CloseCohort' }, facts())
      .live.records({ type: 'CohortClosed' });
  });
  it('COHORT_CLOSED: nothing is added after it', () => {
    const commands: readonly Command[] = [
      openCall,
      { type: 'CloseApplicationCall' },
      { type: 'ExtendApplicationCall', closesAt: on('2026-12') },
      { type: 'ReviseCohortSize', plannedSize: 9 },
      select('cedar'),
      { type: 'CloseCohort' },
    ];
    for (const command of commands)
      of(defined, called, { type: 'CohortClosed' })
        .when(command, facts())
        .historicalImport.rejectedWith('COHORT_CLOSED');
  });
});

describe('a cohort as others read it', () => {
  it('is that of a revision, and absent before it is defined', () => {
    const at = { cohortId: 'cohort-5', revision: 3 };
    expect(citedCohort(after([]), at)).toBeUndefined();
    expect(citedCohort(after([defined, called, selected('cedar')]), at)).toMatchObject({
      ...at,
      bodyId: 'steering',
      status: 'defined',
      call: { criteriaVersion: '2026' },
      selected: new Set(['cedar']),
    });
  });
});

it('keeps the stored shape of its events', () => {
  const commands: readonly Command[] = [
    define,
    openCall,
    { type: 'ExtendApplicationCall', closesAt: on('2026-09-30'), reason: 'Storm' },
    { type: 'CloseApplicationCall' },
    { type: 'ReviseCohortSize', plannedSize: 3, reason: 'More money' },
    select('cedar', 'alder'),
    { type: 'CloseCohort', size: 2 },
  ];
  const steps = commands.map((command, n) => ({ command, facts: facts({ at: stepTime(n) }) }));
  expectGolden('cohort', eventTypes, play(decider, steps));
});
