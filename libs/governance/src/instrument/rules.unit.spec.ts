import { describe, expect, it } from '@jest/globals';
import { atInstant, parseWhen, unknownWhen } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import { given, play, stateAfter } from '../testing/index.ts';
import { decider as motion } from '../motion/index.ts';
import { citedMotion } from '../motion/index.ts';
import { decider, versionInForce, versionsInForce } from './index.ts';
import type { Command, Facts, InstrumentEvent } from './index.ts';
import {
  adoptedMotion,
  adoption,
  agreed,
  drafted,
  facts,
  insertion,
  party,
  proposal,
  ratification,
  registered,
  sha256,
} from './testing/agreement.ts';

const day = (literal: string): When => parseWhen(literal, 'America/Los_Angeles') ?? unknownWhen;

/** What is on record after these commands, each of which was accepted. */
const history = (commands: readonly Command[], known: Partial<Facts> = {}): readonly InstrumentEvent[] =>
  play(
    decider,
    commands.map((command) => ({ command, facts: facts(known), mode: 'historical_import' as const })),
  );
const after = (...commands: readonly Command[]) => given(decider)(...history(commands));
const motionAdopted = { ...motion.initialState, status: 'adopted' as const, bodyId: 'cssc' };
const source = { external: { decidedBy: 'the board' } };

describe('RegisterInstrument', () => {
  const command: Command = { type: 'RegisterInstrument', kind: 'bylaws', title: 'Bylaws', bodyId: 'cssc' };

  it('takes the time zone of its body, or the one that is given', () => {
    after().when(command, facts()).live.records({
      type: 'InstrumentRegistered',
      kind: 'bylaws',
      title: 'Bylaws',
      bodyId: 'cssc',
      timeZone: 'America/Los_Angeles',
    });
    const { bodyId: _bodyId, ...bodiless } = command;
    const zoned: Command = { ...bodiless, timeZone: 'America/Denver' };
    expect(stateAfter(decider, history([zoned], { body: undefined })).timeZone).toBe('America/Denver');
  });

  it('INSTRUMENT_EXISTS, BODY_UNKNOWN', () => {
    given(decider)(registered).when(command, facts()).historicalImport.rejectedWith('INSTRUMENT_EXISTS');
    after()
      .when(command, facts({ body: undefined }))
      .historicalImport.rejectedWith('BODY_UNKNOWN');
  });
});

describe('AddParty', () => {
  it('PARTY_EXISTS, ORGANIZATION_UNKNOWN, RATIFICATION_METHOD_UNKNOWN', () => {
    after(...drafted)
      .when(party('utla'), facts())
      .historicalImport.rejectedWith('PARTY_EXISTS');
    const unknown = after(...drafted).when(
      { type: 'AddParty', organizationId: 'sdea', ratificationMethod: 'unknown' },
      facts(),
    );
    unknown.live.rejectedWith('ORGANIZATION_UNKNOWN');
    unknown.minutes.rejectedWith('RATIFICATION_METHOD_UNKNOWN');
    unknown.historicalImport
      .records('InstrumentPartyAdded')
      .withFindings('ORGANIZATION_UNKNOWN', 'RATIFICATION_METHOD_UNKNOWN');
  });

  it('INSTRUMENT_UNKNOWN: comes after the registration, as everything does', () => {
    after().when(party('utla'), facts()).historicalImport.rejectedWith('INSTRUMENT_UNKNOWN');
  });
});

