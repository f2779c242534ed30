import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { atInstant, instrument } from '#governance';
import type { Visibility } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { instrumentsModel } from './model.ts';
import {
  citedClauseId,
  clauseHistory,
  getInstrument,
  instrumentDiff,
  instrumentText,
  instrumentTimeZone,
  listInstruments,
  ratificationStatus,
  versionsAdoptedBy,
} from './index.ts';

const insertion = (clauseId: string, text = `Text of ${clauseId}.`): instrument.Operation => ({
  kind: 'insertion',
  clause: { clauseId, text },
});

/** The facts of a ledger in which everything is there that a command may name. */
const facts = (at: string): instrument.Facts => ({
  at: on(at),
  authorized: undefined,
  instrumentId: 'bylaws',
  body: undefined,
  motion: {
    motionId: 'm-1',
    revision: 3,
    bodyId: 'cssc',
    status: 'adopted',
    voteEventIds: ['vote-1'],
    voteEventId: 'vote-1',
  },
  organizations: new Map([
    ['lausd', {}],
    ['utla', {}],
  ]),
  disclosure: undefined,
  other: { revision: 0, hosts: [] },
  blobHeld: true,
  sourced: true,
  sha256: (text) => hash('sha256', text),
});

type Commands = readonly (readonly [at: string, command: instrument.Command, visibility?: Visibility])[];

function recorded(commands: Commands): TestRecord {
  const record = new TestRecord();
  const stream = decidedStream(record, instrument.decider, 'bylaws');
  for (const [at, command, visibility = 'public'] of commands)
    stream.execute(command, facts(at), { mode: 'historical_import', visibility });
  return record;
}

const history: Commands = [
  [
    '2019-01-10',
    { type: 'RegisterInstrument', kind: 'bylaws', title: 'Bylaws', timeZone: 'America/Los_Angeles' },
  ],
  [
    '2019-02',
    { type: 'ProposeVersion', versionId: 'v1', operations: ['a', 'b', 'c'].map((id) => insertion(id)) },
  ],
  ['2019-03-01', { type: 'AdoptVersion', versionId: 'v1', byMotionId: 'm-1' }],
  [
    '2021-01-05',
    {
      type: 'ProposeVersion',
      versionId: 'v2',
      baseVersion: 'v1',
      operations: [
        { kind: 'substitution', clauseId: 'b', words: 'Text', by: 'Words' },
        { kind: 'renumbering', clauseId: 'c', number: '1', before: 'a' },
        { kind: 'repeal', clauseId: 'a' },
        insertion('d'),
      ],
    },
  ],
  ['2021', { type: 'AdoptVersion', versionId: 'v2', external: { decidedBy: 'the assembly' } }],
  ['2023-05-01', { type: 'RecordPracticeDeparture', clauseId: 'd', description: 'Nobody does.' }],
  ['2024-06-01', { type: 'Repeal', byMotionId: 'm-1' }],
];
const record = recorded(history);
const reads = projected([instrumentsModel], record.events);
const textAt = (asOf: string, knownAt?: string) =>
  instrumentText(reads, 'bylaws', { asOf: on(asOf), knownAt });
const now = on('2026-01-01');

describe('the text of an instrument', () => {
  it('is that of the version in force then, with what put each clause there', () => {
    expect(textAt('2019-02-28')).toMatchObject({ inForce: [], clauses: [] });
    const text = textAt('2022-01-02');
    expect(text).toMatchObject({ version: { versionId: 'v2', status: 'in_force' } });
    expect(text?.clauses).toMatchObject([
      { clauseId: 'c', number: '1', putBy: { versionId: 'v2', external: { counts: 'unknown' } } },
      { clauseId: 'b', text: 'Words of b.', putBy: { versionId: 'v2', adoptedAt: { literal: '2021' } } },
      { clauseId: 'd', practiceDepartures: [{ description: 'Nobody does.' }] },
    ]);
    expect(textAt('2019-03-01')?.clauses[1]).toMatchObject({
      clauseId: 'b',
      text: 'Text of b.',
      putBy: {
        versionId: 'v1',
        byMotionId: 'm-1',
        decisionId: 'm-1:vote-1',
        inForceSince: { literal: '2019-03-01' },
      },
    });
  });

  it('may be one or the other where a date is known to the year only', () => {
    expect(textAt('2021-06-01')?.inForce).toMatchObject([
      { versionId: 'v1', certainty: 'possible' },
      { versionId: 'v2', certainty: 'possible' },
    ]);
  });

  it('is none after the repeal, and any version can still be read', () => {
    expect(textAt('2024-06-02')).toMatchObject({ inForce: [], clauses: [] });
    const named = instrumentText(reads, 'bylaws', { asOf: now, version: 'v1' });
    expect(named).toMatchObject({ version: { versionId: 'v1', status: 'replaced', clauses: 3 } });
    expect(instrumentText(reads, 'bylaws', { asOf: now, version: 'v2' })).toMatchObject({
      version: { status: 'repealed' },
    });
    expect(instrumentText(reads, 'bylaws', { asOf: now, version: 'v9' })).toBeUndefined();
  });

  it('is what the record knew at a time, event by event', () => {
    const moments = new Set(record.events.map(({ recordedAt }) => recordedAt));
    for (const knownAt of moments) {
      const until = record.events.filter(({ recordedAt }) => recordedAt <= knownAt);
      const then = projected([instrumentsModel], until);
      for (const asOf of ['2018', '2019-03-02', '2021', '2022-01-02', '2025'].map(on)) {
        const late = instrumentText(reads, 'bylaws', { asOf, knownAt });
        const { knownAt: _knownAt, ...known } = late ?? { knownAt };
        expect(known).toEqual(instrumentText(then, 'bylaws', { asOf }) ?? {});
      }
    }
    expect(
      getInstrument(reads, 'bylaws', { asOf: now, knownAt: '2020-01-01T00:00:00.000Z' }),
    ).toBeUndefined();
  });
});

