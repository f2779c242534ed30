import { describe, expect, it } from '@jest/globals';
import { body, unknownWhen } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { bodiesModel } from './model.ts';
import { bodyTimeZone, getBody, listBodies } from './index.ts';
import type { BodyStatus } from './index.ts';

const zone = 'America/Los_Angeles';
const clauseRef = { instrument: 'mou-2019', clause: '2' };

/** A task force that a committee succeeded, with a subcommittee of the committee. */
function bodies(): TestRecord {
  const record = new TestRecord();
  const run = (bodyId: string, at: string, ...commands: readonly body.Command[]): void => {
    const stream = decidedStream(record, body.decider, bodyId);
    const related = { relatedBody: { ancestorIds: [] }, organizationIds: new Set(['utla']) };
    const facts = { at: on(at), bodyId, authority: { kind: 'clause', ref: 'bylaws 1' }, ...related } as const;
    for (const command of commands) stream.execute(command, facts, { mode: 'historical_import' });
  };
  const establish = (name: string, more: Partial<body.BodyEstablished> = {}): body.Command => ({
    classification: 'committee',
    timeZone: zone,
    name,
    ...more,
    type: 'EstablishBody',
  });
  run('task-force', '2016-fall', establish('Task Force', { purpose: 'Prepares the committee' }));
  run(
    'committee',
    '2019-08',
    establish('Steering Committee', { foundingClause: clauseRef }),
    {
      type: 'DetermineOpenMeetingRegime',
      regime: 'UNDETERMINED',
      basis: 'none',
      effectiveFrom: on('2019-08'),
    },
    { type: 'DefineConstituency', constituencyId: 'utla', name: 'Teachers', organizationId: 'utla' },
    { type: 'AdoptCompositionRule', clauseRef, perConstituency: [{ constituencyId: 'utla', voting: 8 }] },
  );
  run('task-force', '2019-08', { type: 'SucceedBody', successorId: 'committee' });
  run(
    'applications',
    '2020',
    establish('Applications', { classification: 'subcommittee', parentBodyId: 'committee' }),
    {
      type: 'ChargeSubcommittee',
      charge: 'Revise the application',
      cadence: 'monthly',
      reportsBy: on('2021-spring'),
    },
  );
  run('applications', '2021-06-30', { type: 'DissolveBody', reason: 'Its work is done.' });
  return record;
}

const { events } = bodies();
const reads = projected([bodiesModel], events);

describe('a body', () => {
  it('tells what founded it, its regime, constituencies and rules', () => {
    expect(getBody(reads, 'committee')).toMatchObject({
      bodyId: 'committee',
      name: 'Steering Committee',
      classification: 'committee',
      timeZone: zone,
      status: 'established',
      revision: 3,
      foundingClause: clauseRef,
      established: {
        occurredAt: { literal: '2019-08', precision: 'month' },
        recordingMode: 'historical_import',
      },
      regimes: [{ regime: 'UNDETERMINED', basis: 'none' }],
      constituencies: [{ constituencyId: 'utla', name: 'Teachers', organizationId: 'utla' }],
      compositionRules: [{ clauseRef, perConstituency: [{ constituencyId: 'utla', voting: 8 }] }],
    });
    expect(bodyTimeZone(reads, 'committee')).toBe(zone);
  });

  it('names its subcommittees with their charges', () => {
    expect(getBody(reads, 'committee')?.subcommittees).toMatchObject([
      {
        bodyId: 'applications',
        name: 'Applications',
        status: 'dissolved',
        charges: [{ charge: 'Revise the application', cadence: 'monthly', reportsBy: on('2021-spring') }],
      },
    ]);
    expect(getBody(reads, 'applications')).toMatchObject({
      parentBodyId: 'committee',
      dissolution: { reason: 'Its work is done.', provenance: { occurredAt: on('2021-06-30') } },
      subcommittees: [],
    });
  });

  it('knows its successors and its predecessors', () => {
    expect(getBody(reads, 'task-force')).toMatchObject({
      status: 'succeeded',
      successions: [{ successorId: 'committee' }],
      predecessorIds: [],
    });
    expect(getBody(reads, 'committee')).toMatchObject({ predecessorIds: ['task-force'], successions: [] });
  });

  it('that is not in the record is nothing', () => {
    expect(getBody(reads, 'another')).toBeUndefined();
    expect(bodyTimeZone(reads, 'another')).toBeUndefined();
  });
});