describe('ProposeVersion', () => {
  it('TEXT_HASH_MISMATCH: computes the hash of the consolidated text, and checks one that is given', () => {
    const command = proposal('v2', 'v1', insertion('money', 'None.'));
    const text = JSON.stringify([
      { clauseId: 'seats', text: 'Sixteen seats.' },
      { clauseId: 'term', text: 'Two years.' },
      { clauseId: 'money', text: 'None.' },
    ]);
    after(...agreed)
      .when({ ...command, fullTextSha256: sha256(text) } as Command, facts())
      .live.records({
        ...command,
        type: 'InstrumentVersionProposed',
        fullTextSha256: sha256(text),
      } as InstrumentEvent);
    after(...agreed)
      .when({ ...command, fullTextSha256: sha256('other') } as Command, facts())
      .historicalImport.rejectedWith('TEXT_HASH_MISMATCH', { computed: sha256(text) });
  });

  it('BASE_VERSION_STALE: versions follow one another and never fork', () => {
    const amendedOnce = [...agreed, proposal('v2', 'v1', insertion('x')), adoption('v2')];
    after(...amendedOnce)
      .when(proposal('v3', 'v1', insertion('y')), facts())
      .historicalImport.rejectedWith('BASE_VERSION_STALE', { baseVersion: 'v1', head: 'v2' });
    after(...agreed)
      .when(proposal('v2', undefined, insertion('y')), facts())
      .live.rejectedWith('BASE_VERSION_STALE', { head: 'v1' });
    after(...agreed)
      .when(proposal('v2', 'v9', insertion('y')), facts())
      .live.rejectedWith('VERSION_UNKNOWN');
    after(...agreed)
      .when(proposal('v1', 'v1', insertion('y')), facts())
      .live.rejectedWith('VERSION_EXISTS');
  });

  it('names the operation that does not fit', () => {
    after(...agreed)
      .when(proposal('v2', 'v1', insertion('x'), { kind: 'repeal', clauseId: 'y' }), facts())
      .historicalImport.rejectedWith('CLAUSE_UNKNOWN', { operation: 1, kind: 'repeal', clauseId: 'y' });
    after(...agreed)
      .when(proposal('v2', 'v1'), facts())
      .live.rejectedWith('OPERATIONS_MISSING');
  });

  it('TEXT_NOT_HELD: only an import may know that there is a version and not what it says', () => {
    const command: Command = { type: 'ProposeVersion', versionId: 'v2', baseVersion: 'v1', textHeld: false };
    const notHeld = after(...agreed).when(command, facts());
    notHeld.minutes.rejectedWith('TEXT_NOT_HELD');
    notHeld.historicalImport.records('InstrumentVersionProposed').withFindings('TEXT_NOT_HELD');
    after(...agreed)
      .when({ ...command, operations: [insertion('x')] }, facts())
      .historicalImport.rejectedWith('TEXT_NOT_HELD');
  });

  it('writes out whole what follows a text that is not held', () => {
    const restated = [
      ...agreed,
      { type: 'ProposeVersion', versionId: 'v2', baseVersion: 'v1', textHeld: false },
      adoption('v2'),
    ];
    after(...(restated as Command[]), proposal('v3', 'v2', insertion('all')));
    const state = stateAfter(
      decider,
      history([...(restated as Command[]), proposal('v3', 'v2', insertion('all'))]),
    );
    expect(state.versions.get('v3')?.text.clauses).toMatchObject([{ clauseId: 'all' }]);
  });
});

