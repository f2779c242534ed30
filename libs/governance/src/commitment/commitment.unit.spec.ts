import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, parseWhen, settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { CitedMotion } from '../motion/cited.ts';
import { adopted } from '../motion/testing/cited.ts';
import { expectGolden, given, happened, play, stateAfter, stepTime } from '../testing/index.ts';
import type { Step } from '../testing/index.ts';
import { decider, eventTypes, streamsRead } from './index.ts';
import type { Command, CommitmentEvent, CommitmentMade, Facts, MakeCommitment } from './index.ts';

const commitment = given(decider);
const zone = 'America/Los_Angeles';
const on = (literal: string): When => {
  const when = parseWhen(literal, zone);
  if (!when) throw new Error(literal);
  return when;
};

const seventy = (change: Partial<CitedMotion> = {}): CitedMotion =>
  adopted('seventy-schools', { since: on('2021-06-08'), ...change });

const facts = (change: Partial<Facts> = {}): Facts => ({
  at: on('2021-06-08'),
  timeZone: zone,
  motion: seventy(),
  clause: { revision: 3 },
  source: { revision: 0 },
  unknownBodyIds: [],
  unknownOrganizationIds: [],
  authority: undefined,
  ...change,
});

const byClause = { authorityRef: { clauseRef: { instrument: 'mou-2019', clause: '4' } } };
const byMotion = { motionId: 'seventy-schools' } as const;
const pinnedMotion = { kind: 'motion', motionId: 'seventy-schools', motionRevision: 12 } as const;

const target: MakeCommitment = {
  type: 'MakeCommitment',
  kind: 'target',
  title: 'Seventy community schools',
  bodyId: 'board',
  owner: { kind: 'body', ref: 'board' },
  obligor: { kind: 'organization', ref: 'district' },
  beneficiary: { kind: 'other', ref: 'schools' },
  measure: { counts: 'designated_schools', programId: 'la', cohortIds: ['c-1', 'c-2'] },
  value: { number: 70, unit: 'schools' },
  due: on('2025'),
  authorityRef: byMotion,
};
const made: CommitmentMade = {
  type: 'CommitmentMade',
  kind: 'target',
  title: 'Seventy community schools',
  bodyId: 'board',
  owner: { kind: 'body', ref: 'board' },
  obligor: { kind: 'organization', ref: 'district' },
  beneficiary: { kind: 'other', ref: 'schools' },
  measure: { counts: 'designated_schools', programId: 'la', cohortIds: ['c-1', 'c-2'] },
  value: { number: 70, unit: 'schools' },
  due: { when: on('2025'), how: { kind: 'stated' } },
  authorityRef: pinnedMotion,
};
const history = happened<CommitmentEvent>(on('2021-06-08'), made);

