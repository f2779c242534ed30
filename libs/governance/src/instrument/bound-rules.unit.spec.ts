import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, settle } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { given, happened, play, stateAfter } from '../testing/index.ts';
import { comparedAt } from './as-composed.ts';
import { decider, governingRules, rulePresets, ruleInForce, rulesInForce } from './index.ts';
import type { Command, InstrumentEvent, InstrumentState, RuleTerms } from './index.ts';
import { presetTerms } from './presets.ts';
import { adoption, agreed, facts, insertion, proposal, ratification } from './testing/agreement.ts';

const day = (n: number): When => atInstant(new Date(Date.UTC(2026, 8, 2 + n)).toISOString());
const now = day(1);

/** The memorandum in force since the first day. */
const history = play(
  decider,
  agreed.map((command) => ({ command, facts: facts({ at: day(0) }) })),
).map((event) => happened(day(0), event));
const instrument = (...more: readonly InstrumentEvent[]) =>
  given(decider)(...history, ...more.map((event) => happened(now, event)));

const fixed = (n: number, scope: 'body' | 'each_constituency') =>
  ({ scope, base: 'fixed', n, num: 1, den: 1, cmp: 'gte' }) as const;
const six: RuleTerms = { kind: 'quorum', quorum: [fixed(6, 'body')] };

/** Six present, both co-chairs and three more of each side: of a side, four with its co-chair. */
const contradicting: RuleTerms = {
  kind: 'quorum',
  quorum: [
    fixed(6, 'body'),
    { mandatorySeats: ['co_chair:labor', 'co_chair:management'] },
    fixed(4, 'each_constituency'),
  ],
};
const fourAndFour = {
  body: 8,
  constituencies: [
    { constituencyId: 'labor', seats: 4 },
    { constituencyId: 'management', seats: 4 },
  ],
};
const at = (when: When, authorized = fourAndFour) => facts({ at: when, authorized });

const bind = (ruleId: string, terms: RuleTerms = six, effectiveFrom = now) =>
  ({ type: 'BindRule', ruleId, clauseId: 'seats', versionId: 'v1', terms, effectiveFrom }) as const;
const replace = (replaces: string, ruleId: string, effectiveFrom: When) =>
  ({ ...bind(ruleId, six, effectiveFrom), type: 'ReplaceRule', replaces }) as const;
const { type: _type, ...binding } = bind('six');
const bound: InstrumentEvent = { type: 'RuleBound', ...binding };

/** Carries out commands at a time. */
const recorded =
  (when: When, ...commands: readonly Command[]) =>
  (from: InstrumentState): InstrumentState =>
    commands.reduce((before, command) => {
      const outcome = settle(decider.decide(before, command, at(when)), 'live', at(when));
      if (!outcome.accepted) throw new Error(JSON.stringify(outcome));
      return outcome.events.reduce((s, event) => decider.evolve(s, event, when), before);
    }, from);

