import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Entry } from './import/history.ts';
import { citedBy, facts, idOf, readRecord } from './testing/reference-record.ts';

type Claim = Readonly<{
  subject: string;
  predicate: string;
  sourceId: string;
  locator: string;
  confidence: string;
  comparison?: Readonly<{ figure: number; cohortIds?: readonly string[] }>;
}>;

/** Where sources contradict one another, or say of different things what is easily confused. */
const sideBySide: readonly (readonly [what: string, claimIds: readonly string[]])[] = [
  ['who convenes the committee', ['la-05', 'la-06']],
  ['how many are on the committee', ['la-02', 'la-03', 'la-04', 'la-14']],
  ['who votes in San Diego', ['sd-06', 'sd-18']],
  ['what the framework is made of', ['la-87', 'la-88', 'la-89', 'gen-01', 'gen-02']],
  ['how many schools there are', ['la-66', 'la-64-total', 'la-65', 'la-68']],
  ['by when seventy', ['la-55-target', 'la-64-target', 'la-65-target', 'la-69', 'la-70']],
  ['how many were the first', ['la-60', 'la-61', 'la-67', 'la-47', 'la-49']],
  ['how old the initiative is', ['la-97', 'la-98']],
  ['how much money the state gives', ['ca-01', 'ca-02']],
  ['how long funding lasts', ['la-56', 'la-57', 'ca-03']],
  ['how much money a school gets', ['la-80', 'la-81', 'ca-04']],
  ['the title of the resolution of 2017', ['la-40', 'la-22-title']],
  ['what the resolution of 2017 orders', ['la-44', 'la-22-orders']],
  ['who governs a site', ['la-31', 'la-33', 'la-58']],
  ['who selects schools', ['la-18', 'la-63-who', 'la-72']],
];

/** The same word for different things, or the same question of different bodies. */
const apart: readonly (readonly [what: string, predicate: string, claimIds: readonly string[]])[] = [
  ['four teams are called CSIT', 'called', ['la-22-called', 'la-32-called', 'sd-02', 'gen-07-called']],
  ['each committee has its own sides', 'votes-of-each-side', ['gen-03', 'la-02-sides', 'sd-06-sides']],
  ['two boards passed, and nobody says with how many votes', 'result', ['la-40-result', 'sd-01']],
  ['councils and teams have their sizes', 'size', ['la-29', 'sd-07']],
];

describe('the claims of the reference history', () => {
  let claims: ReadonlyMap<string, Entry>;
  let disputes: readonly Entry[];
  const claim = (id: string): Claim => claims.get(id)?.body as unknown as Claim;

  beforeAll(async () => {
    const operations = (await readRecord()).flatMap((history) => history.operations);
    const recorded = operations.filter(({ operation }) => operation === 'recordClaim');
    claims = new Map(recorded.map((entry) => [idOf(entry), entry]));
    disputes = operations.filter(({ operation }) => operation === 'disputeClaim');
  });

  it('are named by the fact that states them, and stand where that is stated', () => {
    expect(claims.size).toBe(149);
    for (const [id, entry] of claims) {
      const [first] = citedBy(entry);
      const { sourceId, locator, confidence } = claim(id);
      expect(first).toEqual({ sourceId, locator, confidence, factId: expect.any(String) });
      expect(`${id}-`.startsWith(`${first?.factId?.toLowerCase()}-`)).toBe(true);
    }
  });

  it('say what every fact says that is more than an event', () => {
    const cited = new Set([...claims.values()].flatMap(citedBy).map(({ factId }) => factId));
    expect(Object.keys(facts).filter((id) => !cited.has(id))).toEqual([]);
  });

  it.each(sideBySide)('stand side by side: %s', (_what, claimIds) => {
    const groups = new Set(claimIds.map((id) => `${claim(id).subject} ${claim(id).predicate}`));
    expect(groups.size).toBe(1);
    const [group = ''] = groups;
    const all = [...claims.keys()].filter((id) => `${claim(id).subject} ${claim(id).predicate}` === group);
    expect(all.sort()).toEqual([...claimIds].sort());
  });

  it.each(apart)('are told apart: %s', (_what, predicate, claimIds) => {
    expect(claimIds.map((id) => claim(id).predicate)).toEqual(claimIds.map(() => predicate));
    expect(new Set(claimIds.map((id) => claim(id).subject)).size).toBe(claimIds.length);
  });

  it('are compared with what is derived, where they state a total', () => {
    const compared = [...claims.keys()].filter((id) => claim(id).comparison);
    expect(compared.map((id) => [id, claim(id).comparison?.figure, claim(id).comparison?.cohortIds])).toEqual(
      [
        ['la-67', 30, ['la-1', 'la-2']],
        ['la-66', 55, undefined],
        ['la-64-total', 63, undefined],
        ['la-65', 63, undefined],
        ['la-68', 63, undefined],
      ],
    );
  });

  it('dispute one another on who votes in San Diego', () => {
    expect(disputes.map((entry) => [idOf(entry), entry.body.byClaimId])).toEqual([
      ['sd-06', 'sd-18'],
      ['sd-18', 'sd-06'],
      ['sd-06', 'gen-06'],
    ]);
    for (const entry of disputes) expect(claims.has(String(entry.body.byClaimId))).toBe(true);
  });
});