describe('MakeCommitment', () => {
  it('pins its authority', () => {
    commitment().when(target, facts()).live.records(made).withFindings();
  });

  it('computes a due date from the adoption, and keeps how', () => {
    const { due: _due, measure: _measure, value: _value, ...rest } = target;
    const adoption = on('2017-06-13');
    const directive: Command = { ...rest, kind: 'directive', dueWithin: 'P90D' };
    commitment()
      .when(directive, facts({ at: on('2017-06-20'), motion: seventy({ revision: 3, since: adoption }) }))
      .minutes.records({
        type: 'CommitmentMade',
        kind: 'directive',
        title: target.title,
        bodyId: 'board',
        owner: target.owner,
        obligor: target.obligor!,
        beneficiary: target.beneficiary!,
        due: {
          when: on('2017-09-11'),
          how: {
            kind: 'computed',
            duration: 'P90D',
            from: adoption,
            timeZone: zone,
            counting: 'calendar_days',
          },
        },
        authorityRef: { ...pinnedMotion, motionRevision: 3 },
      });
  });

  it('is bound by a clause, or by what a source states', () => {
    const clauseRef = { instrument: 'mou-2019', clause: '4' };
    commitment()
      .when({ ...target, authorityRef: { clauseRef } }, facts())
      .live.records({ ...made, authorityRef: { kind: 'clause', clauseRef, instrumentRevision: 3 } });
    commitment()
      .when({ ...target, authorityRef: { sourceId: 'report', locator: 'line 3' } }, facts())
      .live.records({
        ...made,
        authorityRef: { kind: 'source', sourceId: 'report', sourceRevision: 0, locator: 'line 3' },
      });
  });

  it.each<[string, Partial<MakeCommitment>, Partial<Facts>]>([
    ['BODY_UNKNOWN', {}, { unknownBodyIds: ['board'] }],
    ['ORGANIZATION_UNKNOWN', {}, { unknownOrganizationIds: ['district'] }],
    ['MOTION_UNKNOWN', {}, { motion: undefined }],
    ['SOURCE_UNKNOWN', { authorityRef: { sourceId: 's', locator: 'l' } }, { source: undefined }],
    ['LOCATOR_MISSING', { authorityRef: { sourceId: 's' } }, {}],
    ['AUTHORITY_AMBIGUOUS', { authorityRef: {} }, {}],
    ['AUTHORITY_AMBIGUOUS', { authorityRef: { ...byMotion, sourceId: 's', locator: 'l' } }, {}],
    ['CURRENCY_REQUIRED', { kind: 'funding', value: { minorUnits: 1_200_000_000 } }, {}],
    ['CURRENCY_REQUIRED', { kind: 'funding', value: { number: 12 } }, {}],
    ['CURRENCY_REQUIRED', { value: { minorUnits: 5 } }, {}],
    ['VALUE_INCOMPLETE', { value: {} }, {}],
    ['VALUE_INCOMPLETE', { value: { number: 1, minorUnits: 1, currency: 'USD' } }, {}],
    ['VALUE_INCOMPLETE', { value: { number: 1, currency: 'USD' } }, {}],
    ['MEASURE_INCOMPLETE', { measure: { counts: 'designated_schools', cohortIds: ['c-1'] } }, {}],
    ['MEASURE_INCOMPLETE', { measure: { counts: 'reported_quantity', unit: 'hours', per: 'once' } }, {}],
    ['MEASURE_INCOMPLETE', { measure: { counts: 'reported_share' } }, {}],
    ['DUE_STATED_TWICE', { dueWithin: 'P90D' }, {}],
    ['PERPETUITY_ENDS', { until: on('2026'), inPerpetuity: true }, {}],
    ['TERM_INVERTED', { until: on('2020') }, {}],
  ])('%s: in every mode', (code, change, read) => {
    const attempt = commitment().when({ ...target, ...change }, facts(read));
    for (const mode of [attempt.live, attempt.minutes, attempt.historicalImport]) mode.rejectedWith(code);
  });

  it('DURATION_INVALID', () => {
    const { due: _due, ...rest } = target;
    commitment()
      .when({ ...rest, dueWithin: 'ninety days' }, facts())
      .historicalImport.rejectedWith('DURATION_INVALID');
  });

  it.each<[string, Partial<MakeCommitment>, Partial<Facts>]>([
    ['DUE_BEFORE_ADOPTION', { due: on('2020') }, {}],
    ['AUTHORITY_MOTION_NOT_ADOPTED', {}, { motion: seventy({ status: 'rejected' }) }],
    ['AUTHORITY_MOTION_NOT_ADOPTED', { due: on('2025') }, { motion: seventy({ since: on('2021-07-01') }) }],
    ['AUTHORITY_CLAUSE_UNKNOWN', byClause, { clause: undefined }],
    ['AUTHORITY_CLAUSE_UNKNOWN', byClause, { clause: { revision: 3, missing: 'clause' } }],
  ])('%s: irregular', (code, change, read) => {
    commitment()
      .when({ ...target, ...change }, facts(read))
      .live.rejectedWith(code)
      .minutes.records('CommitmentMade')
      .withFindings(code)
      .historicalImport.withFindings(code);
  });

  it('AUTHORITY_MISSING: irregular', () => {
    const { authorityRef: _ref, ...unbound } = target;
    commitment()
      .when(unbound, facts())
      .live.rejectedWith('AUTHORITY_MISSING')
      .historicalImport.records('CommitmentMade')
      .withFindings('AUTHORITY_MISSING');
  });

  it('may be due in the year in which it was adopted, or at a time that nobody stated', () => {
    commitment()
      .when({ ...target, due: on('2021') }, facts())
      .live.records('CommitmentMade')
      .withFindings();
    const { due: _due, ...open } = target;
    commitment().when(open, facts()).live.records('CommitmentMade').withFindings();
  });

  it('leaves an amount that nobody stated unknown', () => {
    const { value: _value, ...unstated } = target;
    commitment()
      .when({ ...unstated, kind: 'funding' }, facts())
      .live.records('CommitmentMade')
      .withFindings();
  });

  it('COMMITMENT_EXISTS', () => {
    commitment(history).when(target, facts()).historicalImport.rejectedWith('COMMITMENT_EXISTS');
  });
});

