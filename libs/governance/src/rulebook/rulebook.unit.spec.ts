import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { atInstant, broken, parseWhen, recordingModes, settle, unknownWhen } from '../kernel/index.ts';
import type { Decision, Objection, When } from '../kernel/index.ts';
import {
  adoptableRuleIds,
  effectOf,
  inForce,
  isAdoptable,
  judged,
  reachOf,
  ruleIds,
  ruleOf,
} from './index.ts';
import type { RuleId, Selection } from './index.ts';

const now = atInstant('2026-09-01T17:00:00Z');
const on = (literal: string): When => parseWhen(literal, 'America/Los_Angeles') ?? unknownWhen;

const effects = (id: RuleId, selection: Selection, at = now, code = ''): readonly (string | undefined)[] =>
  recordingModes.map((mode) => effectOf(id, code, mode, { at, ...selection }));

const informs = ['information', 'information', 'information'];
const none = [undefined, undefined, undefined];
const finds = ['finding', 'finding', 'finding'];
const rejectsLive = ['reject', 'finding', 'finding'];

describe('the rulebook', () => {
  it.each(ruleIds)('%s says in one sentence what it asks for, and where it stands', (id) => {
    const { title, citation, source, codes, remarks = [], noted = [], judgedBy, severity } = ruleOf(id);
    expect(title).toMatch(/^[A-Z].{10,200}\.$/);
    expect([citation, source].every((text) => text.length > 3)).toBe(true);
    expect(codes).toEqual(expect.arrayContaining([...remarks, ...noted]));
    // Who finds out records nothing, so nothing can be refused.
    if (judgedBy !== 'decision') expect(severity.live).not.toBe('reject');
  });

  it('has a name of its own for every rule, by family', () => {
    expect(ruleIds.filter((id) => !/^(BA|GA|LR|PR|CI|AV|RR|SP)-\d\d(-[A-Z0-9]+)?$/.test(id))).toEqual([]);
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
    for (const [family, last] of [
      ['BA', 18],
      ['GA', 2],
      ['RR', 16],
      ['SP', 17],
    ] as const)
      for (let n = 1; n <= last; n++) expect(ruleIds).toContain(`${family}-${String(n).padStart(2, '0')}`);
  });
});

/** Every rule of the catalogue, by who finds out; what is computed in a tally or a preset objects with nothing. */
const catalogue: Readonly<Record<'decision' | 'view' | 'people', readonly RuleId[]>> = {
  decision: [
    ...(['BA-01', 'BA-02', 'BA-03', 'BA-04', 'BA-05', 'BA-06', 'BA-07', 'BA-08', 'BA-09', 'BA-10'] as const),
    ...(['BA-11', 'BA-12', 'BA-13', 'BA-14', 'BA-15', 'BA-16', 'BA-17', 'BA-18', 'GA-01', 'GA-02'] as const),
    ...(['LR-02', 'PR-01', 'CI-01', 'AV-01'] as const),
    ...([
      'RR-01',
      'RR-02',
      'RR-02-UNVERIFIED',
      'RR-03',
      'RR-04',
      'RR-05',
      'RR-06',
      'RR-07',
      'RR-08',
      'RR-09',
      'RR-10',
    ] as const),
    ...(['RR-11', 'RR-12', 'RR-13', 'RR-14', 'RR-15', 'RR-16', 'RR-17'] as const),
    ...(['SP-01', 'SP-02', 'SP-03', 'SP-04', 'SP-05', 'SP-06', 'SP-07', 'SP-08', 'SP-09', 'SP-10'] as const),
    ...(['SP-11', 'SP-12', 'SP-13', 'SP-14', 'SP-15', 'SP-16', 'SP-18'] as const),
  ],
  view: ['BA-11-SB707', 'SP-17'],
  people: ['BA-04-POSTING', 'LR-01'],
};