describe('BindRule', () => {
  it('binds a rule to the clause that states it', () => {
    instrument().when(bind('six'), at(now)).live.records(bound).withFindings();
  });
  it('RULE_INCONSISTENT: the six of six, both co-chairs and three more of each side never decides (SP-03)', () => {
    const { type: _bind, ...said } = bind('six', contradicting);
    const explanation = '6 of the body never are enough: the other parts need 8 of its 8 seats';
    instrument()
      .when(bind('six', contradicting), at(now))
      .live.records({ type: 'RuleBound', ...said, inconsistencies: [{ kind: 'idle', explanation }] })
      .withFindings('RULE_INCONSISTENT');
  });
  it('RULE_INCONSISTENT: more than there are', () => {
    const tooFew = {
      body: 6,
      constituencies: fourAndFour.constituencies.map((one) => ({ ...one, seats: 3 })),
    };
    const outcome = settle(
      decider.decide(stateAfter(decider, history), bind('six', contradicting), at(now, tooFew)),
      'live',
      at(now),
    );
    expect(outcome).toMatchObject({
      findings: [
        {
          inputs: {
            inconsistencies: expect.arrayContaining([expect.objectContaining({ kind: 'impossible' })]),
          },
        },
      ],
    });
  });
  it('RULE_INCONSISTENT: more ayes than there are seats, of the body or of a side', () => {
    const decision = presetTerms('concurrent_majority', 'nine')!.decision!;
    const asking = (test: object): RuleTerms => ({
      kind: 'decision',
      decision: { ...decision, passIfAny: [[{ ...decision.passIfAny[0]![0]!, ...test }]] },
    });
    const found = (test: object, ...codes: readonly string[]) => {
      const bound = instrument().when(bind('nine', asking(test)), at(now));
      bound.live.records('RuleBound').withFindings(...codes);
      bound.minutes.withFindings(...codes);
      bound.historicalImport.withFindings(...codes);
    };
    found({ minimumYes: 8 });
    found({ minimumYes: 9 }, 'RULE_INCONSISTENT');
    found(fixed(5, 'each_constituency'), 'RULE_INCONSISTENT');
    found(fixed(4, 'each_constituency'));
  });
  it('CLAUSE_UNKNOWN, VERSION_UNKNOWN, RULE_TERMS_MISMATCH, RULE_NOT_EVALUABLE', () => {
    const refused = (change: object) =>
      instrument().when({ ...bind('x'), ...change }, at(now)).historicalImport;
    refused({ clauseId: 'nowhere' }).rejectedWith('CLAUSE_UNKNOWN');
    refused({ versionId: 'v9' }).rejectedWith('VERSION_UNKNOWN');
    refused({ terms: { kind: 'decision', quorum: six.quorum } }).rejectedWith('RULE_TERMS_MISMATCH');
    refused({ terms: { kind: 'quorum', quorum: [{ mandatorySeats: [] }] } }).rejectedWith(
      'RULE_NOT_EVALUABLE',
    );
  });
  it('RULE_NOT_EVALUABLE: terms by which nothing can be judged, with the place of each problem', () => {
    const problem = (terms: RuleTerms, ...paths: readonly string[]) =>
      instrument()
        .when(bind('x', terms), at(now))
        .historicalImport.rejectedWith('RULE_NOT_EVALUABLE', {
          problems: paths.map((path) => expect.objectContaining({ path })),
        });
    problem({ kind: 'notice', notice: { of: 'agenda' } }, 'notice');
    problem(
      { kind: 'notice', notice: { of: 'meeting', days: 0, meetingTypes: [] } },
      'notice.days',
      'notice.meetingTypes',
    );
    const two = { constituencyId: 'labor', voting: 2 };
    problem({ kind: 'composition', composition: { perConstituency: [] } }, 'composition');
    problem(
      { kind: 'composition', composition: { perConstituency: [two, two] } },
      'composition.perConstituency',
    );
    problem({ kind: 'composition', composition: { perConstituency: [two], min: 3 } }, 'composition');
    problem(
      {
        kind: 'composition',
        composition: { perConstituency: [two, { constituencyId: 'm', voting: 3 }], parity: true },
      },
      'composition.parity',
    );
    problem({ kind: 'absence', absence: { limit: 0 } }, 'absence.limit');
    instrument()
      .when(bind('x', { kind: 'absence', absence: { limit: 3 } }), at(now))
      .live.records('RuleBound');
  });
  it('CLAUSE_HAS_RULE and RULE_EXISTS: one of a kind for each clause, each with its id', () => {
    instrument(bound).when(bind('seven'), at(now)).minutes.rejectedWith('CLAUSE_HAS_RULE', { ruleId: 'six' });
    instrument(bound)
      .when({ ...bind('six'), clauseId: 'term' }, at(now))
      .minutes.rejectedWith('RULE_EXISTS');
    const notice: RuleTerms = { kind: 'notice', notice: { of: 'agenda', days: 5 } };
    instrument(bound).when(bind('five-days', notice), at(now)).live.records('RuleBound');
  });
});