describe('AdoptVersion', () => {
  it('pins the motion, its vote and the parties that have to ratify', () => {
    after(...drafted)
      .when(adoption('v1'), facts())
      .live.records({
        type: 'InstrumentVersionAdopted',
        versionId: 'v1',
        byMotionId: 'motion-1',
        voteEventId: 'vote-1',
        motionRevision: 17,
        requiredParties: ['lausd', 'utla'],
        disclosure: { meetingId: 'meeting-1', itemId: 'item-7', meetingRevision: 9 },
      })
      .withFindings();
  });

  it('ADOPTING_MOTION_NOT_ADOPTED, MOTION_UNKNOWN, in every mode', () => {
    const motion = { ...adoptedMotion, status: 'rejected' as const };
    after(...drafted)
      .when(adoption('v1'), facts({ motion }))
      .historicalImport.rejectedWith('ADOPTING_MOTION_NOT_ADOPTED', { status: 'rejected' });
    after(...drafted)
      .when(adoption('v1'), facts({ motion: undefined }))
      .historicalImport.rejectedWith('MOTION_UNKNOWN');
  });

  it('cites what adopted the motion: a vote of its own, or the motion that took it along', () => {
    const state = { ...motionAdopted, voteEventIds: ['vote-1', 'vote-2'], decidedBy: 'vote-2' };
    const at = { motionId: 'motion-1', revision: 4 };
    expect(citedMotion(state, at)).toMatchObject({ ...at, status: 'adopted', voteEventId: 'vote-2' });
    expect(citedMotion({ ...state, decidedBy: 'calendar' }, at)?.voteEventId).toBeUndefined();
    expect(citedMotion({ ...state, status: 'none' }, at)).toBeUndefined();
  });

  it('TIME_INVERTED: not before the motion was adopted, nor before it was proposed', () => {
    const at = atInstant('2026-08-01T00:00:00Z');
    after(...drafted)
      .when(adoption('v1'), facts({ at }))
      .minutes.rejectedWith('TIME_INVERTED');
  });

  it('DECISION_REQUIRED, DECISION_AMBIGUOUS, SOURCE_REQUIRED', () => {
    const nobody: Command = { type: 'AdoptVersion', versionId: 'v1' };
    after(...drafted)
      .when(nobody, facts())
      .historicalImport.rejectedWith('DECISION_REQUIRED');
    after(...drafted)
      .when(adoption('v1', source), facts())
      .historicalImport.rejectedWith('DECISION_AMBIGUOUS');
    const outside = after(...drafted).when({ ...nobody, ...source }, facts({ sourced: false }));
    outside.live.rejectedWith('SOURCE_REQUIRED');
    outside.minutes.withFindings('SOURCE_REQUIRED', 'DISCLOSURE_MISSING');
  });

  it('leaves counts unknown that no source tells', () => {
    const command: Command = {
      type: 'AdoptVersion',
      versionId: 'v1',
      external: { organizationId: 'lausd', unanimous: true },
    };
    const [event] = history([...drafted, command]).filter(({ type }) => type === 'InstrumentVersionAdopted');
    expect(event).toMatchObject({ external: { counts: 'unknown', unanimous: true } });
  });

  it('LR-02: an agreement with a union is disclosed at a public meeting before', () => {
    const { disclosure: _disclosure, ...undisclosed } = adoption('v1') as Extract<
      Command,
      { type: 'AdoptVersion' }
    >;
    const missing = after(...drafted).when(undisclosed, facts());
    missing.live.rejectedWith('DISCLOSURE_MISSING', { rule: 'LR-02', union: 'utla' });
    missing.minutes.records('InstrumentVersionAdopted').withFindings('DISCLOSURE_MISSING');
    const late = {
      revision: 9,
      itemIds: new Set(['item-7']),
      calledToOrder: atInstant('2026-09-02T00:00:00Z'),
    };
    after(...drafted)
      .when(adoption('v1'), facts({ disclosure: late }))
      .live.rejectedWith('DISCLOSED_TOO_LATE');
    after(...drafted)
      .when(adoption('v1'), facts({ disclosure: undefined }))
      .historicalImport.rejectedWith('MEETING_UNKNOWN');
    after(...drafted)
      .when(adoption('v1'), facts({ disclosure: { ...late, itemIds: new Set() } }))
      .historicalImport.rejectedWith('ITEM_UNKNOWN');
  });

  it('LR-02 asks nothing where no union is a party', () => {
    const parents: readonly Command[] = [
      { type: 'RegisterInstrument', kind: 'mou', title: 'With parents' },
      party('parents'),
      proposal('v1', undefined, insertion('a')),
    ];
    after(...parents)
      .when({ type: 'AdoptVersion', versionId: 'v1', byMotionId: 'motion-1' }, facts())
      .live.records('InstrumentVersionAdopted')
      .withFindings();
  });

  it('PARTIES_MISSING: an agreement has parties, and without them nothing brings it into force', () => {
    const alone: readonly Command[] = [
      { type: 'RegisterInstrument', kind: 'side_letter', title: 'Letter' },
      proposal('v1', undefined, insertion('a')),
    ];
    const command: Command = { type: 'AdoptVersion', versionId: 'v1', byMotionId: 'motion-1' };
    after(...alone)
      .when(command, facts())
      .minutes.rejectedWith('PARTIES_MISSING');
    after(...alone)
      .when(command, facts())
      .historicalImport.records('InstrumentVersionAdopted');
  });

  it('VERSION_ALREADY_ADOPTED, VERSION_UNKNOWN, and BASE_VERSION_STALE where another was faster', () => {
    after(...agreed)
      .when(adoption('v1'), facts())
      .historicalImport.rejectedWith('VERSION_ALREADY_ADOPTED');
    after(...agreed)
      .when(adoption('v7'), facts())
      .historicalImport.rejectedWith('VERSION_UNKNOWN');
    after(
      ...agreed,
      proposal('v2', 'v1', insertion('x')),
      proposal('v3', 'v1', insertion('y')),
      adoption('v2'),
    )
      .when(adoption('v3'), facts())
      .historicalImport.rejectedWith('BASE_VERSION_STALE', { head: 'v2' });
  });

  const bylaws: readonly Command[] = [
    { type: 'RegisterInstrument', kind: 'bylaws', title: 'Bylaws', bodyId: 'cssc' },
    proposal('v1', undefined, insertion('a')),
  ];
  const adopt: Command = { type: 'AdoptVersion', versionId: 'v1', byMotionId: 'motion-1' };

  it('brings into force at once what nobody has to ratify, or by its proviso', () => {
    const { at } = facts();
    after(...bylaws)
      .when(adopt, facts())
      .live.records('InstrumentVersionAdopted', {
        type: 'InstrumentEnteredIntoForce',
        versionId: 'v1',
        from: at,
      });
    const effectiveFrom = day('2027-01-01');
    after(...bylaws)
      .when({ ...adopt, effectiveFrom }, facts())
      .live.records('InstrumentVersionAdopted', {
        type: 'InstrumentEnteredIntoForce',
        versionId: 'v1',
        from: effectiveFrom,
      });
    after(...bylaws)
      .when({ ...adopt, entryIntoForce: 'separate' }, facts())
      .live.records('InstrumentVersionAdopted');
  });

  it('ADOPTED_BY_OTHER_BODY is noted in every mode', () => {
    const motion = { ...adoptedMotion, bodyId: 'board' };
    after(...bylaws)
      .when(adopt, facts({ motion }))
      .live.withFindings('ADOPTED_BY_OTHER_BODY');
  });
});

