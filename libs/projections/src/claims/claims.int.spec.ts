import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claim, source } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { commitmentsModel } from '../commitments/model.ts';
import { measuresModel } from '../measures/model.ts';
import { schoolsModel } from '../schools/model.ts';
import { sourcesModel } from '../sources/model.ts';
import { getSource, listSources } from '../sources/index.ts';
import { claimsModel } from './model.ts';
import { claimDifferences, getClaim, listClaims } from './index.ts';

const models = [claimsModel, sourcesModel, commitmentsModel, measuresModel, schoolsModel];
const ids = ['a', 'b', 'c'] as const;
const values = { a: 55, b: 63, c: 63 } as const;
const asOf = { a: '2023-24', b: '2024-25', c: '2025' } as const;

const facts = (claimId: string): claim.Facts => ({
  at: on('2026-01-01'),
  claimId,
  source: { publisher: 'The union', revision: 0 },
  sourceText: undefined,
  claimIds: new Set(ids),
  factIsRecorded: true,
  retractedInKnown: true,
  authority: { kind: 'office', ref: 'secretary' },
});

/** Three claims of one source on one thing. */
function claimed() {
  const record = new TestRecord();
  decidedStream(record, source.decider, 'page').execute(
    { type: 'RegisterSource', title: 'A page', publisher: 'The union', sha256: 'a'.repeat(64) },
    { at: on('2026-01-01'), textIsKept: false },
  );
  const streams = Object.fromEntries(ids.map((id) => [id, decidedStream(record, claim.decider, id)]));
  for (const id of ids)
    streams[id]!.execute(
      {
        type: 'RecordClaim',
        subject: 'schools',
        predicate: 'count',
        value: values[id],
        asOf: on(asOf[id]),
        sourceId: 'page',
        locator: `line ${id}`,
      },
      facts(id),
    );
  const say = (id: string, command: claim.Command): boolean => streams[id]!.attempt(command, facts(id));
  return { record, say, reads: () => projected(models, record.events) };
}

const reconcileA: claim.Command = {
  type: 'ReconcileClaims',
  withClaimIds: ['b'],
  preferredClaimId: 'b',
  rationale: 'The eight on track had joined.',
};

describe('sources', () => {
  it('are told with how many claims come from them', () => {
    const { reads } = claimed();
    expect(getSource(reads(), 'page')).toMatchObject({ sourceId: 'page', publisher: 'The union', claims: 3 });
    expect(listSources(reads()).items.map(({ sourceId }) => sourceId)).toEqual(['page']);
    expect(getSource(reads(), 'other')).toBeUndefined();
  });
});