describe('presets', () => {
  const { terms: _terms, ...untold } = bind('by-name');

  it.each(rulePresets)('%s is bound by its name, and can be evaluated', (preset) => {
    const given = at(now);
    const state = stateAfter(decider, history);
    const outcome = settle(decider.decide(state, { ...untold, preset }, given), 'live', given);
    expect(outcome).toMatchObject({ accepted: true, findings: [] });
    expect(outcome.accepted && outcome.events).toMatchObject([
      { type: 'RuleBound', terms: { kind: 'decision', decision: { ruleId: 'by-name' } } },
    ]);
  });
  it('two thirds of the votes cast, and a majority of the body and of each side', () => {
    const testsOf = (preset: string) => {
      const decision = presetTerms(preset, 'x')?.decision;
      return decision?.passIfAny.map((tests) => tests.map(({ scope, num, den }) => `${scope} ${num}/${den}`));
    };
    expect(testsOf('simple_majority')).toEqual([['body 1/2']]);
    expect(testsOf('two_thirds')).toEqual([['body 2/3']]);
    expect(testsOf('concurrent_majority')).toEqual([['body 1/2', 'each_constituency 1/2']]);
    expect(testsOf('ronr:bringback.rescind')).toEqual([['body 2/3'], ['body 1/2']]);
  });
  it('RULE_TERMS_AMBIGUOUS, PRESET_UNKNOWN', () => {
    const both = { ...bind('x'), preset: 'simple_majority' };
    for (const command of [both, untold])
      instrument()
        .when(command, at(now))
        .live.rejectedWith('RULE_TERMS_AMBIGUOUS')
        .minutes.rejectedWith('RULE_TERMS_AMBIGUOUS')
        .historicalImport.rejectedWith('RULE_TERMS_AMBIGUOUS');
    instrument()
      .when({ ...untold, preset: 'acclamation' }, at(now))
      .live.rejectedWith('PRESET_UNKNOWN')
      .historicalImport.rejectedWith('PRESET_UNKNOWN');
  });
});

describe('ReplaceRule', () => {
  it('takes the place of the last rule, from a later time on', () => {
    instrument(bound)
      .when(replace('six', 'seven', day(30)), at(now))
      .live.records('RuleReplaced');
    instrument(bound)
      .when(replace('six', 'seven', now), at(now))
      .minutes.rejectedWith('RULE_NOT_LATER');
    instrument(bound)
      .when(replace('five', 'seven', day(30)), at(now))
      .minutes.rejectedWith('RULE_NOT_CURRENT', { current: 'six' });
  });
});

describe('InterpretRule', () => {
  const { type: _bind, ...said } = bind('six', contradicting);
  const inconsistencies = [{ kind: 'idle', explanation: 'x' }] as const;
  const doubtful: InstrumentEvent = { type: 'RuleBound', ...said, inconsistencies };
  const interpret = {
    type: 'InterpretRule',
    ruleId: 'six',
    reading: 'All eight must be present.',
    by: { kind: 'ruling', ref: 'ruling-1' },
    terms: { kind: 'quorum', quorum: [fixed(8, 'body')] },
  } as const;
  const read: InstrumentEvent = { ...interpret, type: 'RuleInterpreted' };

  it('says from then on how the rule is to be read; what was decided before stands under the rule', () => {
    instrument(doubtful)
      .when(interpret, at(day(2)))
      .live.records(read);
    const state = stateAfter(decider, [...history, happened(now, doubtful), happened(day(3), read)]);
    const of = (when: When) => ruleInForce(state, 'seats', 'quorum', when);
    expect(of(day(2))).toMatchObject({ inconsistent: true, terms: contradicting });
    expect(of(day(4))).toMatchObject({ inconsistent: false, terms: interpret.terms });
  });
  it('RULE_UNKNOWN, READING_REQUIRED, RULE_TERMS_MISMATCH', () => {
    instrument().when(interpret, at(now)).minutes.rejectedWith('RULE_UNKNOWN');
    instrument(doubtful)
      .when({ ...interpret, reading: ' ' }, at(now))
      .minutes.rejectedWith('READING_REQUIRED');
    const other = { kind: 'notice', notice: { of: 'agenda', days: 5 } } as const;
    instrument(doubtful)
      .when({ ...interpret, terms: other }, at(now))
      .minutes.rejectedWith('RULE_TERMS_MISMATCH');
  });
});

