import { describe, expect, it } from '@jest/globals';
import { settle } from '../kernel/index.ts';
import { bodyMajority, ruleOf } from '../tally/testing/rules.ts';
import { given, stateAfter } from '../testing/index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { MotionEvent, OpenVote } from './index.ts';
import {
  agendized,
  drafted,
  everybody,
  facts,
  inRoom,
  motionMoved,
  moved,
  opened,
  pending,
  roster,
  rosterWith,
  rule,
  seconded,
  submitted,
  textSha256,
} from './testing/committee.ts';

const motion = given(decider);
const openVote: OpenVote = { type: 'OpenVote', voteEventId: 'vote-1', rule, method: 'roll_call' };

describe('OpenVote', () => {
  it('pins the text, the rule, who may vote, and the revisions at which all this was read', () => {
    motion(...pending)
      .when({ ...openVote, textSha256 }, facts())
      .live.records(opened)
      .withFindings();
  });

  it('under the item that is named, else the one of the motion in this meeting, else none', () => {
    const itemOf = (history: readonly MotionEvent[], command: OpenVote, room = {}) => {
      const outcome = settle(
        decider.decide(stateAfter(decider, history), command, inRoom(room)),
        'live',
        inRoom(room),
      );
      return (
        outcome.accepted && outcome.events.map((event) => ('itemId' in event ? event.itemId : undefined))
      );
    };
    expect(itemOf(pending, { ...openVote, itemId: 'item-2' })).toEqual(['item-2']);
    expect(itemOf(pending, openVote)).toEqual(['item-1']);
    expect(itemOf(pending, openVote, { meetingId: 'meeting-2' })).toEqual([undefined]);
    expect(itemOf([drafted, submitted, moved, seconded], openVote)).toEqual([undefined]);
  });

  it('the meeting in which the vote is, not the one that agendized the motion', () => {
    motion(...pending)
      .when(
        { ...openVote, meetingId: 'meeting-2', itemId: 'item-9' },
        inRoom({ meetingId: 'meeting-2', revision: 3, itemIds: new Set(['item-9']) }),
      )
      .live.records({ ...opened, meetingId: 'meeting-2', itemId: 'item-9', meetingRevision: 3 });
  });

  it('ITEM_UNKNOWN: the item that is named is one of the meeting', () => {
    motion(...pending)
      .when({ ...openVote, itemId: 'item-9' }, facts())
      .live.rejectedWith('ITEM_UNKNOWN', { itemId: 'item-9', meetingId: 'meeting-1' })
      .historicalImport.rejectedWith('ITEM_UNKNOWN');
  });

  it('SECOND_REQUIRED: moot once the vote has started', () => {
    motion(...motionMoved)
      .when(openVote, facts())
      .live.rejectedWith('SECOND_REQUIRED', { rule: 'RR-01' })
      .minutes.records(opened)
      .withFindings('SECOND_REQUIRED');
  });

  it('VOTE_EVENT_EXISTS: a new vote after an abort has its own id', () => {
    const aborted: MotionEvent = { type: 'VoteAborted', voteEventId: 'vote-1', reason: 'disorder' };
    const history = motion(...pending, opened, aborted);
    history.when(openVote, facts()).minutes.rejectedWith('VOTE_EVENT_EXISTS');
    history
      .when({ ...openVote, voteEventId: 'vote-2' }, facts())
      .live.records({ ...opened, voteEventId: 'vote-2' });
  });

  it('TEXT_HASH_MISMATCH: the chair reads out what is on record', () => {
    motion(...pending)
      .when({ ...openVote, textSha256: 'c'.repeat(64) }, facts())
      .minutes.rejectedWith('TEXT_HASH_MISMATCH', { recorded: textSha256 });
  });

  it('BODY_UNKNOWN, BODY_DISSOLVED', () => {
    motion(...pending)
      .when(openVote, facts({ roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
    motion(...pending)
      .when(openVote, facts({ roster: { ...roster, dissolved: true } }))
      .live.rejectedWith('BODY_DISSOLVED')
      .minutes.records(opened)
      .withFindings('BODY_DISSOLVED');
  });

  it('MEETING_UNKNOWN, MEETING_OF_OTHER_BODY: no vote without a meeting of the body', () => {
    motion(...pending)
      .when(openVote, facts({ attendance: undefined }))
      .historicalImport.rejectedWith('MEETING_UNKNOWN');
    motion(...pending)
      .when(openVote, inRoom({ bodyId: 'other' }))
      .historicalImport.rejectedWith('MEETING_OF_OTHER_BODY');
  });

  it('MEETING_NOT_IN_SESSION, and OUTSIDE_MEETING of a Brown Act body', () => {
    const adjourned = { inSession: false };
    motion(...pending)
      .when(openVote, inRoom(adjourned))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
    motion(...pending)
      .when(openVote, inRoom(adjourned, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING', { rule: 'BA-16' })
      .minutes.withFindings('OUTSIDE_MEETING');
  });

  it('RULE_NOT_EVALUABLE: with what is wrong and where', () => {
    const noDenominator = ruleOf([{ ...bodyMajority, den: 0 }]);
    motion(...pending)
      .when({ ...openVote, rule: noDenominator }, facts())
      .historicalImport.rejectedWith('RULE_NOT_EVALUABLE', {
        problems: [{ path: 'passIfAny[0][0].den', problem: 'must be a whole number from 1 to 67108864' }],
      });
    motion(...pending)
      .when(openVote, facts({ roster: { ...roster, constituencyIds: [] } }))
      .minutes.rejectedWith('RULE_NOT_EVALUABLE');
  });

  it('UNKNOWN_VOTING_RIGHT', () => {
    motion(...pending)
      .when(openVote, facts({ roster: rosterWith({ pupil: { votingRight: 'unknown' } }) }))
      .live.rejectedWith('UNKNOWN_VOTING_RIGHT', { seatIds: ['pupil'] })
      .historicalImport.records('VoteOpened')
      .withFindings('UNKNOWN_VOTING_RIGHT');
  });

  it.each([
    [
      'QUORUM_NOT_ESTABLISHED',
      ['lausd-1', 'utla-1', 'utla-2'],
      ['QUORUM_NOT_ESTABLISHED', 'CONSTITUENCY_QUORUM_LOST'],
    ],
    ['CONSTITUENCY_QUORUM_LOST', ['lausd-1', 'utla-1', 'utla-2', 'utla-3'], ['CONSTITUENCY_QUORUM_LOST']],
    ['MANDATORY_SEAT_ABSENT', everybody.filter((seatId) => seatId !== 'utla-1'), ['MANDATORY_SEAT_ABSENT']],
  ])('%s', (code, present, findings) => {
    motion(...pending)
      .when(openVote, inRoom({ present }))
      .live.rejectedWith(code)
      .minutes.records(opened)
      .withFindings(...findings);
  });

  it('a member who recused from the item does not count for the quorum, where the rule says so', () => {
    const room = inRoom({ recused: ['lausd-3'] });
    motion(...pending)
      .when(openVote, room)
      .live.rejectedWith('CONSTITUENCY_QUORUM_LOST');
    const counting = { ...rule, recusal: { countsForQuorum: true, reducesSeatBase: false } };
    motion(...pending)
      .when({ ...openVote, rule: counting }, room)
      .live.records('VoteOpened')
      .withFindings();
    motion(...pending)
      .when({ ...openVote, itemId: 'item-2' }, room)
      .live.records('VoteOpened');
  });

  describe('of a Brown Act body', () => {
    const brown = facts({ regime: 'BROWN_ACT' });
    it('NOT_ON_POSTED_AGENDA: an item that was not posted', () => {
      motion(...pending)
        .when({ ...openVote, itemId: 'item-2' }, brown)
        .live.rejectedWith('NOT_ON_POSTED_AGENDA', { rule: 'BA-05', itemId: 'item-2' })
        .minutes.withFindings('NOT_ON_POSTED_AGENDA');
      motion(...pending)
        .when(openVote, brown)
        .live.records(opened)
        .withFindings();
      motion(...pending)
        .when({ ...openVote, itemId: 'item-2' }, facts())
        .live.records('VoteOpened')
        .withFindings();
    });
    it('NOT_ON_POSTED_AGENDA: no item at all', () => {
      motion(drafted, submitted, moved, seconded)
        .when(openVote, brown)
        .live.rejectedWith('NOT_ON_POSTED_AGENDA');
    });
    it('SECRET_BALLOT_FORBIDDEN', () => {
      motion(...pending)
        .when({ ...openVote, method: 'secret' }, brown)
        .live.rejectedWith('SECRET_BALLOT_FORBIDDEN', { rule: 'BA-10' })
        .historicalImport.records({ ...opened, method: 'secret' })
        .withFindings('SECRET_BALLOT_FORBIDDEN');
      motion(...pending)
        .when({ ...openVote, method: 'secret' }, facts())
        .live.records('VoteOpened')
        .withFindings();
    });
  });

  it('collects every objection when it is typed from minutes', () => {
    motion(drafted, submitted, agendized, moved)
      .when(
        { ...openVote, method: 'secret', itemId: 'item-2' },
        inRoom({ inSession: false, present: [] }, { regime: 'BROWN_ACT' }),
      )
      .minutes.records('VoteOpened')
      .withFindings(
        'SECOND_REQUIRED',
        'OUTSIDE_MEETING',
        'NOT_ON_POSTED_AGENDA',
        'SECRET_BALLOT_FORBIDDEN',
        'QUORUM_NOT_ESTABLISHED',
        'CONSTITUENCY_QUORUM_LOST',
        'MANDATORY_SEAT_ABSENT',
      );
  });
});
