import { describe, expect, it } from '@jest/globals';
import { unknownWhen } from '../kernel/index.ts';
import { adopted } from '../motion/testing/cited.ts';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { citedSchool, decider, eventTypes, streamsRead } from './index.ts';
import type { Command, SchoolEvent, SchoolState } from './index.ts';
import { cohort, designate, designated, facts, now, on, register, registered } from './testing/schools.ts';

const of = given(decider);
const after = (history: readonly SchoolEvent[]) => stateAfter<SchoolState, SchoolEvent>(decider, history);
const motionId = 'selection';
const carried = { motionId, motionRevision: 12 };
const suspended: SchoolEvent = {
  type: 'DesignationSuspended',
  ...carried,
  effectiveFrom: now,
  reason: 'No coordinator',
};
const ended: SchoolEvent = { type: 'DesignationEnded', ...carried, effectiveFrom: now, reason: 'Left' };

describe('RegisterSchool', () => {
  it('enters a school in the registry', () => {
    of().when(register, facts()).live.records(registered).withFindings();
  });
  it('SCHOOL_EXISTS, BODY_UNKNOWN, ORGANIZATION_UNKNOWN: once, under what is there', () => {
    of(registered).when(register, facts()).historicalImport.rejectedWith('SCHOOL_EXISTS');
    of()
      .when(register, facts({ bodyExists: false }))
      .minutes.rejectedWith('BODY_UNKNOWN');
    of()
      .when(register, facts({ organizationRegistered: false }))
      .minutes.rejectedWith('ORGANIZATION_UNKNOWN');
  });
});