describe('who judges the rules', () => {
  it('is said of every one', () => {
    expect(Object.values(catalogue).flat().toSorted()).toEqual(ruleIds.toSorted());
    for (const [judge, ids] of Object.entries(catalogue))
      expect(ids.filter((id) => ruleOf(id).judgedBy !== judge)).toEqual([]);
  });
  it.each(ruleIds)('%s: where software does, or why people do', (id) => {
    const { where, notJudged } = judged[id];
    if (ruleOf(id).judgedBy === 'people') expect([where, typeof notJudged]).toEqual([[], 'string']);
    else expect(where).not.toEqual([]);
    if (notJudged !== undefined) expect(notJudged).toMatch(/^[A-Z].{20,}\.$/);
  });
  it('what is not verified only informs', () => {
    const unverified = ruleIds.filter((id) => !ruleOf(id).verified);
    expect(unverified).toEqual(['BA-04-POSTING', 'RR-02-UNVERIFIED']);
    const order = { rulesOfOrder: 'RONR', precedence: 'strict', smallBoard: false } as const;
    for (const id of unverified) expect(effects(id, { regime: 'BROWN_ACT', order })).toEqual(informs);
  });

  const folder = join(import.meta.dirname, '..');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|testing|^rulebook/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const objecting = (code: string) => sources.some((source) => source.includes(`'${code}'`));

  it.each(ruleIds.filter((id) => ruleOf(id).codes.length > 0))(
    '%s objects with its codes somewhere',
    (id) => {
      expect(ruleOf(id).codes.filter((code) => !objecting(code))).toEqual([]);
    },
  );
  it('no severity of a rule is decided beside the rulebook', () => {
    const codes = ruleIds.flatMap((id) => ruleOf(id).codes.map((code) => ({ id, code })));
    const beside = codes.filter(({ id, code }) =>
      sources.some((source) =>
        new RegExp(`(irregular|notable)\\(\\s*'${code}', \\{\\s*rule: '${id}'`).test(source),
      ),
    );
    expect(beside).toEqual([]);
  });
});

describe('which rules apply to a body', () => {
  it.each([
    ['BROWN_ACT', rejectsLive, none],
    ['EERA_EXEMPT', informs, none],
    ['UNDETERMINED', informs, informs],
    ['BYLAWS_ONLY', none, none],
    ['GREENE_ACT', none, rejectsLive],
  ] as const)('%s selects open-meeting law', (regime, brown, greene) => {
    expect(effects('BA-05', { regime })).toEqual(brown);
    expect(effects('GA-02', { regime })).toEqual(greene);
  });

  it('nobody has determined the regime: told all the same', () => {
    expect(effects('BA-01', {})).toEqual(informs);
  });

  it('a policy of its own binds a body as far as a finding', () => {
    const policy = { policy: ['BA-05', 'BA-01'] as const };
    expect(effects('BA-05', { regime: 'BYLAWS_ONLY', ...policy })).toEqual(finds);
    expect(effects('BA-01', { regime: 'EERA_EXEMPT', ...policy })).toEqual(finds);
    expect(effects('BA-07', { regime: 'BYLAWS_ONLY', ...policy })).toEqual(none);
    expect(reachOf('BA-05', { regime: 'BROWN_ACT', ...policy })).toBe('binds');
    expect(effects('PR-01', {})).toEqual(informs);
    expect(effects('PR-01', { policy: ['PR-01'] })).toEqual(finds);
  });

  it('only what need not bind a body can be its policy', () => {
    expect(adoptableRuleIds).toEqual(expect.arrayContaining(['BA-01', 'GA-01', 'PR-01']));
    expect(['RR-01', 'SP-03', 'BA-99'].filter(isAdoptable)).toEqual([]);
  });

  it.each([
    ['RONR', rejectsLive],
    ['ROSENBERG', informs],
    ['NONE', none],
  ] as const)('%s as rules of order', (rulesOfOrder, expected) => {
    const order = { rulesOfOrder, precedence: 'advisory', smallBoard: false } as const;
    expect(effects('RR-01', { order })).toEqual(expected);
  });

  it('without rules of order they are told', () => {
    expect(effects('RR-01', { regime: 'BROWN_ACT' })).toEqual(informs);
  });

  it('a small board needs no second', () => {
    const order = { rulesOfOrder: 'RONR', precedence: 'advisory', smallBoard: true } as const;
    expect(effects('RR-01', { order })).toEqual(none);
    expect(effects('RR-03', { order })).toEqual(rejectsLive);
  });

  it('the order of precedence is kept as strictly as the body wants', () => {
    const of = (precedence: 'strict' | 'advisory') => ({
      order: { rulesOfOrder: 'RONR', precedence, smallBoard: false } as const,
    });
    expect(effects('RR-02', of('advisory'))).toEqual(finds);
    expect(effects('RR-02', of('strict'))).toEqual(rejectsLive);
  });

  it('what holds on this record holds whatever the body selected', () => {
    expect(effects('SP-08', { regime: 'BYLAWS_ONLY' })).toEqual(['reject', 'reject', 'reject']);
    expect(effects('CI-01', {})).toEqual(finds);
  });
});

