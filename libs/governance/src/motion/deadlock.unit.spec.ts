import { describe, expect, it } from '@jest/globals';
import { recordingModes, settle } from '../kernel/index.ts';
import type { RecordingMode } from '../kernel/index.ts';
import type { DecisionRule, VoteOption } from '../tally/index.ts';
import { bodyMajority } from '../tally/testing/rules.ts';
import { stateAfter } from '../testing/index.ts';
import { decider } from './index.ts';
import type { MotionEvent } from './index.ts';
import { ballot, facts, inRoom, members, opened, pending, rule } from './testing/committee.ts';
import type { Room } from './testing/committee.ts';

type Vote = Readonly<{ options: readonly VoteOption[]; rule?: DecisionRule; room?: Room }>;

/** One vote more, as it is recorded: what it adds to the stream, and what is found at its closing. */
function voted(history: readonly MotionEvent[], n: number, one: Vote, mode: RecordingMode = 'live') {
  const voteEventId = `vote-${n}`;
  const cast = one.options.map((option, i) => ballot(members[i] ?? '', option, { voteEventId }));
  const before: readonly MotionEvent[] = [
    ...history,
    { ...opened, voteEventId, rule: one.rule ?? rule },
    ...cast,
  ];
  const room = inRoom(one.room ?? {});
  const close = decider.decide(stateAfter(decider, before), { type: 'CloseVote', voteEventId }, room);
  const outcome = settle(close, mode, room);
  if (!outcome.accepted) throw new Error(outcome.objection.code);
  return { events: [...before, ...outcome.events], findings: outcome.findings };
}

/** The body takes the question up again. */
const again: MotionEvent = { type: 'MotionReconsidered', byMotionId: 'motion-2', byMotionRevision: 4 };

const split: Vote = { options: ['yes', 'yes', 'yes', 'no', 'no', 'yes'] };
const bothAgainst: Vote = { options: ['no', 'no', 'yes', 'no', 'no', 'yes'] };

const afterBoth = (
  first: Vote,
  second: Vote,
  mode: RecordingMode = 'live',
  between: readonly MotionEvent[] = [],
) =>
  voted([...voted(pending, 1, first).events, again, ...between], 2, second, mode).findings.map(
    ({ code }) => code,
  );

describe('DEADLOCK_SUGGESTS_MEDIATION', () => {
  it.each(recordingModes)(
    'two failures of one text by a split of the sides: told, never refused (%s)',
    (mode) => {
      expect(afterBoth(split, split, mode)).toContain('DEADLOCK_SUGGESTS_MEDIATION');
    },
  );
  it('names the two votes, what the rule says of ties, and the clause', () => {
    const mediation = { ...rule, tie: 'mediation' } as const;
    const one = { ...split, rule: mediation };
    const { findings } = voted([...voted(pending, 1, one).events, again], 2, one);
    expect(findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'SP-13',
        inputs: expect.objectContaining({
          voteEventIds: ['vote-1', 'vote-2'],
          tie: 'mediation',
          clause: rule.clauseRef,
        }) as unknown,
      }),
    );
  });
  it('is not told of one failure, of a text that was amended since, or of sides that agree in their noes', () => {
    expect(voted(pending, 1, split).findings).toEqual([]);
    const amended: MotionEvent = { type: 'MotionTextRevised', text: 'Other.', textSha256: 'b'.repeat(64) };
    const first = voted(pending, 1, split).events;
    const revote = [...first, again, amended];
    const other = { ...opened, voteEventId: 'vote-2', textSha256: 'b'.repeat(64) };
    const cast = split.options.map((option, i) =>
      ballot(members[i] ?? '', option, { voteEventId: 'vote-2' }),
    );
    const close = { type: 'CloseVote', voteEventId: 'vote-2' } as const;
    const state = stateAfter(decider, [...revote, other, ...cast]);
    expect(settle(decider.decide(state, close, facts()), 'live', facts())).toMatchObject({
      accepted: true,
      findings: [],
    });
    expect(afterBoth(split, bothAgainst)).toEqual([]);
    expect(afterBoth(bothAgainst, split)).toEqual([]);
  });
  it('is not told where the body had no quorum', () => {
    const few = { present: ['lausd-1', 'utla-1'] };
    expect(
      afterBoth(split, { options: ['yes', 'absent', 'absent', 'no'], room: few }, 'historical_import'),
    ).not.toContain('DEADLOCK_SUGGESTS_MEDIATION');
  });
  it('sees the split where the rule asks nothing of the sides', () => {
    const tied: Vote = {
      options: ['yes', 'yes', 'yes', 'no', 'no', 'no'],
      rule: { ...rule, passIfAny: [[bodyMajority]] },
    };
    expect(afterBoth(tied, tied)).toContain('DEADLOCK_SUGGESTS_MEDIATION');
  });
});