describe('DesignateSchool', () => {
  const of5 = (change: Parameters<typeof cohort>[0]) =>
    of(registered).when(designate, facts({ cohort: cohort(change) }));

  it('designates by an adopted motion, into a cohort that selected the school', () => {
    of(registered).when(designate, facts()).live.records(designated).withFindings();
  });

  it('ALREADY_DESIGNATED: one designation at a time, in every mode; another after its end', () => {
    const again = of(registered, designated).when(designate, facts());
    again.live.rejectedWith('ALREADY_DESIGNATED');
    again.historicalImport.rejectedWith('ALREADY_DESIGNATED', { effectiveFrom: '2026-08-15' });
    const later: Command = { ...designate, effectiveFrom: now };
    of(registered, designated, ended).when(later, facts()).live.records('SchoolDesignated');
  });

  it('TIME_INVERTED: not while the one before was active', () => {
    of(registered, designated, ended).when(designate, facts()).historicalImport.rejectedWith('TIME_INVERTED');
  });

  it('DESIGNATION_MOTION_NOT_ADOPTED, MOTION_UNKNOWN: by a motion that stands', () => {
    const by = (motion: ReturnType<typeof adopted> | undefined) =>
      of(registered).when(designate, facts({ motion }));
    by(undefined).historicalImport.rejectedWith('MOTION_UNKNOWN');
    const rejected = by(adopted('selection', { status: 'rejected' }));
    rejected.live.rejectedWith('DESIGNATION_MOTION_NOT_ADOPTED', { status: 'rejected' });
    rejected.minutes.records('SchoolDesignated').withFindings('DESIGNATION_MOTION_NOT_ADOPTED');
  });

  it('DESIGNATION_WITHOUT_MOTION: an old designation rests on what else is stated, and the finding says so', () => {
    const { motionId: _none, ...uncited } = designate;
    const authority = { kind: 'import', ref: 'history' } as const;
    const decided = of(registered).when(uncited, facts({ authority }));
    decided.live.rejectedWith('DESIGNATION_WITHOUT_MOTION', { authority });
    decided.historicalImport.records('SchoolDesignated').withFindings('DESIGNATION_WITHOUT_MOTION');
  });

  it('COHORT_NOT_STATED: the cohort and the date may be unknown in an old record', () => {
    const { cohortId: _none, until: _until, ...unplaced } = designate;
    const command: Command = { ...unplaced, effectiveFrom: unknownWhen };
    const decided = of(registered).when(command, facts());
    decided.live.rejectedWith('COHORT_NOT_STATED');
    decided.historicalImport
      .records({ type: 'SchoolDesignated', ...carried, effectiveFrom: unknownWhen })
      .withFindings('COHORT_NOT_STATED');
  });

  it('COHORT_UNKNOWN, COHORT_CLOSED, SCHOOL_NOT_SELECTED: into a cohort that takes the school', () => {
    of(registered)
      .when(designate, facts({ cohort: undefined }))
      .minutes.rejectedWith('COHORT_UNKNOWN');
    of5({ status: 'closed' }).live.records(designated);
    const others = new Set(['alder']);
    of5({ status: 'closed', selected: others }).live.rejectedWith('COHORT_CLOSED', { rule: 'SP-15' });
    of5({ selected: others }).live.rejectedWith('SCHOOL_NOT_SELECTED');
    of5({ selected: others }).minutes.records(designated).withFindings('SCHOOL_NOT_SELECTED');
  });

  it('DESIGNATION_BEFORE_COHORT: not before the cohort was defined, as far as both are known', () => {
    of5({ definedAt: on('2026-09') }).live.rejectedWith('DESIGNATION_BEFORE_COHORT');
    of5({ definedAt: on('2026') }).live.records(designated);
  });

  it.each(['withdrawn', 'not_selected'] as const)(
    'APPLICATION_NOT_ELIGIBLE: not by a selection after which the application is %s',
    (status) => {
      const application = { applicationId: 'cohort-5:cedar', revision: 5, status, signedOff: true };
      of(registered)
        .when(designate, facts({ application }))
        .live.rejectedWith('APPLICATION_NOT_ELIGIBLE', { rule: 'SP-15' })
        .minutes.withFindings('APPLICATION_NOT_ELIGIBLE');
    },
  );

  it('SITE_SIGNOFF_MISSING: with the site behind it, where the call asks for that', () => {
    const unsigned = facts({ application: undefined });
    of(registered).when(designate, unsigned).live.rejectedWith('SITE_SIGNOFF_MISSING');
    const { call: _none, ...uncalled } = cohort();
    of(registered)
      .when(designate, { ...unsigned, cohort: uncalled })
      .live.records('SchoolDesignated');
  });

  it('TERM_INVERTED, SCHOOL_UNKNOWN: for a term, of a school', () => {
    of(registered)
      .when({ ...designate, until: on('2026-01') }, facts())
      .minutes.rejectedWith('TERM_INVERTED');
    of().when(designate, facts()).minutes.rejectedWith('SCHOOL_UNKNOWN');
  });
});