describe('claims', () => {
  it('stand as they were recorded, with what stands against them', () => {
    const { say, reads } = claimed();
    say('a', { type: 'DisputeClaim', byClaimId: 'c', reason: 'Another count.' });
    expect(getClaim(reads(), 'a')).toMatchObject({
      claimId: 'a',
      value: 55,
      asOf: on('2023-24'),
      sourceId: 'page',
      locator: 'line a',
      status: 'disputed',
      disputes: [{ byClaimId: 'c', reason: 'Another count.' }],
      revision: 1,
    });
    expect(getClaim(reads(), 'd')).toBeUndefined();
  });

  it('show a reconciliation on every claim that it names, and what was known before it', () => {
    const { record, say, reads } = claimed();
    const before = record.events.at(-1)!.recordedAt;
    say('a', reconcileA);
    for (const id of ['a', 'b'])
      expect(getClaim(reads(), id)).toMatchObject({
        status: 'reconciled',
        value: values[id as 'a'],
        reconciliations: [{ ofClaimId: 'a', preferredClaimId: 'b', authority: { kind: 'office' } }],
      });
    expect(getClaim(reads(), 'c')).toMatchObject({ status: 'standing', reconciliations: [] });
    expect(getClaim(reads(), 'b', before)).toMatchObject({ status: 'standing', reconciliations: [] });
  });

  it('are listed in the order of the record, by subject, source and status, then and now', () => {
    const { record, say, reads } = claimed();
    const before = record.events.at(-1)!.recordedAt;
    say('a', reconcileA);
    say('b', { type: 'RetractClaim', publisher: 'The union' });
    const listed = (filter: Parameters<typeof listClaims>[1]) =>
      listClaims(reads(), filter).items.map(({ claimId }) => claimId);
    expect(listed({})).toEqual(['a', 'b', 'c']);
    expect(listed({ status: 'standing' })).toEqual(['c']);
    expect(listed({ status: 'reconciled' })).toEqual(['a']);
    expect(listed({ status: 'retracted' })).toEqual(['b']);
    expect(listed({ status: 'standing', knownAt: before })).toEqual(['a', 'b', 'c']);
    expect(listed({ subject: 'others' })).toEqual([]);
    expect(listed({ sourceId: 'page', predicate: 'count' })).toEqual(['a', 'b', 'c']);
    const first = listClaims(reads(), { limit: 2 });
    expect(listed({ cursor: first.next })).toEqual(['c']);
  });

  const commands = fc.constantFrom<claim.Command>(
    reconcileA,
    { type: 'ReconcileClaims', withClaimIds: ['a', 'c'], rationale: 'All hold.' },
    { type: 'DisputeClaim', byClaimId: 'a' },
    { type: 'DisputeClaim', byClaimId: 'b' },
    { type: 'DisputeClaim', byFact: { stream: 'school-x', revision: 0 } },
    { type: 'RetractClaim', publisher: 'The union' },
  );
  it('are never lost, whoever disputes, reconciles or retracts what, in whichever order and batches', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), commands)), sizes, (steps, batches) => {
        const { record, say } = claimed();
        for (const [id, command] of steps) say(id, command);
        const [rebuilt, live] = [projected(models, record.events), projected(models, record.events, batches)];
        const all = listClaims(rebuilt).items;
        expect(all.map(({ claimId, value }) => [claimId, value])).toEqual(Object.entries(values));
        expect(listClaims(live)).toEqual(listClaims(rebuilt));
        expect(claimDifferences(live)).toEqual(claimDifferences(rebuilt));
        const told = all.flatMap(({ disputes, reconciliations, retraction }) => [
          ...disputes,
          ...reconciliations,
          ...(retraction ? [retraction] : []),
        ]);
        const shown = new Set(told.map(({ provenance }) => provenance.eventId));
        const said = record.events.filter(({ event }) => !/Recorded|Registered/.test(event.type));
        expect(shown).toEqual(new Set(said.map(({ eventId }) => eventId)));
        for (const status of ['standing', 'disputed', 'reconciled', 'retracted'] as const)
          expect(listClaims(rebuilt, { status }).items).toEqual(all.filter((one) => one.status === status));
      }),
      { numRuns: 40 },
    );
  });
});

describe('contradictions', () => {
  it('stand side by side; values for times of their own only change', () => {
    const { say, reads } = claimed();
    const [{ claims, verdict, sentence } = { claims: [], verdict: '', sentence: '' }] =
      claimDifferences(reads()).contradictions;
    expect(claims.map(({ claimId, value }) => [claimId, value])).toEqual(Object.entries(values));
    expect(verdict).toBe('changes');
    expect(sentence).toBe('On "count" of schools there are 2 values: 55 (a) and 63 (b and c).');
    say('a', { type: 'RetractClaim', publisher: 'The union' });
    expect(claimDifferences(reads()).contradictions).toEqual([]);
    expect(claimDifferences(reads(), { subject: 'others' }).contradictions).toEqual([]);
  });

  it('are contradictory where two values may be for one time', () => {
    const { record, reads } = claimed();
    const { type: _type, ...said } = record.events[1]!.event as claim.ClaimRecorded;
    record.add('claim', 'd', { ...said, type: 'ClaimRecorded', value: 70, asOf: on('2025-06') });
    expect(claimDifferences(reads()).contradictions).toMatchObject([{ verdict: 'contradictory' }]);
  });
});
