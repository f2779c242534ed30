import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atInstant, settle } from '../kernel/index.ts';
import { adopted } from '../motion/testing/cited.ts';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { decider, eventTypes, streamsRead } from './index.ts';
import type { ClaimEvent, ClaimRecorded, Command, Facts } from './index.ts';
import { holdsQuote } from './quote.ts';

const claim = given(decider);

const recordClaim: Command = {
  type: 'RecordClaim',
  subject: 'community-schools',
  predicate: 'count',
  value: { count: 55, onTrack: 8 },
  asOf: atInstant('2024-01-01T00:00:00Z'),
  sourceId: 'union-page',
  locator: 'line 3',
  quote: 'fifty-five schools',
  confidence: 'stated',
  comparison: { measure: 'designated_schools', programId: 'la', cohortIds: ['c-1', 'c-2'], figure: 55 },
};
const { type: _type, ...said } = recordClaim;
const recorded: ClaimRecorded = { ...said, type: 'ClaimRecorded', sourceRevision: 0 };
const authority = { kind: 'office', ref: 'secretary' } as const;

const facts = (change: Partial<Facts> = {}): Facts => ({
  at: stepTime(0),
  claimId: 'fifty-five',
  source: { publisher: 'The union', revision: 0 },
  sourceText: undefined,
  claimIds: new Set(['sixty-three', 'thirty']),
  factIsRecorded: true,
  retractedInKnown: true,
  authority,
  ...change,
});

describe('RecordClaim', () => {
  it('keeps what a source says, with the revision of the source', () => {
    claim().when(recordClaim, facts()).live.records(recorded).withFindings();
  });
  it('CLAIM_EXISTS', () => {
    claim(recorded).when(recordClaim, facts()).historicalImport.rejectedWith('CLAIM_EXISTS');
  });
  it('SOURCE_UNKNOWN', () => {
    claim()
      .when(recordClaim, facts({ source: undefined }))
      .historicalImport.rejectedWith('SOURCE_UNKNOWN', { sourceId: 'union-page' });
  });
  it('QUOTE_NOT_IN_SOURCE: where the text is kept, a quote is in it', () => {
    claim()
      .when(recordClaim, facts({ sourceText: 'there are fifty schools' }))
      .historicalImport.rejectedWith('QUOTE_NOT_IN_SOURCE', { locator: 'line 3' });
    const sourceText = 'Now there are\nfifty\u2010five  schools.';
    claim().when(recordClaim, facts({ sourceText })).live.records(recorded);
  });
  it('COHORT_NAMED_TWICE', () => {
    const comparison = {
      measure: 'designated_schools',
      programId: 'la',
      cohortIds: ['c-1', 'c-1'],
      figure: 1,
    } as const;
    claim()
      .when({ ...recordClaim, comparison }, facts())
      .live.records('ClaimRecorded')
      .withFindings('COHORT_NAMED_TWICE');
  });
});

describe('holdsQuote', () => {
  it.each([
    ['a “plain” text', 'a "plain" text'],
    ['co\u00adoperation', 'cooperation'],
    ['line\r\n  break', 'line break'],
    ['UTLA’s own', "UTLA's own"],
  ])('%j holds %j', (text, quote) => expect(holdsQuote(text, quote)).toBe(true));
  it('does not hold other words', () =>
    expect(holdsQuote('seventeen schools', 'seventy schools')).toBe(false));
});

