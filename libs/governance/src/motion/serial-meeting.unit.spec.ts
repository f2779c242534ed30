import { describe, it } from '@jest/globals';
import { atInstant, parseWhen } from '../kernel/index.ts';
import { given, happened } from '../testing/index.ts';
import { byClause as decider } from './testing/by-clause.ts';
import type { Facts, MotionEvent } from './index.ts';
import {
  ballot,
  facts,
  inRoom,
  motionMoved,
  moved,
  now,
  pending,
  roster,
  voting,
} from './testing/committee.ts';
import type { Room } from './testing/committee.ts';

const motion = given(decider);
const later = atInstant('2026-09-03T18:00:00Z');
const sat = { from: atInstant('2026-09-01T16:00:00Z'), to: atInstant('2026-09-01T19:00:00Z') };
const outside: Room = { inSession: false, sittings: [sat] };
const brownAct = (room: Room = outside, changes: Partial<Facts> = {}): Facts =>
  inRoom(room, { regime: 'BROWN_ACT', at: later, ...changes });
const cast = (...seatIds: readonly string[]) =>
  seatIds.map((seatId) => happened(later, ballot(seatId, 'yes')));
const votes = (seatId: string, option: 'yes' | 'recused' | 'absent' = 'yes') =>
  ({ type: 'RecordBallot', voteEventId: 'vote-1', seatId, option }) as const;
/** Seven seats are authorized: four are a majority. */
const three = ['lausd-1', 'lausd-2', 'utla-1'] as const;
const all = [...three, 'utla-2'];
const found = { seatIds: all, seats: 7, meetingId: 'meeting-1' };
const one = 'irregular OUTSIDE_MEETING by BA-16';
const series = 'irregular SERIAL_MEETING by BA-16';

describe('SERIAL_MEETING: a majority acted one by one outside a meeting (BA-16)', () => {
  it('is found with the ballot that makes it one, once; live there is no such ballot', () => {
    motion(...voting, ...cast(...three))
      .when(votes('utla-2'), brownAct())
      .live.rejectedWith('OUTSIDE_MEETING', { rule: 'BA-16' })
      .minutes.withRuled(one, series)
      .historicalImport.withRuled(one, series);
    motion(...voting, ...cast('lausd-1', 'lausd-2'))
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one);
    motion(...voting, ...cast(...all))
      .when(votes('utla-3'), brownAct())
      .minutes.withRuled(one)
      .historicalImport.withRuled(one);
  });
  it('says which seats, and of how many', () => {
    for (const mode of ['minutes', 'historicalImport'] as const)
      motion(...voting, ...cast(...three))
        .when(votes('utla-2'), brownAct())
        [mode].withInputs(found);
  });
  it('does not count who acted in the meeting, or was away, or has no vote', () => {
    motion(...voting, ...three.map((seatId) => happened(now, ballot(seatId, 'yes'))))
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one);
    motion(...voting, ...cast(...three.slice(1)), happened(later, ballot('lausd-1', 'absent')))
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one);
    const pupil = happened<MotionEvent>(later, {
      type: 'AdvisoryBallotRecorded',
      voteEventId: 'vote-1',
      seatId: 'pupil',
      option: 'yes',
    });
    motion(...voting, ...cast(...three.slice(1)), pupil)
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one);
  });
  it('does not count what may have happened in the meeting', () => {
    const day = parseWhen('2026-09-01', 'America/Los_Angeles')!;
    motion(...voting, ...three.map((seatId) => happened(day, ballot(seatId, 'yes'))))
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one);
  });
  it('adds up positions and ballots, and a ballot that is changed counts once', () => {
    const position = (seatId: string) =>
      happened<MotionEvent>(later, {
        type: 'ConsensusPositionRecorded',
        roundId: 'round-0',
        seatId,
        position: 'agree',
        by: 'member',
      });
    motion(...pending, position('lausd-1'), position('lausd-2'), voting.at(-1)!, ...cast('lausd-1', 'utla-1'))
      .when(votes('utla-2'), brownAct())
      .minutes.withRuled(one, series);
    motion(...voting, ...cast(...three))
      .when({ type: 'ChangeBallot', voteEventId: 'vote-1', seatId: 'utla-1', option: 'no' }, brownAct())
      .minutes.withRuled(one);
  });
  it('is found where a majority consents to a motion in a recess', () => {
    const { rule } = voting.at(-1) as Extract<MotionEvent, { type: 'VoteOpened' }>;
    motion(...pending)
      .when({ type: 'DeclareUnanimousConsent', consentId: 'consent-1', rule }, brownAct())
      .minutes.withRuled(one, 'irregular CONSENT_WITHOUT_ROLL_CALL by BA-09', series);
  });
  it('is no matter of a body that the law does not bind', () => {
    motion(...voting, ...cast(...three))
      .when(votes('utla-2'), facts({ ...brownAct(), regime: 'BYLAWS_ONLY' }))
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
  });
  it('takes the seats of the roster where no question is put yet: who moves and who seconds may be a majority', () => {
    const names: readonly string[] = three;
    const ofThree = {
      ...roster,
      seats: roster.seats.filter(({ seatId }) => names.includes(seatId)),
      authorized: { body: 3, constituencies: [] },
    };
    motion(...motionMoved.slice(0, -1), happened(later, moved))
      .when({ type: 'SecondMotion', seatId: 'utla-1' }, brownAct(outside, { roster: ofThree }))
      .live.rejectedWith('SERIAL_MEETING', { rule: 'BA-16' })
      .minutes.withRuled(series)
      .historicalImport.withRuled(series);
  });
});
