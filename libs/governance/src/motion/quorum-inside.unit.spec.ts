import { describe, it } from '@jest/globals';
import type { RemoteParticipation } from '../meeting/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { given } from '../testing/index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { Facts } from './index.ts';
import { attendance, ballots, before, facts, pending, rule, votingUnder } from './testing/committee.ts';

const motion = given(decider);
const quorum = [{ scope: 'body', base: 'fixed', n: 4, num: 1, den: 1, cmp: 'gte' }] as const;
const ofFour = ruleOf([bodyMajority], { quorum, clauseRef: rule.clauseRef! });
const open = { type: 'OpenVote', voteEventId: 'vote-1', rule: ofFour, method: 'roll_call' } as const;
const close = { type: 'CloseVote', voteEventId: 'vote-1' } as const;
const posted = { rule: 'posted_location', location: 'City hall', onAgenda: true } as const;
const outside = { ...posted, insideJurisdiction: false } as const;

const three = ['lausd-1', 'lausd-2', 'utla-1'];

/** Three are there, one takes part from elsewhere. */
function room(
  remote: RemoteParticipation,
  inPerson: readonly string[] = three,
  changes: Partial<Facts> = {},
): Facts {
  const there = attendance({ present: inPerson });
  const present = new Map(there.present);
  present.set('utla-2', { seatId: 'utla-2', by: 'member', mode: 'remote', remote, from: before });
  return facts({ attendance: { ...there, present }, regime: 'BROWN_ACT', ...changes });
}

const found = 'warning QUORUM_OUTSIDE_JURISDICTION by BA-11';
const modes = ['live', 'minutes', 'historicalImport'] as const;
const voted = [...votingUnder({ rule: ofFour }), ...ballots('yes', 'yes', 'yes', 'yes', 'yes', 'yes')];

describe('QUORUM_OUTSIDE_JURISDICTION: a quorum that came to lie elsewhere since it was established (BA-11)', () => {
  it('is found when the vote is opened and when it is closed, in every mode', () => {
    for (const mode of modes) {
      motion(...pending)
        .when(open, room(outside))
        [mode].withRuled(found)
        .withInputs({ remoteSeatIds: ['utla-2'], inPerson: false });
      motion(...voted)
        .when(close, room(outside))
        [mode].withRuled(found);
    }
  });
  it('is found where one who is inside leaves while the vote is open', () => {
    motion(...pending)
      .when(open, room(outside, [...three, 'lausd-3']))
      .live.withRuled();
    motion(...voted)
      .when(close, room(outside, [...three, 'lausd-3']))
      .live.withRuled();
    motion(...voted)
      .when(close, room(outside))
      .live.withRuled(found);
  });
  it('under the other rule only those count who sit together', () => {
    motion(...pending)
      .when(open, room({ rule: 'in_person_quorum', insideJurisdiction: true }))
      .live.withRuled(found)
      .withInputs({ inPerson: true });
    for (const remote of [posted, { rule: 'other' }] as const)
      motion(...pending)
        .when(open, room(remote))
        .live.withRuled();
  });
  it('is not told where there is no quorum at all, nor of a body that the law does not bind', () => {
    motion(...pending)
      .when(open, room(outside, ['lausd-1', 'utla-1']))
      .minutes.withFindings('QUORUM_NOT_ESTABLISHED');
    motion(...pending)
      .when(open, room(outside, three, { regime: 'BYLAWS_ONLY' }))
      .live.withRuled();
  });
});
