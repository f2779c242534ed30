import { describe, expect, it } from '@jest/globals';
import { projected, v01 } from '../testing/index.ts';
import { getMotion, listMotions, motionTimeline } from '../index.ts';
import { motionTimelineModel } from '../motion-timeline/model.ts';
import { motionsModel } from './model.ts';

const models = [motionsModel, motionTimelineModel];
const { minutes, motionId, voteEventId } = v01;
const { events } = v01.v01Meeting();
const ofMotion = events.filter(({ category }) => category === 'motion');
const without = (...types: readonly string[]) => events.filter(({ event }) => !types.includes(event.type));

describe('the timeline of a motion', () => {
  const { entries } = motionTimeline(projected(models, events), motionId)!;

  it('is all its events, in order, with who recorded them and when they happened', () => {
    expect(entries.map(({ type }) => type)).toEqual(ofMotion.map(({ event }) => event.type));
    expect(entries.map(({ position }) => position)).toEqual(ofMotion.map(({ position }) => String(position)));
    expect(entries.map(({ provenance }) => provenance.revision)).toEqual(ofMotion.map((_, i) => i));
    expect(entries.map(({ type }) => type).filter((type) => type !== 'BallotRecorded')).toEqual([
      'MotionDrafted',
      'MotionSubmitted',
      'MotionAgendized',
      'MotionMoved',
      'MotionSeconded',
      'VoteOpened',
      'AdvisoryBallotRecorded',
      'VoteClosed',
      'MotionRejected',
    ]);
    for (const { recordedBy } of entries)
      expect(recordedBy).toEqual({ actorId: 'secretary-1', role: 'secretary' });
    expect(entries.at(-1)).toMatchObject({
      details: { voteEventId, reason: 'TEST_FAILED' },
      provenance: { occurredAt: minutes(15), recordingMode: 'live' },
    });
  });

  it('names the rule, and leaves what is large to the decision', () => {
    const detailsOf = (type: string) => entries.find((entry) => entry.type === type)?.details;
    expect(detailsOf('VoteOpened')).toMatchObject({
      ruleId: 'concurrent-majority',
      clauseRef: { clause: 'IV.3' },
      textSha256: v01.textSha256,
    });
    expect(detailsOf('VoteOpened')).not.toHaveProperty('eligibility');
    expect(detailsOf('VoteClosed')).toMatchObject({ result: 'fail', reason: 'TEST_FAILED' });
    expect(detailsOf('VoteClosed')).not.toHaveProperty('rollCall');
    expect(detailsOf('VoteClosed')).not.toHaveProperty('tally');
  });

  it('says of every event who recorded it, where several did', () => {
    const mixed = events.map((one, i) => ({
      ...one,
      envelope: { ...one.envelope, recordedBy: { actorId: `clerk-${i % 3}`, role: 'secretary' } },
    }));
    const told = motionTimeline(projected(models, mixed, [events.length - 7]), motionId)!.entries;
    expect(told.map(({ recordedBy }) => recordedBy)).toEqual(
      mixed.filter(({ category }) => category === 'motion').map(({ envelope }) => envelope.recordedBy),
    );
  });
});

