import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, parseWhen, recordingModes, settle, unknownWhen } from '../kernel/index.ts';
import type { RecordingMode, When } from '../kernel/index.ts';
import {
  canonicalText,
  chain,
  completeAt,
  decider,
  forces,
  head,
  inForceAt,
  versionsInForce,
} from './index.ts';
import type { Command, Facts, InstrumentEvent, InstrumentState } from './index.ts';
import { facts, sha256 } from './testing/agreement.ts';

const versionId = fc.nat(30).map((n) => `v${n}`);
const clauseId = fc.constantFrom('c1', 'c2', 'c3');
const newId = fc.nat(400).map((n) => (n < 20 ? 'c1' : `c${n}`));
const organizationId = fc.constantFrom('lausd', 'utla', 'parents');
const of = <T extends Command['type']>(type: T) => fc.constant(type);

/** Hours and days of some months, and what is known no better. */
const time: fc.Arbitrary<When> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat(2_000).map((n) => atInstant(new Date(Date.UTC(2026, 0, 1, n)).toISOString())),
  },
  fc
    .constantFrom('2026-01-15', '2026-02', '2026', '2025-26')
    .map((literal) => parseWhen(literal, 'America/Los_Angeles') ?? unknownWhen),
  fc.constant(unknownWhen),
);

const text = fc.constantFrom('One two.', 'Two three.', 'Three.', 'Four five six.');
const neighbour = fc.option(fc.oneof(fc.record({ after: clauseId }), fc.record({ before: clauseId })));
const operation = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('insertion' as const),
      clause: fc.record({ clauseId: newId, text }),
    }),
  },
  fc
    .tuple(fc.record({ clauseId, text }), neighbour)
    .map(([clause, place]) => ({ kind: 'insertion' as const, clause, ...place })),
  fc.record({ kind: fc.constant('repeal' as const), clauseId }),
  fc.record({ kind: fc.constant('substitution' as const), clauseId, words: fc.constant('two'), by: text }),
  fc.record({ kind: fc.constant('replacement' as const), clauseId, text }),
  fc
    .tuple(clauseId, neighbour)
    .map(([id, place]) => ({ kind: 'renumbering' as const, clauseId: id, number: '7', ...place })),
  fc.record({ kind: fc.constant('join' as const), clauseIds: fc.tuple(clauseId, clauseId) }),
);
const external = fc.constant({ decidedBy: 'The board' });
const decidedBy = fc.oneof(fc.record({ byMotionId: fc.constant('motion-1') }), fc.record({ external }));

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        type: of('ProposeVersion'),
        versionId,
        baseVersion: versionId,
        operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['type', 'versionId', 'operations'] },
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(decidedBy, fc.record({ effectiveFrom: time, until: time }, { requiredKeys: [] }), versionId)
      .map(([by, times, id]) => ({ type: 'AdoptVersion' as const, versionId: id, ...by, ...times })),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: of('RecordRatification'),
      versionId,
      organizationId,
      answer: fc.constantFrom('ratified', 'ratified', 'ratified', 'rejected'),
    }),
  },
  fc.record({ type: of('EnterIntoForce'), versionId, from: time }, { requiredKeys: ['type', 'versionId'] }),
  fc.record({ type: of('PostponeForce'), versionId, to: time }),
  fc.record({ type: of('Prorogue'), until: time }),
  fc.record({ type: of('Expire') }),
  fc.record({ type: of('AddParty'), organizationId, ratificationMethod: fc.constant('membership_vote') }),
  decidedBy.map((by) => ({ type: 'Repeal' as const, ...by })),
  fc.record({ type: of('IncorporateInto'), intoInstrument: fc.constant('cba') }),
);

/** What is tried mostly follows from what is there: chance alone makes no chain. */
type Attempt = Readonly<{ command: Command; follows: boolean; at: When | undefined; mode: RecordingMode }>;

/** An hour after the one before, where the attempt does not say. */
const timeOf = ({ at }: Attempt, n: number): When =>
  at ?? atInstant(new Date(Date.UTC(2026, 0, 20, n)).toISOString());

function commandOf({ command: one, follows }: Attempt, state: InstrumentState): Command {
  if (!follows) return one;
  const [current, proposed] = [head(state)?.versionId, [...state.versions.keys()].at(-1)];
  switch (one.type) {
    case 'ProposeVersion': {
      const { baseVersion: _base, ...rest } = one;
      return current === undefined ? rest : { ...rest, baseVersion: current };
    }
    case 'AdoptVersion':
      return { ...one, versionId: proposed ?? one.versionId };
    case 'RecordRatification':
      return { ...one, versionId: current ?? one.versionId };
    default:
      return one;
  }
}

