import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rulebook } from '#governance';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, patience);
afterAll(() => ledger.close());

const clauseRef = { instrument: 'bylaws', clause: '9' };
const seats = ['member-1', 'member-2'];

/** A body of two that has selected its rules, and a meeting of it in session with a motion moved off the agenda. */
async function bodyThat(
  bodyId: string,
  ...selections: readonly (readonly [string, object])[]
): Promise<void> {
  const body = `/v1/bodies/${bodyId}`;
  const timeZone = 'America/Los_Angeles';
  await ledger.record(`${body}/establish-body`, { name: bodyId, classification: 'committee', timeZone });
  for (const [operation, selection] of selections) await ledger.record(`${body}/${operation}`, selection);
  for (const seatId of seats) {
    const seat = { seatId, label: seatId, nominatorIds: [], votingRight: 'full' };
    await ledger.record(`${body}/open-seat`, seat);
    const holder = { kind: 'person', id: `${bodyId}-${seatId}` };
    await ledger.record(`${body}/fill-seat`, { seatId, seatingId: seatId, holder, startsAt: '2020' });
  }
  const presiding = { kind: 'seat', id: 'member-1' };
  await ledger.record(`${body}/assign-role`, { roleId: 'chair', role: 'chair', holder: presiding });
  const meeting = `/v1/meetings/${bodyId}-meeting`;
  const startsAt = new Date().toISOString();
  await ledger.record(`${meeting}/schedule-meeting`, {
    bodyId,
    meetingType: 'regular',
    startsAt,
    places: [],
  });
  await ledger.record(`${meeting}/call-to-order`, { presiding });
  for (const seatId of seats)
    await ledger.record(`${meeting}/record-arrival`, { seatId, by: 'member', mode: 'in_person' });
  await ledger.record(`/v1/motions/${bodyId}-motion/draft-motion`, { bodyId, title: 'A', text: 'Resolved.' });
  await ledger.record(`/v1/motions/${bodyId}-motion/submit-motion`, {});
}

const move = (bodyId: string) =>
  ledger.post(`/v1/motions/${bodyId}-motion/move-motion`, {
    meetingId: `${bodyId}-meeting`,
    seatId: 'member-1',
  });
const second = (bodyId: string, more: object = { seatId: 'member-1' }) =>
  ledger.post(`/v1/motions/${bodyId}-motion/second-motion`, more);

const regime = (name: string) =>
  ['determine-open-meeting-regime', { regime: name, basis: 'A decision.', effectiveFrom: '2020' }] as const;
const robert = (smallBoard: boolean) =>
  [
    'adopt-rules-of-order',
    { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard, clauseRef, effectiveFrom: '2020' },
  ] as const;

describe('the rules that a body has selected', () => {
  it(
    'refuse as it happens, and say where they stand',
    async () => {
      await bodyThat('brown', regime('BROWN_ACT'), robert(false));
      expect(await move('brown')).toMatchObject({
        status: 422,
        body: { code: 'NOT_ON_POSTED_AGENDA', rule: 'BA-05', citation: 'Cal. Gov. Code § 54954.2(a)' },
      });
    },
    patience,
  );

  it(
    'are findings where the body adopted them as a policy, and nothing where it did not',
    async () => {
      const policy = { ruleIds: ['BA-05'], clauseRef, effectiveFrom: '2020' };
      await bodyThat('policy', regime('BYLAWS_ONLY'), ['adopt-publication-policy', policy], robert(false));
      expect((await move('policy')).body.findings).toEqual([
        expect.objectContaining({ code: 'NOT_ON_POSTED_AGENDA', severity: 'irregular', ruleId: 'BA-05' }),
      ]);
      expect(await second('policy')).toMatchObject({
        status: 422,
        body: { code: 'SELF_SECOND', rule: 'RR-01' },
      });
      await ledger.caughtUp();
      const { body } = await ledger.get('/v1/findings?bodyId=policy&ruleId=BA-05');
      expect(body.items).toMatchObject([{ ruleId: 'BA-05', stream: 'motion-policy-motion' }]);
      const shown = (await ledger.get('/v1/bodies/policy')).body;
      expect(shown.publicationPolicies).toMatchObject([{ ruleIds: ['BA-05'], clauseRef }]);
      expect(shown.rulesOfOrder).toMatchObject([{ rulesOfOrder: 'RONR', precedence: 'strict' }]);
    },
    patience,
  );

  it(
    'inform where nobody has said which they are',
    async () => {
      await bodyThat('undetermined');
      const { body } = await move('undetermined');
      expect(body.findings).toMatchObject([
        { code: 'NOT_ON_POSTED_AGENDA', severity: 'info', ruleId: 'BA-05' },
        { code: 'NOT_ON_POSTED_AGENDA', severity: 'info', ruleId: 'GA-02' },
      ]);
      expect((await second('undetermined')).body.findings).toMatchObject([
        { code: 'SELF_SECOND', severity: 'info', ruleId: 'RR-01' },
      ]);
    },
    patience,
  );

  it(
    'exempt a small board from seconds',
    async () => {
      await bodyThat('board', regime('BYLAWS_ONLY'), robert(true));
      expect((await move('board')).body.findings).toEqual([]);
      expect((await second('board', { exemption: 'small_board' })).body.findings).toEqual([]);
    },
    patience,
  );

  it('RULE_NOT_ADOPTABLE is told before anything is decided', async () => {
    const policy = { ruleIds: ['RR-01'], clauseRef, effectiveFrom: '2020' };
    const { status, body } = await ledger.post('/v1/bodies/board/adopt-publication-policy', policy);
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });
});