describe('a motion', () => {
  it('tells its text, who moved it, and where it stands', () => {
    expect(getMotion(projected(models, events), motionId)).toMatchObject({
      motionId,
      bodyId: v01.committeeId,
      meetingId: v01.meetingId,
      title: 'Two more schools',
      text: v01.text,
      textSha256: v01.textSha256,
      classification: 'main',
      itemId: 'item-1',
      status: 'rejected',
      revision: ofMotion.length - 1,
      moved: { seatId: 'lausd-2', constituencyId: 'LAUSD' },
      seconded: { seatId: 'utla-2', constituencyId: 'UTLA' },
    });
  });

  it('tells its vote with the ballot of every seat', () => {
    const [vote] = getMotion(projected(models, events), motionId)!.votes;
    expect(vote).toMatchObject({
      voteEventId,
      status: 'closed',
      decisionId: `${motionId}:${voteEventId}`,
      method: 'roll_call',
      openedAt: minutes(10),
      closedAt: minutes(15),
      result: 'fail',
    });
    const counted = vote!.ballots.filter(({ advisory }) => !advisory);
    expect(counted.map(({ seatId, option }) => [seatId, option])).toEqual([...v01.v01]);
    expect(vote!.ballots[0]).toMatchObject({ seatId: 'pupil', option: 'yes', advisory: true });
  });

  it('shows a changed ballot once, and an aborted vote with its reason', () => {
    const { record, decide } = v01.meetingBeforeVote();
    decide(10, { type: 'OpenVote', voteEventId, rule: v01.concurrentMajority, method: 'voice' });
    decide(11, { type: 'RecordBallot', voteEventId, seatId: 'utla-3', option: 'yes' });
    decide(12, { type: 'RecordBallot', voteEventId, seatId: 'utla-4', option: 'no' });
    decide(13, { type: 'ChangeBallot', voteEventId, seatId: 'utla-3', option: 'abstain' });
    const reads = () => projected(models, record.events);
    expect(getMotion(reads(), motionId)).toMatchObject({ status: 'voting', votes: [{ status: 'open' }] });
    decide(14, { type: 'AbortVote', voteEventId, reason: 'disorder' });
    const motion = getMotion(reads(), motionId)!;
    expect(motion.status).toBe('pending');
    expect(motion.votes).toMatchObject([{ status: 'aborted', reason: 'disorder' }]);
    expect(motion.votes[0]!.ballots).toMatchObject([
      { seatId: 'utla-3', option: 'abstain', by: 'member' },
      { seatId: 'utla-4', option: 'no', by: 'member' },
    ]);
  });

  it('keeps what is known where events are missing', () => {
    for (const type of new Set(ofMotion.map(({ event }) => event.type))) {
      const reads = projected(models, without(type));
      expect(getMotion(reads, motionId)).toMatchObject({ motionId });
      expect(motionTimeline(reads, motionId)!.entries.map((entry) => entry.type)).not.toContain(type);
    }
    const undrafted = getMotion(projected(models, without('MotionDrafted')), motionId)!;
    expect(undrafted).toMatchObject({ status: 'rejected', meetingId: v01.meetingId });
    for (const unknown of ['title', 'bodyId', 'text']) expect(undrafted).not.toHaveProperty(unknown);
    const unopened = getMotion(projected(models, without('VoteOpened')), motionId)!;
    expect(unopened.votes).toMatchObject([{ status: 'closed', result: 'fail' }]);
    expect(unopened.votes[0]).not.toHaveProperty('openedAt');
  });

  it('that is not in the record is nothing', () => {
    const reads = projected(models, events);
    expect(getMotion(reads, 'another')).toBeUndefined();
    expect(motionTimeline(reads, 'another')).toBeUndefined();
  });
});

describe('the list of motions', () => {
  it('is in the order of the record, latest first, by body, status and meeting', () => {
    const { record } = v01.meetingBeforeVote();
    const draft = events.find(({ event }) => event.type === 'MotionDrafted')!.event;
    for (const id of ['m-1', 'm-2', 'm-3']) record.add('motion', id, draft);
    record.add('motion', 'm-2', { type: 'MotionSubmitted' });
    const reads = projected(models, record.events);
    const idsOf = (request: Parameters<typeof listMotions>[1]) =>
      listMotions(reads, request).items.map((one) => one.motionId);
    expect(idsOf({})).toEqual(['m-3', 'm-2', 'm-1', motionId]);
    expect(idsOf({ status: 'submitted' })).toEqual(['m-2']);
    expect(idsOf({ meetingId: v01.meetingId })).toEqual([motionId]);
    expect(idsOf({ bodyId: 'another' })).toEqual([]);
    const first = listMotions(reads, { limit: 2 });
    record.add('motion', 'm-4', draft);
    const rest = listMotions(projected(models, record.events), { cursor: first.next });
    expect(rest.items.map((one) => one.motionId)).toEqual(['m-1', motionId]);
  });
});