describe('ReviseCommitment', () => {
  const revise: Command = {
    type: 'ReviseCommitment',
    due: on('2025-26'),
    reason: 'Later',
    authorityRef: byMotion,
  };
  it('changes the terms that it names', () => {
    commitment(history)
      .when(revise, facts())
      .live.records({
        type: 'CommitmentRevised',
        due: { when: on('2025-26'), how: { kind: 'stated' } },
        reason: 'Later',
        authorityRef: pinnedMotion,
      });
    const state = stateAfter(decider, [
      history,
      { type: 'CommitmentRevised', value: { number: 75, unit: 'schools' } },
    ]);
    expect(state.terms).toEqual({
      measure: made.measure,
      value: { number: 75, unit: 'schools' },
      due: made.due,
    });
  });
  it('counts a new duration from the revision', () => {
    const again: Command = { type: 'ReviseCommitment', dueWithin: 'P30D', authorityRef: byMotion };
    const read = facts({ at: on('2022-03-02'), motion: seventy({ revision: 1, since: on('2022-03-01') }) });
    const how = {
      kind: 'computed',
      duration: 'P30D',
      from: on('2022-03-01'),
      timeZone: zone,
      counting: 'calendar_days',
    } as const;
    commitment(history)
      .when(again, read)
      .live.records({
        type: 'CommitmentRevised',
        due: { when: on('2022-03-31'), how },
        authorityRef: { ...pinnedMotion, motionRevision: 1 },
      });
  });
  it('leaves one end: what is kept up for ever has none', () => {
    const until = on('2030');
    const ends = { type: 'CommitmentRevised', until } as const;
    const endless = { type: 'CommitmentRevised', inPerpetuity: true } as const;
    expect(stateAfter(decider, [history, ends]).terms).toMatchObject({ until });
    expect(stateAfter(decider, [history, ends, endless]).terms).not.toHaveProperty('until');
    expect(stateAfter(decider, [history, endless, ends]).terms).toMatchObject({ until, inPerpetuity: false });
  });
  it('owes anew what was missed and gets another due date', () => {
    const missed: CommitmentEvent = { type: 'CommitmentMissed' };
    const due: CommitmentEvent = {
      type: 'CommitmentRevised',
      due: { when: on('2030'), how: { kind: 'stated' } },
    };
    expect(stateAfter(decider, [history, missed]).status).toBe('missed');
    expect(stateAfter(decider, [history, missed, due]).status).toBe('open');
    expect(stateAfter(decider, [history, { type: 'CommitmentMet' }, due]).status).toBe('met');
  });
  it('NOTHING_REVISED, CURRENCY_REQUIRED, COMMITMENT_UNKNOWN', () => {
    const nothing: Command = { type: 'ReviseCommitment', authorityRef: byMotion };
    commitment(history).when(nothing, facts()).historicalImport.rejectedWith('NOTHING_REVISED');
    const funding = happened<CommitmentEvent>(on('2021'), { ...made, kind: 'funding' });
    commitment(funding)
      .when({ ...nothing, value: { number: 3 } }, facts())
      .historicalImport.rejectedWith('CURRENCY_REQUIRED');
    commitment().when(revise, facts()).historicalImport.rejectedWith('COMMITMENT_UNKNOWN');
  });
  it('AUTHORITY_MISSING: irregular, unless the command itself is of a motion or a clause', () => {
    const bare: Command = { type: 'ReviseCommitment', due: on('2026') };
    commitment(history)
      .when(bare, facts())
      .live.rejectedWith('AUTHORITY_MISSING')
      .minutes.withFindings('AUTHORITY_MISSING');
    commitment(history)
      .when(bare, facts({ authority: { kind: 'motion', ref: 'm' }, mandate: adopted('m') }))
      .live.withFindings();
    for (const mandate of [undefined, adopted('m', { status: 'rescinded' })])
      commitment(history)
        .when(bare, facts({ authority: { kind: 'motion', ref: 'm' }, mandate }))
        .live.rejectedWith('AUTHORITY_MISSING');
  });
});

