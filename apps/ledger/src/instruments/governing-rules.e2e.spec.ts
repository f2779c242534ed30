import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  concurrentMajority,
  establishCommittee,
  patience,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const bodyId = 'committee';
const instrumentId = 'charter';
let ledger: TestLedger;
const day = 24 * 60 * 60 * 1000;
const inDays = (n: number): string => new Date(Date.now() + n * day).toISOString();
const ofBody = (operation: string) => `/v1/bodies/${bodyId}/${operation}`;

/** A charter with clauses for notice, quorum, composition and absences, each a rule. */
const rules = {
  notice: { kind: 'notice', notice: { of: 'agenda', days: 5 } },
  quorum: { kind: 'quorum', quorum: [{ scope: 'body', base: 'fixed', n: 3, num: 1, den: 1, cmp: 'gte' }] },
  composition: {
    kind: 'composition',
    composition: {
      perConstituency: ['district', 'union'].map((constituencyId) => ({ constituencyId, voting: 2 })),
    },
  },
  absences: { kind: 'absence', absence: { limit: 3 } },
};

async function bindCharter(): Promise<void> {
  const at = `/v1/instruments/${instrumentId}`;
  const versionId = 'first';
  const old = {
    recordingMode: 'historical_import',
    occurredAt: '2023',
    sources: [{ sourceId: 'founders', locator: 'p. 2', confidence: 'stated' }],
  };
  const operations = Object.keys(rules).map((clauseId, i) => ({
    kind: 'insertion',
    clause: { clauseId, number: `4.${i + 1}`, text: `The clause on ${clauseId}.` },
  }));
  await ledger.record(`${at}/register-instrument`, { kind: 'charge', title: 'Charter', bodyId });
  await ledger.record(`${at}/propose-version`, { versionId, operations, ...old });
  await ledger.record(`${at}/adopt-version`, { versionId, external: { decidedBy: 'Founders' }, ...old });
  for (const [clauseId, terms] of Object.entries(rules))
    await ledger.record(`${at}/bind-rule`, {
      ruleId: `by-${clauseId}`,
      clauseId,
      versionId,
      terms,
      effectiveFrom: '2023',
    });
  await ledger.settled();
}

beforeAll(async () => {
  ledger = await startLedger();
  const silent = { ...concurrentMajority, quorum: [] };
  await establishCommittee(ledger, bodyId, 2, silent);
  await bindCharter();
}, patience);
afterAll(() => ledger.close());

const clause = (number: string) => ({ instrument: instrumentId, version: 'first', clause: number });