describe('RecordRatification', () => {
  const waiting = [...drafted, adoption('v1')];

  it('SP-14: the last ratification brings it into force, and the adoption does not', () => {
    const state = stateAfter(decider, history(waiting));
    expect(versionsInForce(state, day('2030'))).toEqual([]);
    after(...waiting)
      .when(ratification('v1', 'utla'), facts())
      .live.records('PartyRatified');
    const at = atInstant('2026-10-01T00:00:00Z');
    after(...waiting, ratification('v1', 'utla'))
      .when(ratification('v1', 'lausd'), facts({ at }))
      .live.records('PartyRatified', { type: 'InstrumentEnteredIntoForce', versionId: 'v1', from: at });
  });

  it('waits for the latest of the ratifications, in whatever order they are recorded', () => {
    const late = atInstant('2026-12-01T00:00:00Z');
    const events = [
      ...history(waiting).map((event) => ({ event, at: facts().at })),
      { event: { type: 'PartyRatified' as const, versionId: 'v1', organizationId: 'utla' }, at: late },
    ];
    given(decider)(...events)
      .when(ratification('v1', 'lausd'), facts())
      .minutes.records('PartyRatified', { type: 'InstrumentEnteredIntoForce', versionId: 'v1', from: late });
  });

  it('ADOPTION_MISSING, PARTY_UNKNOWN, PARTY_ALREADY_RATIFIED, PARTY_ALREADY_REJECTED', () => {
    after(...drafted)
      .when(ratification('v1', 'utla'), facts())
      .historicalImport.rejectedWith('ADOPTION_MISSING');
    after(...waiting)
      .when(ratification('v1', 'parents'), facts())
      .historicalImport.rejectedWith('PARTY_UNKNOWN');
    after(...agreed)
      .when(ratification('v1', 'utla'), facts())
      .historicalImport.rejectedWith('PARTY_ALREADY_RATIFIED');
    after(...waiting, ratification('v1', 'utla', 'rejected'))
      .when(ratification('v1', 'utla'), facts())
      .historicalImport.rejectedWith('PARTY_ALREADY_REJECTED');
  });

  it('cites a motion that is adopted; for a refusal, one that is there', () => {
    const cited = { ...ratification('v1', 'utla'), voteRef: { motionId: 'motion-1' } } as Command;
    const motion = { ...adoptedMotion, status: 'rejected' as const };
    after(...waiting)
      .when(cited, facts({ motion }))
      .minutes.rejectedWith('ADOPTING_MOTION_NOT_ADOPTED');
    after(...waiting)
      .when({ ...cited, answer: 'rejected' } as Command, facts({ motion }))
      .live.records({
        type: 'PartyRejected',
        versionId: 'v1',
        organizationId: 'utla',
        voteRef: { motionId: 'motion-1', motionRevision: 17 },
      });
  });

  it('a refusal takes the version out of the chain: the next amends the one before', () => {
    const refused = [
      ...agreed,
      proposal('v2', 'v1', insertion('x')),
      adoption('v2'),
      ratification('v2', 'utla', 'rejected'),
    ];
    after(...refused)
      .when({ type: 'EnterIntoForce', versionId: 'v2' }, facts())
      .historicalImport.rejectedWith('VERSION_REJECTED');
    after(...refused)
      .when(proposal('v3', 'v1', insertion('x')), facts())
      .live.records('InstrumentVersionProposed');
    after(...refused)
      .when(proposal('v3', 'v2', insertion('y')), facts())
      .live.rejectedWith('BASE_VERSION_STALE');
  });
});