describe('ReportCommitmentProgress', () => {
  const report: Command = {
    type: 'ReportCommitmentProgress',
    quantity: 2,
    period: on('2024-10'),
    subject: 'school-a',
  };
  it('stands beside the commitment', () => {
    commitment(history)
      .when(report, facts({ at: on('2024-11') }))
      .live.records({ ...report, type: 'CommitmentProgressReported' });
  });
  it.each<[string, Partial<typeof report>]>([
    ['SHARE_INCOMPLETE', { numerator: 3 }],
    ['SHARE_INCOMPLETE', { numerator: 0, denominator: 0 }],
    ['SHARE_EXCEEDS_WHOLE', { numerator: 3, denominator: 2 }],
    ['NOTHING_REPORTED', {}],
  ])('%s', (code, said) => {
    commitment(history)
      .when({ type: 'ReportCommitmentProgress', ...said }, facts({ at: on('2024') }))
      .historicalImport.rejectedWith(code);
  });
  it('PERIOD_MISSING: what is counted for each period names it', () => {
    const hours: CommitmentEvent = {
      ...made,
      measure: { counts: 'reported_quantity', unit: 'hours', per: 'month' },
    };
    commitment(happened(on('2021'), hours))
      .when({ type: 'ReportCommitmentProgress', quantity: 2 }, facts())
      .historicalImport.rejectedWith('PERIOD_MISSING', { per: 'month' });
  });
  it('TIME_INVERTED: not before it was made', () => {
    commitment(history)
      .when(report, facts({ at: on('2020') }))
      .historicalImport.rejectedWith('TIME_INVERTED');
  });
});

describe('met, missed, released', () => {
  const met: Command = {
    type: 'RecordCommitmentMet',
    evidence: 'The register shows seventy.',
    authorityRef: byMotion,
  };
  const missed: Command = { type: 'RecordCommitmentMissed', reason: 'Sixty-three by then.' };
  const release: Command = { type: 'ReleaseCommitment', reason: 'Superseded.', authorityRef: byMotion };
  const later = facts({ at: on('2026-02-01') });

  it('is met, also late', () => {
    const event: CommitmentEvent = {
      type: 'CommitmentMet',
      evidence: 'The register shows seventy.',
      authorityRef: pinnedMotion,
    };
    commitment(history).when(met, later).live.records(event);
    commitment(history, { type: 'CommitmentMissed' }).when(met, later).live.records(event);
  });
  it('is missed after it was due', () => {
    commitment(history)
      .when(missed, later)
      .live.records({ ...missed, type: 'CommitmentMissed' });
    commitment(history)
      .when(missed, facts({ at: on('2025-12-31') }))
      .live.rejectedWith('MISSED_BEFORE_DUE', { due: '2025' })
      .minutes.withFindings('MISSED_BEFORE_DUE');
  });
  it('NO_DUE_DATE', () => {
    const { due: _due, ...undue } = made;
    commitment(happened<CommitmentEvent>(on('2021'), undue))
      .when(missed, later)
      .live.rejectedWith('NO_DUE_DATE')
      .historicalImport.withFindings('NO_DUE_DATE');
  });
  it('RELEASE_NEEDS_AUTHORITY: of a motion or a clause, not of a source', () => {
    commitment(history)
      .when(release, later)
      .live.records({ ...release, type: 'CommitmentReleased', authorityRef: pinnedMotion });
    for (const authorityRef of [undefined, { sourceId: 's', locator: 'l' }])
      commitment(history)
        .when({ type: 'ReleaseCommitment', reason: 'x', ...(authorityRef && { authorityRef }) }, later)
        .live.rejectedWith('RELEASE_NEEDS_AUTHORITY')
        .minutes.records('CommitmentReleased')
        .withFindings('RELEASE_NEEDS_AUTHORITY');
    for (const [command, read] of [
      [release, { ...later, motion: { ...later.motion!, bodyId: 'elsewhere' } }],
      [
        { type: 'ReleaseCommitment', reason: 'x' },
        {
          ...later,
          authority: { kind: 'motion', ref: 'm' },
          mandate: { ...later.motion!, bodyId: 'elsewhere' },
        },
      ],
    ] as const)
      commitment(happened<CommitmentEvent>(on('2021-06-08'), { ...made, bodyId: 'committee' }))
        .when(command, read)
        .live.withFindings('MOTION_OF_OTHER_BODY');
    const bare: Command = { type: 'ReleaseCommitment', reason: 'x' };
    commitment(history)
      .when(bare, { ...later, authority: { kind: 'clause', ref: '4' } })
      .live.withFindings();
  });
  it.each<[CommitmentEvent, Command]>([
    [{ type: 'CommitmentMet' }, missed],
    [{ type: 'CommitmentMet' }, met],
    [{ type: 'CommitmentMissed' }, missed],
    [{ type: 'CommitmentReleased', reason: 'x' }, met],
    [
      { type: 'CommitmentReleased', reason: 'x' },
      { type: 'ReportCommitmentProgress', statement: 's' },
    ],
  ])('COMMITMENT_SETTLED: %j', (settled, command) => {
    commitment(history, settled).when(command, later).historicalImport.rejectedWith('COMMITMENT_SETTLED');
  });
});