describe('the differences of two versions', () => {
  it('are told clause by clause, in the order of the second', () => {
    expect(instrumentDiff(reads, 'bylaws', { from: 'v1', to: 'v2' })).toMatchObject({
      comparable: true,
      clauses: [
        { clauseId: 'a', changes: ['repealed'], before: { text: 'Text of a.' } },
        { clauseId: 'c', changes: ['renumbered', 'moved'] },
        {
          clauseId: 'b',
          changes: ['substituted'],
          words: [
            { text: 'Text', change: 'deleted' },
            { text: 'Words', change: 'inserted' },
            { text: ' of b.' },
          ],
        },
        { clauseId: 'd', changes: ['inserted'] },
      ],
    });
    expect(instrumentDiff(reads, 'bylaws', { from: 'v1', to: 'v1' })?.clauses).toEqual([]);
    expect(instrumentDiff(reads, 'bylaws', { from: 'v1', to: 'v9' })).toBeUndefined();
  });

  it('are not told before the record knew both', () => {
    const proposed = record.events.filter(({ event }) => event.type === 'InstrumentVersionProposed');
    const [first, second] = proposed.map(({ recordedAt: knownAt }) =>
      instrumentDiff(reads, 'bylaws', { from: 'v1', to: 'v2', knownAt }),
    );
    expect(first).toBeUndefined();
    expect(second).toMatchObject({ knownAt: proposed[1]?.recordedAt, comparable: true });
  });

  it('are not told where a text is not held', () => {
    const unheld = recorded([
      ...history.slice(0, 3),
      ['2020', { type: 'ProposeVersion', versionId: 'v2', baseVersion: 'v1', textHeld: false }],
    ]);
    expect(
      instrumentDiff(projected([instrumentsModel], unheld.events), 'bylaws', { from: 'v1', to: 'v2' }),
    ).toMatchObject({ comparable: false, clauses: [] });
  });
});

describe('the ratification of a version', () => {
  const agreement: Commands = [
    ['2019-01-10', { type: 'RegisterInstrument', kind: 'mou', title: 'Memorandum' }],
    ['2019-01-10', { type: 'AddParty', organizationId: 'lausd', ratificationMethod: 'governing_board_vote' }],
    ['2019-01-10', { type: 'AddParty', organizationId: 'utla', ratificationMethod: 'membership_vote' }],
    ['2019-01-10', { type: 'ProposeVersion', versionId: 'v1', operations: [insertion('a')] }],
    ['2019-02-01', { type: 'AdoptVersion', versionId: 'v1', byMotionId: 'm-1' }],
    [
      '2019-03-01',
      { type: 'RecordRatification', versionId: 'v1', organizationId: 'utla', answer: 'ratified' },
    ],
    [
      '2019-04-01',
      { type: 'RecordRatification', versionId: 'v1', organizationId: 'lausd', answer: 'ratified' },
    ],
  ];
  const agreed = projected([instrumentsModel], recorded(agreement).events);
  const at = (asOf: string) => ratificationStatus(agreed, 'bylaws', { asOf: on(asOf) })?.versions;

  it('says at each date who had ratified and who was outstanding', () => {
    expect(at('2019-01-20')).toEqual([]);
    expect(at('2019-03-02')).toMatchObject([
      {
        versionId: 'v1',
        status: 'adopted',
        complete: false,
        parties: [
          { organizationId: 'lausd', ratificationMethod: 'governing_board_vote', answer: 'outstanding' },
          { organizationId: 'utla', answer: 'ratified', at: { literal: '2019-03-01' } },
        ],
      },
    ]);
    expect(at('2019-04-02')).toMatchObject([
      { status: 'in_force', complete: true, completeAt: { literal: '2019-04-01' } },
    ]);
  });

  it('does not say that something is outstanding of which nothing is known', () => {
    const unstated: Commands = agreement.map(([when, command]) => [
      when,
      command.type === 'AddParty' ? { ...command, ratificationMethod: 'unknown' } : command,
    ]);
    const read = projected([instrumentsModel], recorded(unstated.slice(0, 5)).events);
    const [version] = ratificationStatus(read, 'bylaws', { asOf: on('2026') })?.versions ?? [];
    expect(version).toMatchObject({ status: 'adopted', complete: false });
    expect(version?.parties.map(({ answer }) => answer)).toEqual(['unknown', 'unknown']);
  });
});