describe('DisputeClaim', () => {
  const byClaim: Command = { type: 'DisputeClaim', byClaimId: 'sixty-three', reason: 'Another count.' };
  const byFact: Command = { type: 'DisputeClaim', byFact: { stream: 'school-a', revision: 2 } };

  it('by another claim, or by a fact of the record', () => {
    claim(recorded)
      .when(byClaim, facts())
      .live.records({ ...byClaim, type: 'ClaimDisputed' });
    claim(recorded)
      .when(byFact, facts())
      .live.records({ ...byFact, type: 'ClaimDisputed' });
  });
  it('ALREADY_DISPUTED: once on each ground', () => {
    const disputed: ClaimEvent = { ...byClaim, type: 'ClaimDisputed' };
    claim(recorded, disputed).when(byClaim, facts()).historicalImport.rejectedWith('ALREADY_DISPUTED');
    claim(recorded, disputed).when(byFact, facts()).live.records('ClaimDisputed');
  });
  it.each<[string, Command, Partial<Facts>]>([
    ['DISPUTE_NEEDS_ONE_GROUND', { type: 'DisputeClaim' }, {}],
    ['DISPUTE_NEEDS_ONE_GROUND', { ...byClaim, byFact: { stream: 'school-a', revision: 2 } }, {}],
    ['CLAIM_DISPUTES_ITSELF', { type: 'DisputeClaim', byClaimId: 'fifty-five' }, {}],
    [
      'CLAIM_DISPUTES_ITSELF',
      { type: 'DisputeClaim', byFact: { stream: 'claim-fifty-five', revision: 0 } },
      {},
    ],
    ['CLAIM_UNKNOWN', { type: 'DisputeClaim', byClaimId: 'forty' }, {}],
    ['FACT_UNKNOWN', byFact, { factIsRecorded: false }],
  ])('%s', (code, command, change) => {
    claim(recorded).when(command, facts(change)).historicalImport.rejectedWith(code);
  });
  it('CLAIM_UNKNOWN: of a claim that nobody recorded', () => {
    claim().when(byClaim, facts()).historicalImport.rejectedWith('CLAIM_UNKNOWN');
  });
});

describe('ReconcileClaims', () => {
  const reconcile: Command = {
    type: 'ReconcileClaims',
    withClaimIds: ['sixty-three'],
    preferredClaimId: 'sixty-three',
    rationale: 'The eight on track had joined.',
  };
  it('says which claim to follow, by whose authority', () => {
    claim(recorded)
      .when(reconcile, facts())
      .live.records({ ...reconcile, type: 'ClaimReconciled', authority });
  });
  it('may leave all of them standing', () => {
    const { preferredClaimId: _preferred, ...all } = reconcile;
    claim(recorded).when(all, facts()).live.records('ClaimReconciled').withFindings();
  });
  it('AUTHORITY_MOTION_NOT_ADOPTED: a motion that it names was adopted and stands', () => {
    const byMotion = { kind: 'motion', ref: 'resolution' } as const;
    const by = (mandate?: ReturnType<typeof adopted>) =>
      claim(recorded).when(reconcile, facts({ authority: byMotion, mandate }));
    by(adopted('resolution')).live.records('ClaimReconciled').withFindings();
    for (const mandate of [undefined, adopted('resolution', { status: 'rejected' })]) {
      by(mandate).live.rejectedWith('AUTHORITY_MOTION_NOT_ADOPTED', { motionId: 'resolution' });
      by(mandate).minutes.records('ClaimReconciled').withFindings('AUTHORITY_MOTION_NOT_ADOPTED');
    }
  });
  it('AUTHORITY_MISSING: irregular', () => {
    claim(recorded)
      .when(reconcile, facts({ authority: undefined }))
      .live.rejectedWith('AUTHORITY_MISSING')
      .historicalImport.records('ClaimReconciled')
      .withFindings('AUTHORITY_MISSING');
  });
  it.each<[string, Partial<typeof reconcile>]>([
    ['NOTHING_TO_RECONCILE', { withClaimIds: ['fifty-five'] }],
    ['PREFERRED_CLAIM_NOT_AMONG', { preferredClaimId: 'thirty' }],
    ['CLAIM_UNKNOWN', { withClaimIds: ['forty', 'sixty-three'] }],
  ])('%s', (code, change) => {
    claim(recorded)
      .when({ ...reconcile, ...change }, facts())
      .historicalImport.rejectedWith(code);
  });
});