describe('the force of a version', () => {
  const separate = [...drafted, adoption('v1', { entryIntoForce: 'separate' }), ratification('v1', 'lausd')];
  const enter: Command = { type: 'EnterIntoForce', versionId: 'v1' };

  it('RATIFICATION_INCOMPLETE, IN_FORCE_TOO_EARLY, ALREADY_IN_FORCE, in every mode', () => {
    after(...separate)
      .when(enter, facts())
      .historicalImport.rejectedWith('RATIFICATION_INCOMPLETE', { rule: 'SP-14', missing: ['utla'] });
    const complete = [...separate, ratification('v1', 'utla')];
    after(...complete)
      .when({ ...enter, from: day('2026-08-31') }, facts())
      .historicalImport.rejectedWith('IN_FORCE_TOO_EARLY');
    after(...complete)
      .when({ ...enter, from: day('2026') }, facts())
      .live.records('InstrumentEnteredIntoForce');
    after(...agreed)
      .when(enter, facts())
      .historicalImport.rejectedWith('ALREADY_IN_FORCE');
    after(...drafted)
      .when(enter, facts())
      .historicalImport.rejectedWith('ADOPTION_MISSING');
  });

  it('VERSION_SUPERSEDED: an earlier link of the chain comes into force no more', () => {
    const two = [
      ...separate,
      ratification('v1', 'utla'),
      proposal('v2', 'v1', insertion('x')),
      adoption('v2'),
    ];
    after(...two)
      .when(enter, facts())
      .historicalImport.rejectedWith('VERSION_SUPERSEDED', { by: 'v2' });
  });

  it('is put off before it has begun, and never afterwards', () => {
    const postpone: Command = { type: 'PostponeForce', versionId: 'v1', to: day('2027-07-01') };
    after(...agreed)
      .when(postpone, facts())
      .historicalImport.rejectedWith('ALREADY_IN_FORCE');
    const put = [
      ...drafted,
      adoption('v1'),
      postpone,
      ratification('v1', 'lausd'),
      ratification('v1', 'utla'),
    ];
    const state = stateAfter(decider, history(put));
    expect(versionInForce(state, day('2027-06-30'))).toBeUndefined();
    expect(versionInForce(state, day('2027-07-01'))).toMatchObject({ certainty: 'certain' });
    after(...put)
      .when({ ...postpone, to: day('2027-01-01') }, facts())
      .live.rejectedWith('NOT_LATER', { than: '2027-07-01' });
  });

  it('ends with its term unless that is lengthened in time', () => {
    const termed = [
      ...drafted,
      adoption('v1', { until: day('2027-07-01') }),
      ratification('v1', 'lausd'),
      ratification('v1', 'utla'),
    ];
    const state = stateAfter(decider, history(termed));
    expect(versionInForce(state, day('2027-06-30'))?.certainty).toBe('certain');
    expect(versionInForce(state, day('2027-07-01'))).toBeUndefined();
    const longer: Command = { type: 'Prorogue', until: day('2028-07-01') };
    const prorogued = stateAfter(decider, history([...termed, longer]));
    expect(versionInForce(prorogued, day('2028-06-30'))?.certainty).toBe('certain');
    after(...termed)
      .when(longer, facts({ at: atInstant('2027-08-01T00:00:00Z') }))
      .live.rejectedWith('NOT_IN_FORCE');
    after(...termed)
      .when({ ...longer, until: day('2027-06-01') }, facts())
      .live.rejectedWith('NOT_LATER');
    const expire = after(...termed).when({ type: 'Expire' }, facts());
    expire.live.rejectedWith('TERM_NOT_OVER', { until: '2027-07-01' });
    expire.minutes.records({ type: 'InstrumentExpired', versionId: 'v1' }).withFindings('TERM_NOT_OVER');
    after(...termed)
      .when({ type: 'Expire' }, facts({ at: day('2027-07-01') }))
      .live.records('InstrumentExpired')
      .withFindings();
    after(...agreed, { type: 'Expire' })
      .when({ type: 'Expire' }, facts())
      .live.rejectedWith('NOT_IN_FORCE');
  });

  it('passes from one version to the next, and does not come back', () => {
    const next = [
      ...agreed,
      proposal('v2', 'v1', insertion('x')),
      adoption('v2', { effectiveFrom: day('2027-01-01') }),
      ratification('v2', 'lausd'),
      ratification('v2', 'utla'),
    ];
    const state = stateAfter(decider, history(next));
    const at = (literal: string) => versionInForce(state, day(literal))?.version.versionId;
    expect([at('2026-08-31'), at('2026-12-31'), at('2027-01-01'), at('2040')]).toEqual([
      undefined,
      'v1',
      'v2',
      'v2',
    ]);
    expect(versionsInForce(state, day('2026')).map(({ certainty }) => certainty)).toEqual(['possible']);
  });
});