describe('listRules', () => {
  it('answers the whole rulebook', async () => {
    const { status, body } = await ledger.get('/v1/rules');
    expect(status).toBe(200);
    const items = body.items as { ruleId: string }[];
    expect(items.map(({ ruleId }) => ruleId)).toEqual(rulebook.ruleIds);
    expect(items.find(({ ruleId }) => ruleId === 'BA-09')).toMatchObject({
      citation: 'Cal. Gov. Code § 54953(c)(2)',
      effective: { from: '2014-01-01' },
      severity: { live: 'reject', minutes: 'reject', historical_import: 'finding' },
      verified: true,
    });
  });
});

describe('where rules are judged', () => {
  it('is at operations and queries that there are, and shown with what people judge', async () => {
    type Route = Readonly<Record<string, Readonly<{ operationId?: string }>>>;
    const paths = (await ledger.get('/openapi.json', { key: '' })).body.paths as Record<string, Route>;
    const operations = new Set(
      Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId)),
    );
    const items = (await ledger.get('/v1/rules')).body.items as { ruleId: string; where: string[] }[];
    expect(items.flatMap(({ where }) => where).filter((name) => !operations.has(name))).toEqual([]);
    expect(items.find(({ ruleId }) => ruleId === 'LR-01')).toMatchObject({
      judgedBy: 'people',
      where: [],
      notJudged: expect.stringContaining('the board of the employer'),
    });
  });
});

describe('rules bound to clauses', () => {
  const at = '/v1/instruments/board-bylaws';
  const decision = {
    ruleId: 'majority',
    quorum: [{ scope: 'body', base: 'fixed', n: 2, num: 1, den: 1, cmp: 'gte' }],
    passIfAny: [[{ scope: 'body', base: 'votes_cast', num: 1, den: 2, cmp: 'gt' }]],
    abstention: 'excluded',
    recusal: { countsForQuorum: true, reducesSeatBase: false },
    emptyBase: 'fail',
    tie: 'fails',
  };

  it(
    'a vote resolves the rule in force of its clause, and cites it',
    async () => {
      await bodyThat('bound', regime('BYLAWS_ONLY'), robert(true));
      await move('bound');
      await ledger.record(`${at}/register-instrument`, { kind: 'bylaws', title: 'Bylaws', bodyId: 'bound' });
      const old = {
        recordingMode: 'historical_import',
        occurredAt: '2020-01-01',
        sources: [{ sourceId: 's', locator: 'p. 1', confidence: 'stated' }],
      };
      const clause = { clauseId: 'voting', number: '4', text: 'A majority decides.' };
      const operations = [{ kind: 'insertion', clause }];
      await ledger.record(`${at}/propose-version`, { versionId: 'v1', operations, ...old });
      await ledger.record(`${at}/adopt-version`, {
        versionId: 'v1',
        external: { decidedBy: 'founders' },
        ...old,
      });
      const terms = { kind: 'decision', decision };
      const binding = {
        ruleId: 'majority',
        clauseId: 'voting',
        versionId: 'v1',
        terms,
        effectiveFrom: '2020-01-01',
      };
      await ledger.record(`${at}/bind-rule`, binding);
      const open = (clauseId: string) =>
        ledger.post('/v1/motions/bound-motion/open-vote', {
          voteEventId: 'vote-1',
          method: 'roll_call',
          clause: { instrumentId: 'board-bylaws', clauseId },
        });
      expect((await open('nowhere')).body).toMatchObject({ code: 'RULE_NOT_BOUND' });
      expect(await open('voting')).toMatchObject({ status: 201, body: { findings: [] } });
      await ledger.caughtUp();
      const { body } = await ledger.get('/v1/rules/in-force?bodyId=bound');
      expect(body).toMatchObject({
        regime: 'BYLAWS_ONLY',
        order: { rulesOfOrder: 'RONR', smallBoard: true },
        bound: [{ instrumentId: 'board-bylaws', versionId: 'v1', number: '4', ruleId: 'majority' }],
      });
      const reaches = (body.statutory as { ruleId: string; reach: string }[]).map(({ ruleId }) => ruleId);
      expect(reaches).toEqual(expect.arrayContaining(['RR-03', 'SP-03']));
      expect(reaches.filter((id) => id.startsWith('BA-') || id === 'RR-01')).toEqual([]);
    },
    patience,
  );
});
