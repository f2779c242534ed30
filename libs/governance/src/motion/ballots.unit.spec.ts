import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { eligibilityOf } from '../tally/index.ts';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider } from './index.ts';
import type { VoteOption } from '../tally/index.ts';
import type { ChangeBallot, MotionEvent, RecordAdvisoryBallot, RecordBallot } from './index.ts';
import { ballot, everybody, facts, inRoom, rosterWith, voting, votingUnder } from './testing/committee.ts';

const motion = given(decider);
const without = (seatId: string) => everybody.filter((one) => one !== seatId);

describe('RecordBallot', () => {
  const by = (seatId: string, option: VoteOption, more: Partial<RecordBallot> = {}): RecordBallot => ({
    type: 'RecordBallot',
    voteEventId: 'vote-1',
    seatId,
    option,
    ...more,
  });
  const history = motion(...voting);

  it.each(['yes', 'no', 'abstain', 'recused'] as const)('%s', (option) => {
    history.when(by('lausd-1', option), facts()).live.records(ballot('lausd-1', option)).withFindings();
  });
  it('excused: of a member who is away', () => {
    history
      .when(by('lausd-1', 'excused'), inRoom({ present: [] }))
      .live.records(ballot('lausd-1', 'excused'))
      .withFindings();
  });
  it('paired: with another member', () => {
    const paired = { pairedWithSeatId: 'utla-2' };
    history
      .when(by('lausd-1', 'paired', paired), facts())
      .live.records(ballot('lausd-1', 'paired', paired))
      .withFindings();
  });

  it.each([
    ['paired', undefined],
    ['paired', 'lausd-1'],
    ['paired', 'visitor'],
    ['paired', 'pupil'],
    ['paired', 'lausd-vacant'],
    ['yes', 'utla-2'],
  ] as const)('PAIR_INVALID: %s with %s', (option, pairedWithSeatId) => {
    history
      .when(by('lausd-1', option, pairedWithSeatId === undefined ? {} : { pairedWithSeatId }), facts())
      .historicalImport.rejectedWith('PAIR_INVALID');
  });
  it.each(['visitor', 'lausd-vacant'])('NOT_ENTITLED_AS_OF: %s', (seatId) => {
    history.when(by(seatId, 'yes'), facts()).historicalImport.rejectedWith('NOT_ENTITLED_AS_OF', { seatId });
  });
  it.each([
    ['pupil', 'advisory'],
    ['observer', 'none'],
  ])('ADVISORY_SEAT: %s', (seatId, votingRight) => {
    history
      .when(by(seatId, 'yes'), facts())
      .historicalImport.rejectedWith('ADVISORY_SEAT', { seatId, votingRight });
  });
  it('the snapshot decides, whatever the roster has become', () => {
    history
      .when(by('lausd-1', 'yes'), facts({ roster: rosterWith({ 'lausd-1': { votingRight: 'none' } }) }))
      .live.records('BallotRecorded');
  });
  it('UNKNOWN_VOTING_RIGHT: kept in an import', () => {
    const eligibility = eligibilityOf(rosterWith({ 'lausd-1': { votingRight: 'unknown' } }));
    motion(...votingUnder({ eligibility }))
      .when(by('lausd-1', 'yes'), facts())
      .live.rejectedWith('UNKNOWN_VOTING_RIGHT')
      .historicalImport.records('BallotRecorded')
      .withFindings('UNKNOWN_VOTING_RIGHT');
  });
  it('ROLE_FORBIDS_VOTING', () => {
    const eligibility = eligibilityOf(rosterWith({ 'lausd-1': { roles: ['facilitator'] } }));
    motion(...votingUnder({ eligibility }))
      .when(by('lausd-1', 'yes'), facts())
      .live.rejectedWith('ROLE_FORBIDS_VOTING')
      .minutes.records('BallotRecorded')
      .withFindings('ROLE_FORBIDS_VOTING');
  });
  it.each(['yes', 'no'] as const)('DUPLICATE_BALLOT: %s after yes', (option) => {
    motion(...voting, ballot('lausd-1', 'yes'))
      .when(by('lausd-1', option), facts())
      .historicalImport.rejectedWith('DUPLICATE_BALLOT', { recorded: 'yes', option });
  });
  it('TIME_INVERTED: not before the vote was opened', () => {
    history
      .when(by('lausd-1', 'yes'), facts({ at: atInstant('2026-09-01T16:59:59Z') }))
      .minutes.rejectedWith('TIME_INVERTED');
  });
  it('RECUSED_CANNOT_VOTE', () => {
    const recused = inRoom({ recused: ['lausd-1'] });
    history
      .when(by('lausd-1', 'yes'), recused)
      .live.rejectedWith('RECUSED_CANNOT_VOTE', { rule: 'SP-10', itemId: 'item-1' })
      .minutes.records('BallotRecorded')
      .withFindings('RECUSED_CANNOT_VOTE');
    history.when(by('lausd-1', 'recused'), recused).live.records('BallotRecorded').withFindings();
    history.when(by('lausd-2', 'yes'), recused).live.records('BallotRecorded').withFindings();
  });
  it.each(['yes', 'no', 'abstain'] as const)('NOT_PRESENT: %s', (option) => {
    history
      .when(by('lausd-1', option), inRoom({ present: without('lausd-1') }))
      .live.rejectedWith('NOT_PRESENT', { seatId: 'lausd-1' })
      .minutes.records('BallotRecorded')
      .withFindings('NOT_PRESENT');
  });
  it('SEAT_IS_PRESENT: nobody who is there is excused', () => {
    history
      .when(by('lausd-1', 'excused'), facts())
      .live.rejectedWith('SEAT_IS_PRESENT')
      .minutes.records('BallotRecorded')
      .withFindings('SEAT_IS_PRESENT');
  });
  it('OPTION_IS_COMPUTED: absent and not voting come from the roll call, or from a source that states them', () => {
    history
      .when(by('lausd-1', 'not voting'), facts())
      .live.rejectedWith('OPTION_IS_COMPUTED')
      .minutes.records(ballot('lausd-1', 'not voting'))
      .withFindings('OPTION_IS_COMPUTED');
    history
      .when(by('lausd-1', 'absent'), inRoom({ present: [] }))
      .live.rejectedWith('OPTION_IS_COMPUTED')
      .historicalImport.records(ballot('lausd-1', 'absent'))
      .withFindings('OPTION_IS_COMPUTED');
    history
      .when(by('lausd-1', 'absent'), facts())
      .minutes.withFindings('OPTION_IS_COMPUTED', 'SEAT_IS_PRESENT');
  });

  describe('member and alternate', () => {
    const alternateSits = inRoom({ alternates: ['lausd-1'] });
    it('whoever sits votes', () => {
      history
        .when(by('lausd-1', 'yes'), alternateSits)
        .live.records(ballot('lausd-1', 'yes', { by: 'alternate' }));
      history
        .when(by('lausd-1', 'yes', { by: 'alternate' }), alternateSits)
        .live.records(ballot('lausd-1', 'yes', { by: 'alternate' }));
    });
    it('NOT_PRESENT: the member while the alternate sits, the alternate once the member is back', () => {
      history
        .when(by('lausd-1', 'yes', { by: 'member' }), alternateSits)
        .live.rejectedWith('NOT_PRESENT', { rule: 'SP-06', by: 'member', sitting: 'alternate' });
      history
        .when(by('lausd-1', 'yes', { by: 'alternate' }), facts())
        .live.rejectedWith('NOT_PRESENT', { rule: 'SP-06', by: 'alternate', sitting: 'member' })
        .minutes.records(ballot('lausd-1', 'yes', { by: 'alternate' }))
        .withFindings('NOT_PRESENT');
    });
    it('ALTERNATE_NOT_SITTING', () => {
      history
        .when(by('lausd-1', 'yes', { by: 'alternate' }), inRoom({ present: [] }))
        .minutes.records('BallotRecorded')
        .withFindings('NOT_PRESENT', 'ALTERNATE_NOT_SITTING');
    });
  });

  it('OUTSIDE_MEETING: no ballots of a Brown Act body outside its meeting', () => {
    history
      .when(by('lausd-1', 'yes'), inRoom({ inSession: false }, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING', { rule: 'BA-16' })
      .minutes.records('BallotRecorded')
      .withFindings('OUTSIDE_MEETING');
  });
});

describe('ChangeBallot', () => {
  const to = (option: VoteOption, more: Partial<ChangeBallot> = {}): ChangeBallot => ({
    type: 'ChangeBallot',
    voteEventId: 'vote-1',
    seatId: 'lausd-1',
    option,
    ...more,
  });
  const history = motion(...voting, ballot('lausd-1', 'yes'));

  it('keeps what was said before', () => {
    history
      .when(to('no'), facts())
      .live.records({
        type: 'BallotChanged',
        voteEventId: 'vote-1',
        seatId: 'lausd-1',
        from: 'yes',
        to: 'no',
      })
      .withFindings();
  });
  it('to a pair, and from one pair to another', () => {
    const change = { type: 'BallotChanged', voteEventId: 'vote-1', seatId: 'lausd-1' } as const;
    history
      .when(to('paired', { pairedWithSeatId: 'utla-1' }), facts())
      .live.records({ ...change, from: 'yes', to: 'paired', pairedWithSeatId: 'utla-1' });
    motion(...voting, ballot('lausd-1', 'paired', { pairedWithSeatId: 'utla-1' }))
      .when(to('paired', { pairedWithSeatId: 'utla-2' }), facts())
      .live.records({ ...change, from: 'paired', to: 'paired', pairedWithSeatId: 'utla-2' });
    history.when(to('paired'), facts()).minutes.rejectedWith('PAIR_INVALID');
  });
  it('TIME_INVERTED: not before the ballot was cast', () => {
    motion(...voting, happened('2026-09-01T17:30:00Z', ballot('lausd-1', 'yes')))
      .when(to('no'), facts({ at: atInstant('2026-09-01T17:29:00Z') }))
      .historicalImport.rejectedWith('TIME_INVERTED', { notBefore: '2026-09-01T17:30:00Z' });
  });
  it('NO_BALLOT_TO_CHANGE, BALLOT_UNCHANGED', () => {
    history.when(to('no', { seatId: 'lausd-2' }), facts()).minutes.rejectedWith('NO_BALLOT_TO_CHANGE');
    history.when(to('yes'), facts()).minutes.rejectedWith('BALLOT_UNCHANGED');
  });
  it('NOT_PRESENT, RECUSED_CANNOT_VOTE', () => {
    history
      .when(to('no'), inRoom({ present: without('lausd-1') }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.withFindings('NOT_PRESENT');
    history
      .when(to('no'), inRoom({ recused: ['lausd-1'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE')
      .minutes.withFindings('RECUSED_CANNOT_VOTE');
  });
  it('BALLOT_STANDS: the member does not change what the alternate voted', () => {
    motion(...voting, ballot('lausd-1', 'yes', { by: 'alternate' }))
      .when(to('no'), facts())
      .live.rejectedWith('BALLOT_STANDS', { rule: 'SP-06', by: 'alternate', sitting: 'member' })
      .minutes.records('BallotChanged')
      .withFindings('BALLOT_STANDS');
  });
  it('SP-06: an alternate who comes answers for a member who was recorded as away', () => {
    const excused = [...voting, ballot('lausd-1', 'excused')];
    const changed: MotionEvent = {
      type: 'BallotChanged',
      voteEventId: 'vote-1',
      seatId: 'lausd-1',
      from: 'excused',
      to: 'yes',
      by: 'alternate',
    };
    motion(...excused)
      .when(to('yes'), inRoom({ alternates: ['lausd-1'] }))
      .live.records(changed)
      .withFindings();
    const { vote } = stateAfter(decider, [...excused, changed]);
    expect(vote?.ballots.get('lausd-1')).toMatchObject({ option: 'yes', by: 'alternate' });
  });
  it('a second change starts from the first', () => {
    const changed = {
      type: 'BallotChanged',
      voteEventId: 'vote-1',
      seatId: 'lausd-1',
      from: 'yes',
      to: 'no',
    } as const;
    motion(...voting, ballot('lausd-1', 'yes', { by: 'alternate' }), changed)
      .when(to('abstain'), inRoom({ alternates: ['lausd-1'] }))
      .live.records({ ...changed, from: 'no', to: 'abstain' })
      .withFindings();
  });
});

describe('RecordAdvisoryBallot', () => {
  const by = (seatId: string, option: VoteOption = 'yes'): RecordAdvisoryBallot => ({
    type: 'RecordAdvisoryBallot',
    voteEventId: 'vote-1',
    seatId,
    option,
  });
  const recorded: MotionEvent = { ...by('pupil'), type: 'AdvisoryBallotRecorded' };
  const history = motion(...voting);

  it('is shown beside the vote', () => {
    history.when(by('pupil'), facts()).live.records(recorded).withFindings();
    expect(stateAfter(decider, [...voting, recorded]).vote?.ballots.size).toBe(0);
  });
  it.each(['lausd-1', 'observer'])('NOT_ADVISORY_SEAT: %s', (seatId) => {
    history.when(by(seatId), facts()).minutes.rejectedWith('NOT_ADVISORY_SEAT', { rule: 'SP-08', seatId });
  });
  it('NOT_ENTITLED_AS_OF, DUPLICATE_BALLOT, NOT_PRESENT', () => {
    history.when(by('visitor'), facts()).minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    motion(...voting, recorded)
      .when(by('pupil', 'no'), facts())
      .minutes.rejectedWith('DUPLICATE_BALLOT');
    history
      .when(by('pupil'), inRoom({ present: without('pupil') }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.records(recorded)
      .withFindings('NOT_PRESENT');
  });
  it('RECUSED_CANNOT_VOTE, PAIR_INVALID: as of any other seat', () => {
    history
      .when(by('pupil'), inRoom({ recused: ['pupil'] }))
      .live.rejectedWith('RECUSED_CANNOT_VOTE', { rule: 'SP-10' })
      .minutes.withFindings('RECUSED_CANNOT_VOTE');
    history.when(by('pupil', 'paired'), facts()).historicalImport.rejectedWith('PAIR_INVALID');
  });
  it('UNKNOWN_VOTING_RIGHT: one ballot of either kind', () => {
    const eligibility = eligibilityOf(rosterWith({ pupil: { votingRight: 'unknown' } }));
    const unknown = votingUnder({ eligibility });
    motion(...unknown)
      .when(by('pupil'), facts())
      .live.rejectedWith('UNKNOWN_VOTING_RIGHT')
      .historicalImport.records(recorded)
      .withFindings('UNKNOWN_VOTING_RIGHT');
    motion(...unknown, ballot('pupil', 'yes'))
      .when(by('pupil'), facts())
      .historicalImport.rejectedWith('DUPLICATE_BALLOT');
  });
});

describe('AbortVote', () => {
  it('TIME_INVERTED: not before a ballot, which has no order among others', () => {
    const ballots = [
      happened('2026-09-01T17:30:00Z', ballot('lausd-1', 'yes')),
      happened('2026-09-01T17:20:00Z', ballot('lausd-2', 'yes')),
    ];
    const abort = { type: 'AbortVote', voteEventId: 'vote-1', reason: 'disorder' } as const;
    motion(...voting, ...ballots)
      .when(abort, facts({ at: atInstant('2026-09-01T17:25:00Z') }))
      .minutes.rejectedWith('TIME_INVERTED', { notBefore: '2026-09-01T17:30:00Z' });
  });
  it('leaves the motion pending and its ballots in the record', () => {
    const abort = { voteEventId: 'vote-1', reason: 'quorum lost' };
    const aborted: MotionEvent = { type: 'VoteAborted', ...abort };
    const history = [...voting, ballot('lausd-1', 'yes')];
    motion(...history)
      .when({ type: 'AbortVote', ...abort }, facts())
      .live.records(aborted);
    const { status, vote, lastVote } = stateAfter(decider, [...history, aborted]);
    expect({ status, vote, lastVote }).toEqual({ status: 'pending', vote: undefined, lastVote: undefined });
  });
});