describe('the end of an instrument', () => {
  it('a repeal needs a decision and something adopted; nothing follows it', () => {
    const repeal: Command = { type: 'Repeal', byMotionId: 'motion-1' };
    after(...drafted)
      .when(repeal, facts())
      .historicalImport.rejectedWith('ADOPTION_MISSING');
    after(...agreed)
      .when({ type: 'Repeal' }, facts())
      .historicalImport.rejectedWith('DECISION_REQUIRED');
    const repealed = [...agreed, repeal];
    expect(versionsInForce(stateAfter(decider, history(repealed)), day('2027'))).toEqual([]);
    for (const command of [proposal('v2', 'v1', insertion('x')), repeal, party('parents')])
      after(...repealed)
        .when(command, facts())
        .historicalImport.rejectedWith('INSTRUMENT_ENDED', { how: 'repealed' });
  });

  it('incorporated, it is amended only through its host', () => {
    const incorporated = [
      ...agreed,
      { type: 'IncorporateInto', intoInstrument: 'cba', asArticle: 'XXV' } as Command,
    ];
    for (const command of [
      proposal('v2', 'v1', insertion('x')),
      { type: 'Repeal', byMotionId: 'motion-1' },
      { type: 'Supersede', byInstrument: 'cba' },
      { type: 'PostponeForce', versionId: 'v1', to: day('2030') },
    ] as const)
      after(...incorporated)
        .when(command, facts())
        .historicalImport.rejectedWith('INCORPORATED_ELSEWHERE', { intoInstrument: 'cba', asArticle: 'XXV' });
  });

  it('INCORPORATION_CYCLE, OTHER_INSTRUMENT_UNKNOWN', () => {
    const into = (intoInstrument: string): Command => ({ type: 'IncorporateInto', intoInstrument });
    after(...agreed)
      .when(into('mou'), facts())
      .historicalImport.rejectedWith('INCORPORATION_CYCLE');
    after(...agreed)
      .when(into('cba'), facts({ other: { revision: 1, hosts: ['law', 'mou'] } }))
      .historicalImport.rejectedWith('INCORPORATION_CYCLE');
    after(...agreed)
      .when(into('x'), facts({ other: undefined }))
      .historicalImport.rejectedWith('OTHER_INSTRUMENT_UNKNOWN');
    after(...agreed)
      .when({ type: 'Supersede', byInstrument: 'mou' }, facts())
      .historicalImport.rejectedWith('OTHER_INSTRUMENT_UNKNOWN');
  });
});