describe('acts on a designation', () => {
  const acts = {
    RenewDesignation: { type: 'RenewDesignation', motionId, until: on('2032') },
    SuspendDesignation: { type: 'SuspendDesignation', motionId, reason: 'No coordinator' },
    RestoreDesignation: { type: 'RestoreDesignation', motionId, reason: 'A coordinator' },
    EndDesignation: { type: 'EndDesignation', motionId, reason: 'Left' },
  } as const satisfies Partial<Record<Command['type'], Command>>;
  const historyOf = (type: keyof typeof acts): readonly SchoolEvent[] =>
    type === 'RestoreDesignation' ? [registered, designated, suspended] : [registered, designated];
  const types = Object.keys(acts) as (keyof typeof acts)[];

  it('take effect when they happen, or when they say, and pin the motion', () => {
    of(registered, designated)
      .when(acts.RenewDesignation, facts())
      .live.records({ type: 'DesignationRenewed', ...carried, effectiveFrom: now, until: on('2032') });
    of(registered, designated).when(acts.SuspendDesignation, facts()).live.records(suspended);
    of(registered, designated, suspended)
      .when(acts.RestoreDesignation, facts())
      .live.records({ type: 'DesignationRestored', ...carried, effectiveFrom: now, reason: 'A coordinator' });
    of(registered, designated)
      .when({ ...acts.EndDesignation, effectiveFrom: on('2027-06-30') }, facts())
      .live.records({ ...ended, effectiveFrom: on('2027-06-30') });
  });

  it.each(types)('%s: NOT_DESIGNATED without an active one', (type) => {
    of(registered).when(acts[type], facts()).historicalImport.rejectedWith('NOT_DESIGNATED');
    of(registered, designated, ended)
      .when(acts[type], facts())
      .historicalImport.rejectedWith('NOT_DESIGNATED');
  });

  it.each(types)('%s: by an adopted motion, and not before the act before', (type) => {
    const motion = adopted('selection', { status: 'rejected' });
    const decided = of(...historyOf(type)).when(acts[type], facts({ motion }));
    decided.live.rejectedWith('DESIGNATION_MOTION_NOT_ADOPTED', { rule: 'SP-15' });
    decided.minutes.withFindings('DESIGNATION_MOTION_NOT_ADOPTED');
    const early = { ...acts[type], effectiveFrom: on('2026-08-14') };
    of(...historyOf(type))
      .when(early, facts())
      .historicalImport.rejectedWith('TIME_INVERTED');
  });

  it('DESIGNATION_ALREADY_SUSPENDED, DESIGNATION_NOT_SUSPENDED: in turn', () => {
    of(registered, designated, suspended)
      .when(acts.SuspendDesignation, facts())
      .minutes.rejectedWith('DESIGNATION_ALREADY_SUSPENDED');
    of(registered, designated)
      .when(acts.RestoreDesignation, facts())
      .minutes.rejectedWith('DESIGNATION_NOT_SUSPENDED');
  });

  it('TERM_INVERTED: not renewed until a day that is past', () => {
    of(registered, designated)
      .when({ ...acts.RenewDesignation, until: on('2026-08-20') }, facts())
      .minutes.rejectedWith('TERM_INVERTED');
  });
});