describe('a body as of a time', () => {
  const at = (id: string, asOf: string) => getBody(reads, id, { asOf: on(asOf) });

  it('is as it was then: before its successor, before its subcommittees, before its end', () => {
    expect(at('committee', '2019-07-31')).toBeUndefined();
    expect(at('task-force', '2019-07-31')).toMatchObject({ status: 'established', successions: [] });
    expect(at('task-force', '2019-09-01')).toMatchObject({ status: 'succeeded' });
    expect(at('committee', '2019-12')).toMatchObject({ subcommittees: [], predecessorIds: ['task-force'] });
    expect(at('applications', '2021-06-29')).toMatchObject({ status: 'established' });
    expect(at('applications', '2021-06-29')).not.toHaveProperty('dissolution');
    expect(at('committee', '2021-06-29')?.subcommittees).toMatchObject([{ status: 'established' }]);
    expect(at('committee', '2021-06-30')?.subcommittees).toMatchObject([{ status: 'dissolved' }]);
  });

  it('says what only may have happened by then, because its date says no more', () => {
    const within = at('committee', '2019-08-15')!;
    expect(within.possibleEventIds).toContain(within.established?.eventId);
    expect(within.possibleEventIds).toContain(within.regimes[0]?.provenance.eventId);
    expect(at('committee', '2019-09-01')).not.toHaveProperty('possibleEventIds');
  });

  it('is nothing before it was founded, whatever of it has no date', () => {
    const record = bodies();
    record.add(
      'body',
      'committee',
      { type: 'SubcommitteeCharged', charge: 'Of no date' },
      { at: unknownWhen },
    );
    const undated = projected([bodiesModel], record.events);
    expect(getBody(undated, 'committee', { asOf: on('2018') })).toBeUndefined();
    expect(getBody(undated, 'committee', { asOf: on('2020') })).toMatchObject({
      charges: [{ charge: 'Of no date' }],
      possibleEventIds: [record.events.at(-1)?.eventId],
    });
  });

  it('is listed so', () => {
    const listed = (asOf: string, status?: BodyStatus) =>
      listBodies(reads, { asOf: on(asOf), status }).items.map(({ bodyId }) => bodyId);
    expect(listed('2018')).toEqual(['task-force']);
    expect(listed('2021-06-29')).toEqual(['applications', 'committee', 'task-force']);
    expect(listed('2021-06-29', 'dissolved')).toEqual([]);
    expect(listed('2021-06-30', 'dissolved')).toEqual(['applications']);
  });
});

describe('the list of bodies', () => {
  const idsOf = (request: Parameters<typeof listBodies>[1] = {}) =>
    listBodies(reads, request).items.map(({ bodyId }) => bodyId);

  it('is in the order of names, by parent, status and classification', () => {
    expect(idsOf()).toEqual(['applications', 'committee', 'task-force']);
    expect(idsOf({ parentBodyId: 'committee' })).toEqual(['applications']);
    expect(idsOf({ status: 'succeeded' })).toEqual(['task-force']);
    expect(idsOf({ classification: 'committee', status: 'established' })).toEqual(['committee']);
  });

  it('has pages that do not move when a body is established before or behind them', () => {
    const first = listBodies(reads, { limit: 1 });
    const record = bodies();
    for (const name of ['Advisers', 'Zone council'])
      record.add('body', name.slice(0, 4).toLowerCase(), {
        type: 'BodyEstablished',
        name,
        classification: 'committee',
        timeZone: zone,
      });
    const rest = listBodies(projected([bodiesModel], record.events), { cursor: first.next });
    expect(rest.items.map(({ name }) => name)).toEqual(['Steering Committee', 'Task Force', 'Zone council']);
  });
});

describe('where events are missing', () => {
  const without = (...types: readonly string[]) =>
    projected(
      [bodiesModel],
      events.filter(({ event }) => !types.includes(event.type)),
    );

  it('a body without its establishment has what else is known, and no name', () => {
    const unnamed = getBody(without('BodyEstablished'), 'committee')!;
    expect(unnamed).toMatchObject({ timeZone: 'UTC', status: 'established', predecessorIds: ['task-force'] });
    expect(unnamed.compositionRules).toHaveLength(1);
    for (const unknown of ['name', 'classification', 'established', 'parentBodyId'])
      expect(unnamed).not.toHaveProperty(unknown);
    expect(listBodies(without('BodyEstablished')).items).toHaveLength(3);
  });

  it('a body stands as the events that are there say', () => {
    expect(getBody(without('BodyDissolved'), 'applications')?.status).toBe('established');
    expect(getBody(without('BodySucceeded'), 'committee')?.predecessorIds).toEqual([]);
    expect(getBody(without('SubcommitteeCharged'), 'committee')?.subcommittees).toMatchObject([
      { charges: [] },
    ]);
  });
});