describe('when a rule is the law', () => {
  it.each([
    ['2013-12-31', 'no'],
    ['2014-01-01', 'certain'],
    ['2014', 'certain'],
    ['2013-14', 'possible'],
    ['unknown', 'possible'],
  ] as const)('BA-09, since 2014: at %s %s', (literal, expected) => {
    expect(inForce(ruleOf('BA-09'), on(literal))).toBe(expected);
  });

  it('began at midnight in California', () => {
    expect(inForce(ruleOf('BA-09'), atInstant('2014-01-01T07:59:59Z'))).toBe('no');
    expect(inForce(ruleOf('BA-09'), atInstant('2014-01-01T08:00:00Z'))).toBe('certain');
  });

  it('breaks nothing before, and is told where the date is too coarse to say', () => {
    const brown = { regime: 'BROWN_ACT' } as const;
    expect(effects('BA-09', brown, on('2013'))).toEqual(none);
    expect(effects('BA-09', brown, on('2013-14'))).toEqual(informs);
    expect(effects('BA-09', brown, on('2014'))).toEqual(['reject', 'reject', 'finding']);
  });

  it('ends before the day on which it is repealed', () => {
    const repealed = { ...ruleOf('BA-01'), effective: { until: '2020-01-01' } };
    expect(inForce(repealed, on('2019-12-31'))).toBe('certain');
    expect(inForce(repealed, on('2020-01-01'))).toBe('no');
    expect(inForce(repealed, on('2019-20'))).toBe('possible');
  });
});

describe('what only informs', () => {
  it('is unverified, or a remark', () => {
    expect(effects('BA-04-POSTING', { regime: 'BROWN_ACT' })).toEqual(informs);
    expect(effects('BA-07', { regime: 'BROWN_ACT' }, now, 'ITEM_DESCRIPTION_LONG')).toEqual(informs);
    expect(effects('BA-07', { regime: 'BROWN_ACT' }, now, 'ITEM_DESCRIPTION_MISSING')).toEqual(finds);
  });
});

describe('settle', () => {
  function* decision(...objections: readonly Objection[]): Decision<string> {
    yield* objections;
    return ['recorded'];
  }
  const offAgenda = broken('BA-05', 'NOT_ON_POSTED_AGENDA', { itemId: '1' });
  const short = broken('BA-01', 'NOTICE_TOO_SHORT');

  it('refuses with the rule, or records what it found with it', () => {
    const brown = { at: now, regime: 'BROWN_ACT' } as const;
    expect(settle(decision(offAgenda), 'live', brown)).toEqual({ accepted: false, objection: offAgenda });
    expect(settle(decision(offAgenda, short), 'minutes', brown)).toEqual({
      accepted: true,
      events: ['recorded'],
      findings: [
        { code: 'NOT_ON_POSTED_AGENDA', severity: 'irregular', ruleId: 'BA-05', inputs: { itemId: '1' } },
        { code: 'NOTICE_TOO_SHORT', severity: 'warning', ruleId: 'BA-01', inputs: {} },
      ],
    });
  });

  it('remarks on it where nobody has determined the regime, and is silent where it is no rule', () => {
    expect(settle(decision(offAgenda), 'live', { at: now })).toMatchObject({
      findings: [{ code: 'NOT_ON_POSTED_AGENDA', severity: 'info', ruleId: 'BA-05' }],
    });
    expect(settle(decision(offAgenda), 'live', { at: now, regime: 'BYLAWS_ONLY' })).toMatchObject({
      findings: [],
    });
  });

  it('knows no other rules', () => {
    const unknown: Objection = { kind: 'rule', ruleId: 'XX-01', code: 'X', inputs: {} };
    expect(() => settle(decision(unknown), 'live', { at: now })).toThrow('XX-01 is not in the rulebook');
  });
});