it('reads the streams that a command asks for', () => {
  expect(streamsRead(target)).toEqual({
    motionId: 'seventy-schools',
    bodyIds: ['board'],
    organizationIds: ['district'],
  });
  expect(streamsRead({ type: 'ReportCommitmentProgress', quantity: 1 })).toEqual({
    bodyIds: [],
    organizationIds: [],
  });
});

const anyCommand: fc.Arbitrary<Command> = fc.constantFrom<Command>(
  target,
  { type: 'ReviseCommitment', due: on('2026'), authorityRef: byMotion },
  { type: 'ReportCommitmentProgress', statement: 'on the way' },
  { type: 'RecordCommitmentMet' },
  { type: 'RecordCommitmentMissed' },
  { type: 'ReleaseCommitment', reason: 'x' },
);

it('no sequence of commands settles a commitment twice, or moves it after its release', () => {
  fc.assert(
    fc.property(
      fc.array(anyCommand),
      fc.constantFrom('live', 'minutes', 'historical_import'),
      (commands, mode) => {
        const events: CommitmentEvent[] = [];
        commands.forEach((command, n) => {
          const read = facts({ at: atInstant(new Date(Date.UTC(2026, 5, 1 + n)).toISOString()) });
          const state = events.reduce((s, event) => decider.evolve(s, event, read.at), decider.initialState);
          const outcome = settle(decider.decide(state, command, read), mode, read);
          if (outcome.accepted) events.push(...outcome.events);
        });
        const types = events.map(({ type }) => type);
        expect(types.filter((type) => type === 'CommitmentMade').length).toBe(Math.min(1, types.length));
        expect(types.filter((type) => type === 'CommitmentMet').length).toBeLessThanOrEqual(1);
        const released = types.indexOf('CommitmentReleased');
        if (released >= 0) expect(released).toBe(types.length - 1);
      },
    ),
  );
});

it('keeps the stored shape of its events', () => {
  const later = (n: number) => facts({ at: stepTime(n) });
  const steps: readonly Step<Command, Facts>[] = [
    { command: { ...target, due: on('2022') }, facts: facts() },
    {
      command: { type: 'ReviseCommitment', dueWithin: 'P1Y', reason: 'More time', authorityRef: byMotion },
      facts: facts({ at: on('2022') }),
    },
    {
      command: {
        type: 'ReportCommitmentProgress',
        period: on('2024-25'),
        subject: 'school-a',
        quantity: 2,
        numerator: 3,
        denominator: 4,
        statement: 's',
      },
      facts: later(2),
    },
    { command: { type: 'RecordCommitmentMissed', reason: 'Sixty-three by then.' }, facts: later(3) },
    { command: { type: 'RecordCommitmentMet', evidence: 'e', authorityRef: byMotion }, facts: later(4) },
  ];
  const released = play(decider, [
    steps[0]!,
    {
      command: { type: 'ReleaseCommitment', reason: 'Superseded.', authorityRef: byMotion },
      facts: later(1),
    },
  ]);
  expectGolden('commitment', eventTypes, [...play(decider, steps), ...released]);
});