const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    fc.constantFrom('mou' as const, 'bylaws' as const),
    fc.array(
      fc.record({
        command,
        follows: fc.nat(9).map((n) => n > 0),
        at: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, time),
        mode: fc.constantFrom(...recordingModes, 'historical_import' as const),
      }),
      { maxLength: 40, size: 'max' },
    ),
  )
  .map(([kind, tried]) => [
    {
      command: { type: 'RegisterInstrument', kind, title: 'Agreement' },
      follows: true,
      at: unknownWhen,
      mode: 'live',
    },
    ...tried,
  ]);

type Step = Readonly<{ event: InstrumentEvent; at: When; after: InstrumentState }>;

/** Records what is accepted, as a store gives it back, and goes on where something is refused. */
function record(tried: readonly Attempt[], known: Partial<Facts> = {}): readonly Step[] {
  const steps: Step[] = [];
  let state = decider.initialState;
  for (const [n, attempt] of tried.entries()) {
    const at = timeOf(attempt, n);
    const decision = decider.decide(state, commandOf(attempt, state), facts({ at, ...known }));
    const outcome = settle(decision, attempt.mode, { at });
    if (!outcome.accepted) continue;
    for (const event of outcome.events) {
      const stored = JSON.parse(JSON.stringify(event)) as InstrumentEvent;
      state = decider.evolve(state, stored, at);
      steps.push({ event: stored, at, after: state });
    }
  }
  return steps;
}

const motionless = { motion: { ...facts().motion, since: undefined } } as Partial<Facts>;
const last = (steps: readonly Step[]): InstrumentState => steps.at(-1)?.after ?? decider.initialState;

const forAnyRecord = (check: (steps: readonly Step[]) => void): void =>
  fc.assert(
    fc.property(attempts, (tried) => check(record(tried, motionless))),
    { numRuns: 500 },
  );

describe('whatever is recorded of an instrument', () => {
  it('folds from scratch to the live state', () => {
    forAnyRecord((steps) => {
      const folded = steps.reduce((s, { event, at }) => decider.evolve(s, event, at), decider.initialState);
      expect(folded).toEqual(last(steps));
    });
  });

  it('has texts to which the stored operations lead, by their stored hash', () => {
    let texts = 0;
    forAnyRecord((steps) => {
      for (const { versions } of [last(steps)])
        for (const { fullTextSha256, text: consolidated } of versions.values()) {
          expect(sha256(canonicalText(consolidated))).toBe(fullTextSha256);
          texts++;
        }
    });
    expect(texts).toBeGreaterThan(100);
  });

  it('is a chain: each adopted version but the first amends the one before it in the chain', () => {
    let longest = 0;
    forAnyRecord((steps) => {
      const links = chain(last(steps));
      expect(links.map(({ baseVersion }) => baseVersion)).toEqual(
        [undefined, ...links.map((link) => link.versionId)].slice(0, links.length),
      );
      longest = Math.max(longest, links.length);
    });
    expect(longest).toBeGreaterThan(1);
  });

  it('uses the id of a clause once: a repealed clause does not come back', () => {
    forAnyRecord((steps) => {
      for (const { text: consolidated } of last(steps).versions.values()) {
        const ids = consolidated.clauses.map((one) => one.clauseId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(consolidated.usedIds).toContain(id);
      }
    });
  });

  it('is in force only with every ratification that it needs, and not before the last of them', () => {
    let inForce = 0;
    forAnyRecord((steps) => {
      for (const { after } of steps)
        for (const { versionId: id, start } of forces(after)) {
          const version = after.versions.get(id);
          const complete = version && completeAt(version);
          const answers = version?.adoption?.requiredParties.map((one) => version.answers.get(one)?.answer);
          expect(new Set(answers ?? ['none'])).toEqual(new Set(answers?.length === 0 ? [] : ['ratified']));
          expect(start.earliest >= (complete?.earliest ?? '~')).toBe(true);
          inForce++;
        }
    });
    expect(inForce).toBeGreaterThan(100);
  });

  it('is not in force with what a party rejected, nor after it was repealed', () => {
    fc.assert(
      fc.property(attempts, time, (tried, asOf) => {
        const steps = record(tried, motionless);
        const state = last(steps);
        const rejected = steps.flatMap(({ event }) => (event.type === 'PartyRejected' ? [event] : []));
        const shown = versionsInForce(state, asOf);
        for (const { version } of shown)
          for (const one of rejected)
            if (one.versionId === version.versionId)
              expect(version.adoption?.requiredParties).not.toContain(one.organizationId);
        const endedAt = state.ending?.at;
        if (endedAt?.precision === 'instant' && endedAt.latest < asOf.earliest) expect(shown).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('has at most one version that is certainly in force at a time', () => {
    fc.assert(
      fc.property(attempts, time, (tried, asOf) => {
        const all = forces(last(record(tried, motionless)));
        expect(all.filter((force) => inForceAt(force, asOf) === 'certain').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