describe('what is told of an instrument', () => {
  it('BLOB_UNKNOWN, RENDITION_EXISTS: renditions are files that are kept', () => {
    const publish: Command = {
      type: 'PublishRendition',
      versionId: 'v1',
      lang: 'es',
      mime: 'application/pdf',
      sha256: sha256('pdf'),
      authentic: false,
    };
    const missing = after(...drafted).when(publish, facts({ blobHeld: false }));
    missing.live.rejectedWith('BLOB_UNKNOWN');
    missing.historicalImport.records('RenditionPublished').withFindings('BLOB_UNKNOWN');
    after(...drafted, publish)
      .when(publish, facts())
      .live.rejectedWith('RENDITION_EXISTS');
    after(...drafted, publish)
      .when({ ...publish, authentic: true }, facts())
      .live.records('RenditionPublished');
    after(...drafted)
      .when({ ...publish, versionId: 'v9' }, facts())
      .live.rejectedWith('VERSION_UNKNOWN');
  });

  it('a departure of practice names a clause and a source, and amends nothing', () => {
    const departed: Command = { type: 'RecordPracticeDeparture', clauseId: 'seats', description: 'Twenty.' };
    after(...agreed)
      .when(departed, facts())
      .live.records('PracticeDeparted')
      .withFindings();
    const [before, later] = [history(agreed), history([...agreed, departed])];
    expect(stateAfter(decider, later)).toEqual(stateAfter(decider, before));
    after(...agreed)
      .when({ ...departed, clauseId: 'x' }, facts())
      .historicalImport.rejectedWith('CLAUSE_UNKNOWN');
    after(...agreed)
      .when(departed, facts({ sourced: false }))
      .live.rejectedWith('SOURCE_REQUIRED');
    const { clauseId: _clauseId, ...vague } = departed;
    after(...agreed)
      .when(vague, facts())
      .historicalImport.withFindings('CLAUSE_MISSING');
    after(...agreed)
      .when({ ...vague, clauseLabel: 'on site councils' }, facts())
      .live.withFindings();
  });
});