describe('a school', () => {
  it('is renamed', () => {
    const rename: Command = { type: 'RenameSchool', name: 'Cedar Community School' };
    of(registered)
      .when(rename, facts())
      .live.records({ type: 'SchoolRenamed', from: register.name, to: rename.name });
    of(registered)
      .when({ ...rename, name: register.name }, facts())
      .minutes.rejectedWith('NAME_UNCHANGED');
  });

  const merge: Command = { type: 'MergeSchool', intoSchoolId: 'alder' };
  it('becomes part of another, and nothing follows', () => {
    const merged: SchoolEvent = { type: 'SchoolMerged', intoSchoolId: 'alder', intoRevision: 2 };
    of(registered).when(merge, facts()).live.records(merged);
    for (const command of [merge, designate, { type: 'AssignCoordinator' } as const])
      of(registered, merged).when(command, facts()).historicalImport.rejectedWith('SCHOOL_MERGED');
  });
  it('can still end a designation that outlived the merger, and do nothing else with it', () => {
    const merged: SchoolEvent = { type: 'SchoolMerged', intoSchoolId: 'alder', intoRevision: 2 };
    const end: Command = { type: 'EndDesignation', motionId, reason: 'Merged' };
    of(registered, designated, merged).when(end, facts()).live.records('DesignationEnded');
    of(registered, merged).when(end, facts()).live.rejectedWith('SCHOOL_MERGED');
    of(registered, designated, merged)
      .when({ type: 'RenewDesignation', motionId, until: on('2032') }, facts())
      .historicalImport.rejectedWith('SCHOOL_MERGED');
  });
  it('MERGED_INTO_ITSELF, SCHOOL_UNKNOWN, SCHOOL_MERGED: into another that is there', () => {
    of(registered)
      .when({ ...merge, intoSchoolId: 'cedar' }, facts())
      .minutes.rejectedWith('MERGED_INTO_ITSELF');
    of(registered)
      .when(merge, facts({ otherSchool: undefined }))
      .minutes.rejectedWith('SCHOOL_UNKNOWN');
    const otherSchool = { schoolId: 'alder', revision: 3, merged: true, siteBodyIds: new Set<string>() };
    of(registered).when(merge, facts({ otherSchool })).minutes.rejectedWith('SCHOOL_MERGED');
  });
  it('MOTION_OF_OTHER_BODY: an act on a designation by the motion of another body says so', () => {
    const motion = adopted('selection', { bodyId: 'another' });
    const end: Command = { type: 'EndDesignation', motionId: 'selection', reason: 'Left' };
    for (const decided of [
      of(registered).when(designate, facts({ motion })),
      of(registered, designated).when(end, facts({ motion })),
    ])
      for (const mode of [decided.live, decided.minutes, decided.historicalImport])
        mode.withFindings('MOTION_OF_OTHER_BODY');
  });
  it('DESIGNATION_STILL_ACTIVE: ends its designation first; what nobody ended ends with it', () => {
    const decided = of(registered, designated).when(merge, facts());
    decided.live.rejectedWith('DESIGNATION_STILL_ACTIVE');
    const ended: SchoolEvent = {
      type: 'DesignationEnded',
      effectiveFrom: facts().at,
      reason: 'Merged into alder.',
    };
    for (const mode of [decided.minutes, decided.historicalImport])
      mode
        .records(ended, { type: 'SchoolMerged', intoSchoolId: 'alder', intoRevision: 2 })
        .withFindings('DESIGNATION_STILL_ACTIVE');
    of(registered, designated)
      .when(merge, facts({ at: on('2020') }))
      .historicalImport.rejectedWith('TIME_INVERTED');
  });

  const form: Command = { type: 'FormSiteBody', kind: 'LSLC', bodyId: 'cedar-lslc' };
  it('has site bodies, which are bodies', () => {
    const formed: SchoolEvent = { ...form, type: 'SiteBodyFormed' };
    of(registered).when(form, facts()).live.records(formed);
    of(registered)
      .when(form, facts({ bodyExists: false }))
      .minutes.rejectedWith('BODY_UNKNOWN');
    of(registered, formed).when(form, facts()).minutes.rejectedWith('SITE_BODY_EXISTS');
  });

  it('has a leader and a coordinator, named by an id or not at all', () => {
    of(registered)
      .when({ type: 'ChangeSiteLeader', personId: 'p-1' }, facts())
      .live.records({ type: 'SiteLeaderChanged', personId: 'p-1' });
    of(registered).when({ type: 'AssignCoordinator' }, facts()).live.records({ type: 'CoordinatorAssigned' });
  });

  it('is read by others with its designation and its site bodies', () => {
    const at = { schoolId: 'cedar', revision: 3 };
    expect(citedSchool(after([]), at)).toBeUndefined();
    expect(citedSchool(after([registered, designated, suspended]), at)).toEqual({
      ...at,
      merged: false,
      designatedFrom: on('2026-08-15'),
      siteBodyIds: new Set(),
    });
    expect(citedSchool(after([registered, designated, ended]), at)).not.toHaveProperty('designatedFrom');
  });

  it('reads what its commands name', () => {
    expect(streamsRead(designate)).toEqual({ cohortId: 'cohort-5', motionId });
    expect(streamsRead(merge)).toEqual({ intoSchoolId: 'alder' });
    expect(streamsRead(register)).toEqual({ bodyId: 'steering', organizationId: 'district' });
  });
});

it('keeps the stored shape of its events', () => {
  const commands: readonly Command[] = [
    register,
    { type: 'FormSiteBody', kind: 'SGT', bodyId: 'cedar-sgt' },
    { type: 'ChangeSiteLeader', personId: 'person-1' },
    { type: 'AssignCoordinator', personId: 'person-2' },
    { type: 'RenameSchool', name: 'Cedar Community School' },
    designate,
    { type: 'SuspendDesignation', motionId, reason: 'No coordinator' },
    { type: 'RestoreDesignation', motionId, reason: 'A coordinator' },
    { type: 'RenewDesignation', motionId, until: on('2032') },
    { type: 'EndDesignation', motionId, reason: 'The site voted to leave' },
    { type: 'MergeSchool', intoSchoolId: 'alder' },
  ];
  const steps = commands.map((command, n) => ({ command, facts: facts({ at: stepTime(n + 1) }) }));
  expectGolden('school', eventTypes, play(decider, steps));
});