describe('rules that clauses of a body state', () => {
  it('hold for it without anybody naming them', async () => {
    await ledger.caughtUp();
    const { body } = await ledger.get(`/v1/bodies/${bodyId}`);
    expect(body.governingInstruments).toMatchObject([{ instrumentId }]);
    expect(await ledger.post(ofBody('name-governing-instrument'), { instrumentId })).toMatchObject({
      status: 409,
      body: { code: 'INSTRUMENT_GOVERNS_ALREADY' },
    });
    expect(await ledger.post(ofBody('name-governing-instrument'), { instrumentId: 'none' })).toMatchObject({
      status: 422,
      body: { code: 'GOVERNING_INSTRUMENT_UNKNOWN' },
    });
  });

  it(
    'find notice that was too short, and the quorum that is missing at the call to order',
    async () => {
      const at = '/v1/meetings/short-notice';
      await ledger.record(`${at}/schedule-meeting`, {
        bodyId,
        meetingType: 'regular',
        startsAt: inDays(4),
        places: [],
      });
      await ledger.record(`${at}/add-agenda-item`, {
        itemId: 'i1',
        number: '1',
        title: 'Coordinators',
        description: 'Two more coordinators',
        kind: 'action',
      });
      const places = [{ kind: 'web', description: 'Web site' }];
      const posted = await ledger.record(`${at}/post-agenda`, { postingId: 'p', places, itemIds: ['i1'] });
      expect(posted.body.findings).toContainEqual(
        expect.objectContaining({
          code: 'CLAUSE_NOTICE_TOO_SHORT',
          ruleId: 'SP-18',
          inputs: expect.objectContaining({
            clauseRef: clause('4.1'),
            boundRule: 'by-notice',
            requiredDays: 5,
            days: 4,
          }),
        }),
      );
      await ledger.record(`${at}/record-arrival`, { seatId: 'district-1', by: 'member', mode: 'in_person' });
      const called = await ledger.record(`${at}/call-to-order`, {
        presiding: { kind: 'seat', id: 'district-1' },
      });
      expect(called.body.findings).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'CLAUSE_NOTICE_TOO_SHORT' }),
          expect.objectContaining({
            code: 'QUORUM_NOT_ESTABLISHED',
            inputs: expect.objectContaining({ clauseRef: clause('4.2') }),
          }),
        ]),
      );
      expect(await ledger.post(`${at}/establish-quorum`, {})).toMatchObject({
        status: 422,
        body: { code: 'QUORUM_NOT_ESTABLISHED', rule: 'SP-03', clause: clause('4.2') },
      });
      for (const seatId of ['district-2', 'union-1'])
        await ledger.record(`${at}/record-arrival`, { seatId, by: 'member', mode: 'in_person' });
      expect((await ledger.record(`${at}/establish-quorum`, {})).body.findings).toEqual([]);
    },
    patience,
  );

  it(
    'give a vote its quorum, pinned with the clause',
    async () => {
      const [motionId, meetingId] = ['more', 'short-notice'];
      const at = `/v1/motions/${motionId}`;
      await ledger.record(`${at}/draft-motion`, { bodyId, title: 'More', text: 'Resolved, …' });
      await ledger.record(`${at}/submit-motion`, {});
      await ledger.record(`${at}/move-motion`, { meetingId, seatId: 'district-1' });
      await ledger.record(`${at}/second-motion`, { seatId: 'union-1' });
      const vote = { voteEventId: 'v1', method: 'roll_call', clause: votingClause(bodyId) };
      await ledger.record(`${at}/open-vote`, vote);
      await ledger.caughtUp();
      const { body } = await ledger.get(`/v1/events?stream=motion-${motionId}`);
      const events = body.items as { type: string; data: object }[];
      const opened = events.find(({ type }) => type === 'VoteOpened');
      expect(opened?.data).toMatchObject({
        rule: { quorum: rules.quorum.quorum },
        boundRule: { clauseId: 'voting' },
        boundRules: [{ instrumentId, versionId: 'first', clauseId: 'quorum', ruleId: 'by-quorum' }],
      });
    },
    patience,
  );

  it('refuse seats and a composition that contradict the clause', async () => {
    const seat = {
      seatId: 'district-3',
      label: 'Third',
      constituencyId: 'district',
      nominatorIds: [],
      votingRight: 'full',
    };
    const { status, body } = await ledger.post(ofBody('adopt-composition-rule'), {
      clauseRef: clause('4.3'),
      perConstituency: ['district', 'union'].map((constituencyId) => ({ constituencyId, voting: 3 })),
    });
    expect([status, body.code, body.rule, body.clause]).toEqual([
      422,
      'COMPOSITION_CONTRADICTS_CLAUSE',
      'SP-01',
      clause('4.3'),
    ]);
    expect((await ledger.post(ofBody('open-seat'), seat)).status).toBe(422);
    expect(await ledger.post(ofBody('close-seat'), { seatId: 'district-2' })).toMatchObject({ status: 422 });
  });

  it('set the limit of absences, which is shown with its clause', async () => {
    await ledger.caughtUp();
    const { body } = await ledger.get(`/v1/bodies/${bodyId}/attendance`);
    expect(body.absences).toEqual({
      limit: 3,
      ruleId: 'by-absences',
      clauseRef: clause('4.4'),
      proposals: [],
    });
  });

  it('hold no longer once the instrument is released', async () => {
    await ledger.record(ofBody('release-governing-instrument'), { instrumentId, reason: 'another charter' });
    const { body } = await ledger.record('/v1/meetings/later/schedule-meeting', {
      bodyId,
      meetingType: 'special',
      startsAt: inDays(1),
      places: [],
    });
    expect(body.findings).toEqual([]);
    const called = await ledger.record('/v1/meetings/later/call-to-order', {
      presiding: { kind: 'seat', id: 'district-1' },
    });
    expect((called.body.findings as { code: string }[]).map(({ code }) => code)).not.toContain(
      'CLAUSE_NOTICE_MISSING',
    );
  });
});
