import { it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { expectGolden, expectGoldenWith, play, stepTime } from '../testing/index.ts';
import type { Step } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, Facts, InstrumentEvent, RuleTerms } from './index.ts';
import {
  adoption,
  agreed,
  drafted,
  facts,
  insertion,
  proposal,
  ratification,
  sha256,
} from './testing/agreement.ts';

type Play = Step<Command, Facts>;

const scenario = (...commands: readonly Command[]): readonly InstrumentEvent[] =>
  play(
    decider,
    commands.map((command, n): Play => ({ command, facts: facts({ at: stepTime(n) }) })),
  );

const later = atInstant('2027-07-01T07:00:00Z');

it('every event of an instrument keeps its stored shape', () => {
  const registered = scenario({
    type: 'RegisterInstrument',
    kind: 'mou',
    title: 'Memorandum on community schools',
    bodyId: 'cssc',
    otherNames: ['CS MOU'],
    identifiers: [{ scheme: 'board report', identifier: '041-26/27' }],
  });
  const long = 'word '.repeat(4_000);
  const amended = scenario(
    ...agreed,
    proposal(
      'v2',
      'v1',
      { kind: 'substitution', clauseId: 'seats', words: 'Sixteen', by: 'Eighteen' },
      { kind: 'replacement', clauseId: 'term', text: 'Three years. Renewable.', heading: 'Term' },
      { kind: 'renumbering', clauseId: 'term', number: '1', before: 'seats' },
      {
        kind: 'split',
        clauseId: 'term',
        into: [
          { clauseId: 'term', number: '1', heading: 'Term', level: 1, text: 'Three years.' },
          { clauseId: 'renewal', number: '2', text: 'Renewable.' },
        ],
      },
      { kind: 'join', clauseIds: ['renewal', 'seats'], number: '2', heading: 'Seats' },
      { kind: 'insertion', clause: { clauseId: 'money', text: 'None.' }, after: 'renewal' },
      { kind: 'repeal', clauseId: 'money' },
      insertion('annex-1', long),
      insertion('annex-2', long),
      insertion('annex-3', long),
    ),
    adoption('v2', { effectiveFrom: later, until: atInstant('2029-07-01T07:00:00Z') }),
    {
      type: 'RecordRatification',
      versionId: 'v2',
      organizationId: 'lausd',
      answer: 'ratified',
      voteRef: { motionId: 'motion-1', reference: 'Board minutes, item 4' },
    },
    { type: 'PostponeForce', versionId: 'v2', to: atInstant('2027-08-01T07:00:00Z') },
    { type: 'Prorogue', until: later, byMotionId: 'motion-1' },
    {
      type: 'PublishRendition',
      versionId: 'v2',
      lang: 'es',
      mime: 'application/pdf',
      sha256: sha256('pdf'),
      authentic: false,
    },
    { type: 'RecordPracticeDeparture', clauseId: 'renewal', description: 'Twenty people come.' },
    { type: 'IncorporateInto', intoInstrument: 'cba', asArticle: 'XXV' },
  );
  const rejected = scenario(...drafted, adoption('v1'), ratification('v1', 'utla', 'rejected'));
  const bases = { clauseId: 'seats', versionId: 'v1' };
  const quorum = [{ scope: 'body', base: 'fixed', n: 6, num: 1, den: 1, cmp: 'gte' }] as const;
  const ruled = play(
    decider,
    [
      ...agreed,
      {
        type: 'BindRule',
        ruleId: 'six',
        ...bases,
        terms: { kind: 'quorum', quorum },
        effectiveFrom: stepTime(8),
      },
      {
        type: 'ReplaceRule',
        ruleId: 'notice',
        replaces: 'six',
        ...bases,
        terms: { kind: 'quorum', quorum: [{ mandatorySeats: ['chair'] }] },
        effectiveFrom: stepTime(9),
      },
      {
        type: 'InterpretRule',
        ruleId: 'six',
        reading: 'All seats of the body.',
        by: { kind: 'ruling', ref: 'ruling-1' },
        terms: { kind: 'quorum', quorum },
      },
    ].map((command, n): Play => {
      const authorized = { body: 4, constituencies: [] };
      return { command: command as Command, facts: facts({ at: stepTime(n), authorized }) };
    }),
  );
  const expired = scenario(...agreed, { type: 'Expire' });
  const repealed = scenario(...agreed, { type: 'Repeal', byMotionId: 'motion-1' });
  const superseded = scenario(...agreed, { type: 'Supersede', byInstrument: 'cba' });
  const all = [...registered, ...amended, ...rejected, ...expired, ...repealed, ...superseded, ...ruled];
  expectGolden('instrument', eventTypes, all);
});

it('a rule of composition pins the body with whose seats it was compared', () => {
  const composed = { bodyId: 'cssc', revision: 12, constituencies: [], seats: 8 };
  const terms: RuleTerms = { kind: 'composition', composition: { perConstituency: [], max: 8 } };
  const rule = { ruleId: 'size', clauseId: 'seats', versionId: 'v1', terms, effectiveFrom: stepTime(8) };
  const [bound] = play(decider, [
    ...agreed.map((command, n) => ({ command, facts: facts({ at: stepTime(n) }) })),
    { command: { type: 'BindRule', ...rule }, facts: facts({ at: stepTime(8), composed }) },
  ]).slice(-1);
  expectGoldenWith('instrument', 'body-revision', bound);
});
