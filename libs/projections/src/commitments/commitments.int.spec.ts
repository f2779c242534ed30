import { describe, expect, it } from '@jest/globals';
import { commitment, parseWhen } from '#governance';
import type { When } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { measuresModel } from '../measures/model.ts';
import { schoolsModel } from '../schools/model.ts';
import { motionsModel } from '../motions/model.ts';
import { commitmentsModel } from './model.ts';
import { getCommitment, listCommitments } from './index.ts';

const models = [commitmentsModel, measuresModel, schoolsModel, motionsModel];
const timeZone = 'America/Los_Angeles';
const day = (literal: string): When => parseWhen(literal, timeZone) ?? on(literal);

const facts = (at: string): commitment.Facts => ({
  at: day(at),
  timeZone,
  motion: {
    motionId: 'motion',
    revision: 7,
    bodyId: 'board',
    status: 'adopted',
    since: day(at),
    voteEventIds: [],
  },
  clause: undefined,
  source: { revision: 0 },
  unknownBodyIds: [],
  unknownOrganizationIds: [],
  authority: undefined,
});

function register() {
  const record = new TestRecord();
  const say = (id: string, at: string, command: commitment.Command) =>
    decidedStream(record, commitment.decider, id).execute(command, facts(at), { mode: 'historical_import' });
  const view = (id: string, asOf: string, knownAt?: string) =>
    getCommitment(projected(models, record.events), id, { asOf: day(asOf), knownAt });
  return { record, say, view, reads: () => projected(models, record.events) };
}

const made: Omit<commitment.MakeCommitment, 'type' | 'kind' | 'title'> = {
  bodyId: 'board',
  owner: { kind: 'body', ref: 'board' },
  authorityRef: { motionId: 'resolution' },
};
const directive: commitment.Command = {
  ...made,
  type: 'MakeCommitment',
  kind: 'directive',
  title: 'A proposal by staff',
  dueWithin: 'P90D',
};

describe('a commitment', () => {
  it('is open until it is due, then overdue until somebody says what became of it', () => {
    const { say, view } = register();
    say('proposal', '2017-06-13', directive);
    expect(view('proposal', '2017-06-12')).toBeUndefined();
    expect(view('proposal', '2017-09-11')).toMatchObject({
      standing: 'open',
      due: { when: day('2017-09-11'), how: { kind: 'computed', duration: 'P90D' } },
    });
    expect(view('proposal', '2017-09-12')).toMatchObject({ standing: 'overdue' });
    say('proposal', '2017-10-01', { type: 'RecordCommitmentMissed', reason: 'No proposal.' });
    say('proposal', '2017-11-01', { type: 'RecordCommitmentMet', evidence: 'The proposal came.' });
    expect(['2017-09-20', '2017-10-15', '2017-11-02'].map((at) => view('proposal', at)?.standing)).toEqual([
      'overdue',
      'missed',
      'met',
    ]);
    expect(view('proposal', '2018')?.because.map(({ type }) => type)).toEqual([
      'CommitmentMade',
      'CommitmentMissed',
      'CommitmentMet',
    ]);
  });

  it('keeps what was owed before a revision, and what was known before it', () => {
    const { record, say, view } = register();
    say('proposal', '2017-06-13', directive);
    const before = record.events.at(-1)!.recordedAt;
    say('proposal', '2017-08-01', {
      type: 'ReviseCommitment',
      due: day('2017-12'),
      authorityRef: made.authorityRef!,
    });
    expect(view('proposal', '2017-07')?.due?.when).toEqual(day('2017-09-11'));
    expect(view('proposal', '2017-10')).toMatchObject({ standing: 'open', due: { when: day('2017-12') } });
    expect(view('proposal', '2017-10', before)).toMatchObject({ standing: 'overdue' });
  });

  it('counts what is reported for each period, and leaves the others unknown', () => {
    const { say, view } = register();
    say('hours', '2019', {
      ...made,
      type: 'MakeCommitment',
      kind: 'directive',
      title: 'Two hours a month',
      measure: { counts: 'reported_quantity', unit: 'hours', per: 'month' },
      value: { number: 2, unit: 'hours', period: 'month' },
    });
    expect(view('hours', '2024-12')?.progress.sentence).toContain('unknown');
    for (const [period, quantity] of [
      ['2024-09', 1],
      ['2024-09', 1],
      ['2024-10', 1.5],
    ] as const)
      say('hours', '2024-11', {
        type: 'ReportCommitmentProgress',
        period: day(period),
        subject: 'school-a',
        quantity,
      });
    expect(view('hours', '2024-12')?.progress).toMatchObject({
      periods: [
        { period: day('2024-09'), subject: 'school-a', quantity: 2, reached: true },
        { period: day('2024-10'), subject: 'school-a', quantity: 1.5, reached: false },
      ],
      sentence: 'Reached in 1 of 2 periods reported; of others nothing is known.',
    });
  });

  it('compares shares in whole numbers', () => {
    const { say, view } = register();
    say('engagement', '2021', {
      ...made,
      type: 'MakeCommitment',
      kind: 'target',
      title: 'Three quarters give feedback',
      measure: { counts: 'reported_share', of: 'students, staff and families' },
      value: { number: 75, unit: 'percent' },
    });
    const report = (subject: string, numerator: number, denominator: number) =>
      say('engagement', '2022', { type: 'ReportCommitmentProgress', subject, numerator, denominator });
    report('school-a', 749, 1000);
    report('school-b', 3, 4);
    expect(view('engagement', '2023')?.progress.shares).toEqual([
      { subject: 'school-a', numerator: 749, denominator: 1000, percent: 74.9, reached: false },
      { subject: 'school-b', numerator: 3, denominator: 4, percent: 75, reached: true },
    ]);
  });

  it('says where its motion is no longer adopted', () => {
    const { record, say, view } = register();
    say('proposal', '2017-06-13', directive);
    record.add('motion', 'resolution', { type: 'MotionWithdrawn', permission: 'body' });
    expect(view('proposal', '2017-07')).toMatchObject({ authorityStatus: 'withdrawn' });
  });

  it('is listed by body, kind and standing', () => {
    const { say, reads } = register();
    say('proposal', '2017-06-13', directive);
    say('money', '2019', {
      ...made,
      bodyId: 'council',
      type: 'MakeCommitment',
      kind: 'funding',
      title: 'Money',
      value: { minorUnits: 1_200_000_000, currency: 'USD' },
    });
    const listed = (filter: object) =>
      listCommitments(reads(), { asOf: day('2020'), ...filter }).items.map(
        ({ commitmentId }) => commitmentId,
      );
    expect(listed({})).toEqual(['money', 'proposal']);
    expect(listed({ bodyId: 'board' })).toEqual(['proposal']);
    expect(listed({ kind: 'funding' })).toEqual(['money']);
    expect(listed({ standing: 'overdue' })).toEqual(['proposal']);
    expect(listed({ asOf: day('2018') })).toEqual(['proposal']);
  });
});