describe('RetractClaim', () => {
  const retract: Command = { type: 'RetractClaim', publisher: 'The union', reason: 'Counted twice.' };
  it('is for its publisher', () => {
    claim(recorded)
      .when(retract, facts())
      .live.records({ ...retract, type: 'ClaimRetracted' });
    claim(recorded)
      .when({ ...retract, publisher: 'The district' }, facts())
      .live.rejectedWith('RETRACTION_NOT_BY_PUBLISHER', { publisher: 'The union' })
      .historicalImport.records('ClaimRetracted')
      .withFindings('RETRACTION_NOT_BY_PUBLISHER');
  });
  it('SOURCE_UNKNOWN: where the publisher takes it back is a source on record', () => {
    const there: Command = { ...retract, sourceId: 'errata' };
    claim(recorded)
      .when(there, facts({ retractedInKnown: true }))
      .live.records('ClaimRetracted');
    claim(recorded)
      .when(there, facts({ retractedInKnown: false }))
      .historicalImport.rejectedWith('SOURCE_UNKNOWN', { sourceId: 'errata' });
  });
  it('CLAIM_RETRACTED: once', () => {
    claim(recorded, { type: 'ClaimRetracted', publisher: 'The union' })
      .when(retract, facts())
      .minutes.rejectedWith('CLAIM_RETRACTED');
  });
});

it('reads the streams that a command asks for', () => {
  const state = stateAfter(decider, [recorded]);
  expect(streamsRead(state, recordClaim)).toEqual({ sourceId: 'union-page', sourceText: true, claimIds: [] });
  expect(streamsRead(state, { type: 'RetractClaim', publisher: 'x' })).toMatchObject({
    sourceId: 'union-page',
  });
  const byFact = { stream: 'school-a', revision: 2 };
  expect(streamsRead(state, { type: 'DisputeClaim', byFact })).toMatchObject({ fact: byFact });
});

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom('sixty-three', 'thirty', 'fifty-five', 'forty')
    .map((id): Command => ({ type: 'DisputeClaim', byClaimId: id })),
  fc.nat(3).map((revision): Command => ({ type: 'DisputeClaim', byFact: { stream: 'school-a', revision } })),
  fc
    .record({
      withClaimIds: fc.subarray(['sixty-three', 'thirty', 'fifty-five']),
      preferredClaimId: fc.constantFrom('sixty-three', 'thirty', 'fifty-five'),
      rationale: fc.constant('so'),
    })
    .map((one): Command => ({ type: 'ReconcileClaims', ...one })),
  fc
    .constantFrom('The union', 'The district')
    .map((publisher): Command => ({ type: 'RetractClaim', publisher })),
  fc.constant(recordClaim),
);

it('no sequence of commands loses a claim, records it twice, or disputes it twice on one ground', () => {
  fc.assert(
    fc.property(
      fc.array(anyCommand),
      fc.constantFrom('live', 'minutes', 'historical_import'),
      (commands, mode) => {
        const events: ClaimEvent[] = [recorded];
        for (const command of commands) {
          const outcome = settle(
            decider.decide(stateAfter(decider, events), command, facts()),
            mode,
            facts(),
          );
          if (outcome.accepted) events.push(...outcome.events);
        }
        const ofType = (type: string) => events.filter((event) => event.type === type);
        expect(events[0]).toEqual(recorded);
        expect(ofType('ClaimRecorded')).toHaveLength(1);
        expect(ofType('ClaimRetracted').length).toBeLessThanOrEqual(1);
        const grounds = ofType('ClaimDisputed').map((event) => JSON.stringify(event));
        expect(new Set(grounds).size).toBe(grounds.length);
      },
    ),
  );
});

it('keeps the stored shape of its events', () => {
  const steps: readonly Command[] = [
    { ...recordClaim, note: 'The page counts those on track apart.' },
    { type: 'DisputeClaim', byClaimId: 'sixty-three', reason: 'Another count.' },
    {
      type: 'ReconcileClaims',
      withClaimIds: ['sixty-three'],
      preferredClaimId: 'sixty-three',
      rationale: 'Later.',
    },
    {
      type: 'RetractClaim',
      publisher: 'The union',
      sourceId: 'union-page',
      locator: 'line 4',
      reason: 'Miscounted.',
    },
  ];
  expectGolden(
    'claim',
    eventTypes,
    play(
      decider,
      steps.map((command, n) => ({ command, facts: facts({ at: stepTime(n) }) })),
    ),
  );
});