describe('the rule in force of a clause', () => {
  it('is none before the version is in force, and none where the clause is gone', () => {
    const state = stateAfter(decider, [...history, happened(now, bound)]);
    expect(ruleInForce(state, 'seats', 'quorum', day(-1))).toBeUndefined();
    const repealed = recorded(
      day(5),
      proposal('v2', 'v1', { kind: 'repeal', clauseId: 'seats' }, insertion('other', 'New.')),
      adoption('v2'),
      ratification('v2', 'lausd'),
      ratification('v2', 'utla'),
    )(state);
    expect(ruleInForce(repealed, 'seats', 'quorum', day(4))?.rule.ruleId).toBe('six');
    expect(ruleInForce(repealed, 'seats', 'quorum', day(6))).toBeUndefined();
  });

  it('of a version that is not in force yet, or that a party rejects, is no rule whatever its own date', () => {
    const second = (answer: 'ratified' | 'rejected') =>
      recorded(
        day(3),
        proposal('v2', 'v1', { kind: 'replacement', clauseId: 'seats', text: 'Twenty seats.' }),
        adoption('v2', { effectiveFrom: day(10) }),
        ratification('v2', 'lausd'),
        { ...replace('six', 'seven', day(4)), versionId: 'v2' },
        ratification('v2', 'utla', answer),
      )(stateAfter(decider, [...history, happened(now, bound)]));
    const ruleOn = (state: InstrumentState) => (n: number) =>
      ruleInForce(state, 'seats', 'quorum', day(n))?.rule.ruleId;
    expect([2, 5, 9, 11].map(ruleOn(second('ratified')))).toEqual(['six', 'six', 'six', 'seven']);
    expect([2, 5, 9, 11].map(ruleOn(second('rejected')))).toEqual(['six', 'six', 'six', 'six']);
  });

  it('goes with its clause when that is renumbered, and cites the number that it has then', () => {
    const renumbered = recorded(
      day(3),
      proposal('v2', 'v1', { kind: 'renumbering', clauseId: 'seats', number: '7.1' }),
      adoption('v2'),
      ratification('v2', 'lausd'),
      ratification('v2', 'utla'),
    )(stateAfter(decider, [...history, happened(now, bound)]));
    const clauseAt = (n: number) =>
      governingRules(renumbered, { instrumentId: 'mou', revision: 9 }, day(n)).map((one) => one.clauseRef);
    expect(clauseAt(2)).toEqual([{ instrument: 'mou', version: 'v1', clause: 'seats' }]);
    expect(clauseAt(4)).toEqual([{ instrument: 'mou', version: 'v2', clause: '7.1' }]);
    expect(ruleInForce(renumbered, 'seats', 'quorum', day(4))?.clauseAmended).toBe(false);
  });

  it('is read as the reading given last by then says, in whatever order the readings were recorded', () => {
    const reading = (n: number): InstrumentEvent => ({
      type: 'RuleInterpreted',
      ruleId: 'six',
      reading: `Read on day ${n}.`,
      by: { kind: 'ruling', ref: `ruling-${n}` },
      terms: { kind: 'quorum', quorum: [fixed(n, 'body')] },
    });
    const state = stateAfter(decider, [
      ...history,
      happened(now, bound),
      happened(day(8), reading(8)),
      happened(day(5), reading(5)),
    ]);
    const termsOn = (n: number) => ruleInForce(state, 'seats', 'quorum', day(n))?.terms.quorum;
    expect([termsOn(4), termsOn(6), termsOn(9)]).toEqual([
      six.quorum,
      [fixed(5, 'body')],
      [fixed(8, 'body')],
    ]);
  });

  it('of every clause and kind is at most one at every instant, under the version that is in force then', () => {
    const attempt = fc.record({
      id: fc.nat(12),
      replaces: fc.option(fc.nat(12)),
      from: fc.nat(40),
      clauseId: fc.constantFrom('seats', 'term'),
      versionId: fc.constantFrom('v1', 'v2'),
      terms: fc.constantFrom(six, { kind: 'notice', notice: { of: 'agenda', days: 5 } } satisfies RuleTerms),
    });
    fc.assert(
      fc.property(
        fc.array(attempt, { maxLength: 25 }),
        fc.integer({ min: 4, max: 30 }),
        (attempts, begins) => {
          let state = recorded(
            day(3),
            proposal('v2', 'v1', { kind: 'repeal', clauseId: 'term' }),
            adoption('v2', { effectiveFrom: day(begins) }),
            ratification('v2', 'lausd'),
            ratification('v2', 'utla'),
          )(stateAfter(decider, history));
          for (const { id, replaces, from, ...where } of attempts) {
            const made =
              replaces === null
                ? bind(`r${id}`, six, day(from))
                : replace(`r${replaces}`, `r${id}`, day(from));
            const outcome = settle(
              decider.decide(state, { ...made, ...where }, at(day(3))),
              'minutes',
              at(day(3)),
            );
            if (outcome.accepted)
              state = outcome.events.reduce((s, event) => decider.evolve(s, event, day(3)), state);
          }
          for (let asked = 0; asked <= 45; asked++) {
            const found = rulesInForce(state, day(asked));
            const places = found.map(({ rule }) => `${rule.clauseId} ${rule.terms.kind}`);
            expect(places).toEqual([...new Set(places)]);
            for (const { rule, versionId } of found) {
              expect(versionId).toBe(asked < begins ? 'v1' : 'v2');
              expect(rule.effectiveFrom.latest <= day(asked).earliest).toBe(true);
              if (versionId === 'v1') expect(rule.versionId).toBe('v1');
              else expect(rule.clauseId).toBe('seats');
            }
          }
        },
      ),
    );
  });

  it('is at most one at every instant, and the last that has begun, whatever commands were tried', () => {
    const attempt = fc.record({ id: fc.nat(6), replaces: fc.option(fc.nat(6)), from: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), fc.nat(45), (attempts, asked) => {
        let state = stateAfter(decider, history);
        for (const { id, replaces, from } of attempts) {
          const command =
            replaces === null ? bind(`r${id}`, six, day(from)) : replace(`r${replaces}`, `r${id}`, day(from));
          const outcome = settle(decider.decide(state, command, at(now)), 'historical_import', at(now));
          if (outcome.accepted)
            state = outcome.events.reduce((s, event) => decider.evolve(s, event, now), state);
        }
        const begun = state.rules.filter(({ effectiveFrom }) => effectiveFrom.latest <= day(asked).earliest);
        const starts = state.rules.map(({ effectiveFrom }) => effectiveFrom.earliest);
        expect(starts).toEqual([...new Set(starts)].sort());
        expect(rulesInForce(state, day(asked)).map(({ rule }) => rule.ruleId)).toEqual(
          begun.slice(-1).map(({ ruleId }) => ruleId),
        );
      }),
    );
  });
});

