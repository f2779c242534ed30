import { describe, it } from '@jest/globals';
import { given } from '../testing/index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { Command, MotionEvent } from './index.ts';
import {
  attendance,
  agendized,
  drafted,
  facts,
  inRoom,
  roster,
  rule,
  submitted,
  textSha256,
  voting,
} from './testing/committee.ts';

const motion = given(decider);

describe('DraftMotion', () => {
  const text = 'Resolved, that two more schools are recommended.';
  const draftMotion: Command = { type: 'DraftMotion', bodyId: 'cssc', title: 'Two more schools', text };

  it('pins the text by its hash', () => {
    motion().when(draftMotion, facts()).live.records(drafted);
  });
  it('BODY_UNKNOWN', () => {
    motion()
      .when(draftMotion, facts({ roster: undefined }))
      .historicalImport.rejectedWith('BODY_UNKNOWN', { bodyId: 'cssc' });
  });
  it('BODY_DISSOLVED: irregular', () => {
    motion()
      .when(draftMotion, facts({ roster: { ...roster, dissolved: true } }))
      .live.rejectedWith('BODY_DISSOLVED')
      .historicalImport.records('MotionDrafted')
      .withFindings('BODY_DISSOLVED');
  });
  it('TEXT_HASH_MISSING: a text without its hash is nothing', () => {
    motion()
      .when(draftMotion, facts({ textSha256: undefined }))
      .minutes.rejectedWith('TEXT_HASH_MISSING');
  });
  it('names the motion of its body that it cures', () => {
    const cure: Command = { ...draftMotion, cures: 'three-more-schools' };
    motion()
      .when(cure, facts({ cured: { bodyId: 'cssc' } }))
      .live.records({ ...drafted, cures: 'three-more-schools' } as MotionEvent)
      .withFindings();
    motion()
      .when(cure, facts({ cured: undefined }))
      .historicalImport.rejectedWith('MOTION_UNKNOWN', { motionId: 'three-more-schools' });
    motion()
      .when(cure, facts({ cured: { bodyId: 'other' } }))
      .historicalImport.rejectedWith('CURED_MOTION_OF_OTHER_BODY', { rule: 'BA-18', motionOf: 'other' });
  });
  it('only once', () => {
    motion(drafted)
      .when(draftMotion, facts())
      .minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION', { status: 'drafted' });
  });
});

describe('ReviseMotionText', () => {
  const revise: Command = {
    type: 'ReviseMotionText',
    text: 'Resolved, that three more schools are recommended.',
  };
  const other = 'b'.repeat(64);

  it('replaces the text and its hash', () => {
    motion(drafted)
      .when(revise, facts({ textSha256: other }))
      .live.records({ type: 'MotionTextRevised', text: revise.text, textSha256: other });
  });
  it.each([
    ['submitted', [drafted, submitted]],
    ['put to the vote', voting],
  ])('TEXT_FROZEN: %s', (_name, history) => {
    motion(...history)
      .when(revise, facts())
      .minutes.rejectedWith('TEXT_FROZEN');
  });
  it('needs a draft', () => {
    motion()
      .when(revise, facts())
      .minutes.rejectedWith('UNKNOWN_MOTION_STATE_TRANSITION', { status: 'none' });
  });
});

describe('SubmitMotion', () => {
  it('by nobody in particular, or by a seat, with a vote or without', () => {
    motion(drafted).when({ type: 'SubmitMotion' }, facts()).live.records({ type: 'MotionSubmitted' });
    motion(drafted)
      .when({ type: 'SubmitMotion', seatId: 'pupil' }, facts())
      .live.records({ type: 'MotionSubmitted', seatId: 'pupil' });
  });
  it.each(['visitor', 'lausd-vacant'])('NOT_ENTITLED_AS_OF: %s', (seatId) => {
    motion(drafted)
      .when({ type: 'SubmitMotion', seatId }, facts())
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF', { seatId });
  });
});

describe('AgendizeMotion', () => {
  const agendize: Command = { type: 'AgendizeMotion', meetingId: 'meeting-1', itemId: 'item-1' };
  const history: readonly MotionEvent[] = [drafted, submitted];

  it('puts the motion on the agenda of a meeting to come', () => {
    motion(...history)
      .when(agendize, inRoom({ inSession: false, present: [] }))
      .live.records(agendized);
  });
  it('MEETING_UNKNOWN', () => {
    motion(...history)
      .when(agendize, facts({ attendance: undefined }))
      .minutes.rejectedWith('MEETING_UNKNOWN');
  });
  it('ITEM_UNKNOWN: an item that nobody added to the agenda', () => {
    motion(...history)
      .when({ ...agendize, itemId: 'item-9' }, facts())
      .live.rejectedWith('ITEM_UNKNOWN', { itemId: 'item-9' })
      .historicalImport.rejectedWith('ITEM_UNKNOWN');
  });
  it('MEETING_OF_OTHER_BODY', () => {
    const elsewhere = facts({ attendance: attendance({ bodyId: 'other' }) });
    motion(...history)
      .when(agendize, elsewhere)
      .minutes.rejectedWith('MEETING_OF_OTHER_BODY', { bodyId: 'other' });
  });
});

describe('the hash of a revised text', () => {
  it('is the one that a vote pins', () => {
    const revised: MotionEvent = { type: 'MotionTextRevised', text: 'x', textSha256: 'b'.repeat(64) };
    motion(drafted, revised, ...voting.slice(1, -1))
      .when({ type: 'OpenVote', voteEventId: 'vote-1', rule, method: 'voice', textSha256 }, facts())
      .minutes.rejectedWith('TEXT_HASH_MISMATCH', { read: textSha256, recorded: 'b'.repeat(64) });
  });
});
