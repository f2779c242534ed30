import { describe, expect, it } from '@jest/globals';
import { settle } from '../../kernel/index.ts';
import { given, stateAfter } from '../../testing/index.ts';
import type { MediationRecorded, MotionEvent, RecordMediation } from '../index.ts';
import { decider } from '../index.ts';
import { ballots, facts, pending, rule, textSha256, voting } from '../testing/committee.ts';
import { called, consensusRule, position } from '../testing/rounds.ts';

const motion = given(decider);
const mediate = (more: Partial<RecordMediation> = {}): RecordMediation => ({
  type: 'RecordMediation',
  mediationId: 'mediation-1',
  mediator: { kind: 'organization', id: 'unite-la' },
  outcome: 'referred',
  ...more,
});
const recorded = (more: Partial<MediationRecorded> = {}): MediationRecorded => ({
  ...mediate(),
  type: 'MediationRecorded',
  textSha256,
  failedIds: ['vote-1'],
  clauseRef: rule.clauseRef!,
  ...more,
});

/** The sides stood against each other. */
function failed(): readonly MotionEvent[] {
  const history = [...voting, ...ballots('yes', 'yes', 'yes', 'no', 'no', 'no')];
  const close = decider.decide(
    stateAfter(decider, history),
    { type: 'CloseVote', voteEventId: 'vote-1' },
    facts(),
  );
  const outcome = settle(close, 'live', facts());
  if (!outcome.accepted) throw new Error(outcome.objection.code);
  return [...history, ...outcome.events];
}

describe('RecordMediation', () => {
  it('names what failed on the text, and the clause of the rule; the motion stays where it is', () => {
    motion(...failed())
      .when(mediate(), facts())
      .live.records(recorded())
      .withFindings();
    expect(stateAfter(decider, [...failed(), recorded()]).status).toBe('rejected');
  });
  it('may come after a round of consensus', () => {
    const history = [...pending, called, position('utla-1', 'block', { reason: 'No.' })];
    const close = { type: 'CloseConsensus', roundId: 'round-1' } as const;
    const outcome = settle(decider.decide(stateAfter(decider, history), close, facts()), 'minutes', facts());
    if (!outcome.accepted) throw new Error(outcome.objection.code);
    const clauseRef = consensusRule.clauseRef!;
    motion(...history, ...outcome.events)
      .when(mediate({ clauseRef }), facts())
      .live.records(recorded({ failedIds: ['round-1'] }));
  });
  it('is referred once and ends once', () => {
    const agreed = mediate({ outcome: 'agreement', statement: 'Two schools now, one next year.' });
    motion(...failed(), recorded())
      .when(agreed, facts())
      .live.records({ ...recorded(), ...agreed, type: 'MediationRecorded' });
    for (const before of ['agreement', 'no_agreement'] as const)
      motion(...failed(), recorded({ outcome: before }))
        .when(agreed, facts())
        .historicalImport.rejectedWith('MEDIATION_RECORDED', { outcome: before });
    motion(...failed(), recorded())
      .when(mediate(), facts())
      .minutes.rejectedWith('MEDIATION_RECORDED');
  });
  it('NOTHING_TO_MEDIATE, MEDIATOR_NOT_NEUTRAL, MEDIATION_WITHOUT_CLAUSE', () => {
    motion(...pending)
      .when(mediate({ clauseRef: rule.clauseRef! }), facts())
      .live.rejectedWith('NOTHING_TO_MEDIATE')
      .minutes.withFindings('NOTHING_TO_MEDIATE');
    motion(...failed())
      .when(mediate({ mediator: { kind: 'seat', id: 'lausd-1' } }), facts())
      .live.rejectedWith('MEDIATOR_NOT_NEUTRAL')
      .historicalImport.withFindings('MEDIATOR_NOT_NEUTRAL');
    motion(...pending)
      .when(mediate(), facts())
      .minutes.withFindings('NOTHING_TO_MEDIATE', 'MEDIATION_WITHOUT_CLAUSE');
    motion(...voting)
      .when(mediate(), facts())
      .historicalImport.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION');
  });
});