describe('a rule of composition is compared with the seats that there are (SP-01)', () => {
  const composition = (more: object = {}): RuleTerms => ({
    kind: 'composition',
    composition: {
      perConstituency: [
        { constituencyId: 'labor', voting: 4 },
        { constituencyId: 'management', voting: 4 },
      ],
      ...more,
    },
  });
  const having = (labor: number, management: number, advisory = 0) => {
    const sides = [
      { constituencyId: 'labor', voting: labor, advisory },
      { constituencyId: 'management', voting: management, advisory: 0 },
    ];
    const seats = labor + management + advisory;
    return facts({ at: now, composed: { bodyId: 'cssc', revision: 12, constituencies: sides, seats } });
  };
  const of = (...differences: readonly (readonly [string, number, number])[]) =>
    differences.map(([side, seats, stated]) => ({ of: side, seats, stated }));

  it('agrees with them, and pins the body', () => {
    instrument()
      .when(bind('seats', composition({ min: 8, max: 8 })), having(4, 4))
      .live.withFindings()
      .pins({ type: 'RuleBound', bodyRevision: 12 });
  });
  it('BOUND_CLAUSE_EXCEEDED: more seats than the clause gives, a finding in every mode', () => {
    const bound = instrument().when(bind('seats', composition()), having(5, 4));
    for (const mode of ['live', 'minutes', 'historicalImport'] as const)
      bound[mode]
        .withRuled('irregular BOUND_CLAUSE_EXCEEDED by SP-01')
        .records({ ...bind('seats', composition()), type: 'RuleBound', bodyRevision: 12 });
  });
  it('BOUND_CLAUSE_NOT_REACHED: fewer seats may yet be opened, and are told', () => {
    instrument()
      .when(bind('seats', composition()), having(4, 3))
      .live.withRuled('info BOUND_CLAUSE_NOT_REACHED by SP-01')
      .minutes.withRuled('info BOUND_CLAUSE_NOT_REACHED by SP-01');
  });
  it('counts advisory seats, and the whole, where the clause does', () => {
    const advisory = [
      { constituencyId: 'labor', voting: 4, advisory: 0 },
      { constituencyId: 'management', voting: 4 },
    ];
    instrument()
      .when(bind('seats', composition({ perConstituency: advisory, max: 8 })), having(4, 4, 1))
      .live.withFindings('BOUND_CLAUSE_EXCEEDED')
      .withInputs({ differences: of(['labor advisory', 1, 0], ['max', 9, 8]) });
    instrument()
      .when(bind('seats', composition({ perConstituency: [], min: 10 })), having(4, 4, 1))
      .live.withFindings('BOUND_CLAUSE_NOT_REACHED')
      .withInputs({ ruleId: 'seats', bodyId: 'cssc', differences: of(['min', 9, 10]) });
  });
  it('a constituency that the clause does not name has no seats in it', () => {
    const only = composition({ perConstituency: [{ constituencyId: 'labor', voting: 4 }] });
    instrument()
      .when(bind('seats', only), having(4, 1))
      .live.withRuled('irregular BOUND_CLAUSE_EXCEEDED by SP-01');
  });
  it('is compared when the rule is replaced and when it is interpreted too', () => {
    const old = instrument({ ...bound, terms: composition() });
    const later = day(3);
    old
      .when({ ...bind('seats', composition(), later), type: 'ReplaceRule', replaces: 'six' }, having(5, 4))
      .live.withFindings('BOUND_CLAUSE_EXCEEDED');
    const by = { kind: 'ruling', ref: 'ruling-1' } as const;
    old
      .when(
        { type: 'InterpretRule', ruleId: 'six', reading: 'Four.', by, terms: composition() },
        having(4, 5),
      )
      .minutes.withFindings('BOUND_CLAUSE_EXCEEDED');
  });
  it('as of when it takes effect, where that is later', () => {
    expect([comparedAt(bind('a', six, day(3)), now), comparedAt(bind('a', six, day(0)), now)]).toEqual([
      day(3),
      now,
    ]);
    expect(comparedAt({ type: 'InterpretRule' }, now)).toEqual(now);
  });
});