describe('a list of instruments', () => {
  it('is by title, and leaves out what was not known then', () => {
    expect(listInstruments(reads, { asOf: on('2022-01-02') })).toMatchObject({
      items: [{ instrumentId: 'bylaws', head: 'v2', inForce: [{ versionId: 'v2' }] }],
    });
    expect(listInstruments(reads, { asOf: now, kind: 'mou' }).items).toEqual([]);
    expect(listInstruments(reads, { asOf: now, knownAt: '2020-01-01T00:00:00.000Z' }).items).toEqual([]);
    expect(instrumentTimeZone(reads, 'bylaws')).toBe('America/Los_Angeles');
  });
});

describe('a record from which events are left out', () => {
  it('is read all the same, whichever they are', () => {
    record.events.forEach((_event, left) => {
      const rest = projected(
        [instrumentsModel],
        record.events.filter((_one, i) => i !== left),
      );
      const times = { asOf: atInstant('2022-01-02T00:00:00Z') };
      for (const query of [getInstrument, instrumentText, ratificationStatus])
        expect(query(rest, 'bylaws', times) === undefined).toBe(left === 0);
      expect(instrumentDiff(rest, 'bylaws', { from: 'v1', to: 'v2' }) === undefined).toBe(left === 0);
    });
  });
});

describe('the history of a clause', () => {
  const historyOf = (clauseId: string) => clauseHistory(reads, 'bylaws', { clauseId, asOf: now });
  const steps = (clauseId: string) =>
    historyOf(clauseId)?.steps.map(({ version, diff }) => [version.versionId, diff?.changes]);

  it('names each version that put it there, changed it or took it out, and no other', () => {
    expect(steps('a')).toEqual([
      ['v1', ['inserted']],
      ['v2', ['repealed']],
    ]);
    expect(steps('b')).toEqual([
      ['v1', ['inserted']],
      ['v2', ['substituted']],
    ]);
    expect(steps('d')).toEqual([['v2', ['inserted']]]);
  });

  it('tells what is not in force any more, with what is done instead', () => {
    expect(historyOf('d')).toMatchObject({
      inForce: false,
      clause: { clauseId: 'd' },
      practiceDepartures: [{ description: 'Nobody does.' }],
    });
    expect(clauseHistory(reads, 'bylaws', { clauseId: 'b', asOf: on('2022-02-01') })?.inForce).toBe(true);
  });

  it('is none of a clause that never was', () => {
    expect(historyOf('z')).toBeUndefined();
    expect(clauseHistory(reads, 'none', { clauseId: 'a', asOf: now })).toBeUndefined();
  });
});

describe('the ways to an instrument', () => {
  it('lead from the motion that adopted a version', () => {
    expect(versionsAdoptedBy(reads, 'm-1')).toEqual([
      { instrumentId: 'bylaws', title: 'Bylaws', versionId: 'v1' },
    ]);
    expect(versionsAdoptedBy(reads, 'm-2')).toEqual([]);
  });

  it('lead from a clause that is cited by its id or as printed', () => {
    const cited = (clause: string, version?: string) =>
      citedClauseId(reads, { instrument: 'bylaws', clause, ...(version !== undefined && { version }) });
    expect(cited('b')).toBe('b');
    expect(cited('1', 'v2')).toBe('c');
    expect(cited('1', 'v1')).toBeUndefined();
    expect(cited('b', 'v9')).toBeUndefined();
  });
});
