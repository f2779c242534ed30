import { describe, it } from '@jest/globals';
import { given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command } from './index.ts';
import {
  drafted,
  agendized,
  facts,
  inRoom,
  moved,
  motionMoved,
  pending,
  roster,
  rosterWith,
  seconded,
  submitted,
} from './testing/committee.ts';

const motion = given(decider);

describe('MoveMotion', () => {
  const by = (seatId: string): Command => ({ type: 'MoveMotion', meetingId: 'meeting-1', seatId });
  const history = motion(drafted, submitted, agendized);

  it('records the mover and the mover’s side', () => {
    history.when(by('lausd-2'), facts()).live.records(moved);
  });
  it('without an agenda, where the body needs none', () => {
    motion(drafted, submitted).when(by('lausd-2'), facts()).live.records(moved).withFindings();
  });
  it('NOT_ON_POSTED_AGENDA: a Brown Act body moves what was agendized', () => {
    motion(drafted, submitted)
      .when(by('lausd-2'), facts({ regime: 'BROWN_ACT' }))
      .live.rejectedWith('NOT_ON_POSTED_AGENDA', { rule: 'BA-05' })
      .minutes.records(moved)
      .withFindings('NOT_ON_POSTED_AGENDA');
  });
  it.each(['visitor', 'lausd-vacant'])('NOT_ENTITLED_AS_OF: %s', (seatId) => {
    history.when(by(seatId), facts()).historicalImport.rejectedWith('NOT_ENTITLED_AS_OF', { seatId });
  });
  it.each(['pupil', 'observer'])('ADVISORY_SEAT: %s', (seatId) => {
    history
      .when(by(seatId), facts())
      .live.rejectedWith('ADVISORY_SEAT', { seatId })
      .minutes.records('MotionMoved')
      .withFindings('ADVISORY_SEAT');
  });
  it('UNKNOWN_VOTING_RIGHT', () => {
    history
      .when(by('lausd-2'), facts({ roster: rosterWith({ 'lausd-2': { votingRight: 'unknown' } }) }))
      .live.rejectedWith('UNKNOWN_VOTING_RIGHT')
      .historicalImport.records(moved)
      .withFindings('UNKNOWN_VOTING_RIGHT');
  });
  it.each(['convener', 'facilitator', 'process_observer'] as const)(
    'ROLE_FORBIDS_VOTING: a %s, by seat',
    (role) => {
      history
        .when(by('lausd-2'), facts({ roster: rosterWith({ 'lausd-2': { roles: [role] } }) }))
        .live.rejectedWith('ROLE_FORBIDS_VOTING', { rule: 'SP-11', role });
    },
  );
  it('ROLE_FORBIDS_VOTING: a facilitator in person', () => {
    const otherRoles = [{ role: 'facilitator', holderId: 'holder-of-lausd-2' }] as const;
    history
      .when(by('lausd-2'), facts({ roster: { ...roster, otherRoles } }))
      .live.rejectedWith('ROLE_FORBIDS_VOTING', { role: 'facilitator' })
      .minutes.records(moved)
      .withFindings('ROLE_FORBIDS_VOTING');
  });
  it('NOT_PRESENT', () => {
    history
      .when(by('lausd-2'), inRoom({ present: ['lausd-1'] }))
      .live.rejectedWith('NOT_PRESENT', { seatId: 'lausd-2' })
      .minutes.records(moved)
      .withFindings('NOT_PRESENT');
  });
  it('MEETING_NOT_IN_SESSION, and OUTSIDE_MEETING of a Brown Act body', () => {
    const adjourned = { inSession: false };
    history
      .when(by('lausd-2'), inRoom(adjourned))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.records(moved)
      .withFindings('MEETING_NOT_IN_SESSION');
    history
      .when(by('lausd-2'), inRoom(adjourned, { regime: 'BROWN_ACT' }))
      .live.rejectedWith('OUTSIDE_MEETING', { rule: 'BA-16' })
      .minutes.records(moved)
      .withFindings('OUTSIDE_MEETING');
  });
  it('MEETING_UNKNOWN, MEETING_OF_OTHER_BODY', () => {
    history.when(by('lausd-2'), facts({ attendance: undefined })).minutes.rejectedWith('MEETING_UNKNOWN');
    history.when(by('lausd-2'), inRoom({ bodyId: 'other' })).minutes.rejectedWith('MEETING_OF_OTHER_BODY');
  });
});

describe('SecondMotion', () => {
  const by = (seatId: string): Command => ({ type: 'SecondMotion', seatId });
  const history = motion(...motionMoved);

  it('records who agrees that the body should consider it', () => {
    history.when(by('utla-1'), facts()).live.records(seconded).withFindings();
  });
  it('SELF_SECOND', () => {
    history
      .when(by('lausd-2'), facts())
      .live.rejectedWith('SELF_SECOND')
      .minutes.records('MotionSeconded')
      .withFindings('SELF_SECOND');
  });
  it('SECOND_WRONG_CONSTITUENCY: only where a clause asks for the other side', () => {
    history.when(by('lausd-1'), facts()).live.records('MotionSeconded').withFindings();
    history
      .when(by('lausd-1'), facts({ secondFromOtherConstituency: true }))
      .live.rejectedWith('SECOND_WRONG_CONSTITUENCY', { rule: 'SP-12', constituencyId: 'LAUSD' });
    history
      .when(by('lausd-2'), facts({ secondFromOtherConstituency: true }))
      .minutes.records('MotionSeconded')
      .withFindings('SELF_SECOND', 'SECOND_WRONG_CONSTITUENCY');
    history.when(by('utla-1'), facts({ secondFromOtherConstituency: true })).live.records(seconded);
  });
  it('NOT_ENTITLED_AS_OF, ADVISORY_SEAT, NOT_PRESENT', () => {
    history.when(by('visitor'), facts()).minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    history.when(by('pupil'), facts()).live.rejectedWith('ADVISORY_SEAT');
    history
      .when(by('utla-1'), inRoom({ present: [] }))
      .live.rejectedWith('NOT_PRESENT')
      .minutes.records(seconded)
      .withFindings('NOT_PRESENT');
  });
  const smallBoard = { rulesOfOrder: 'RONR', precedence: 'advisory', smallBoard: true } as const;
  it.each(['committee_motion', 'small_board'] as const)('needs no seat: %s', (exemption) => {
    history
      .when({ type: 'SecondMotion', exemption }, facts({ order: smallBoard }))
      .live.records({ type: 'MotionSeconded', exemption })
      .withFindings();
  });
  it('SECOND_REQUIRED: exempt as a small board, where the body has not adopted its rules', () => {
    const exempt = history.when({ type: 'SecondMotion', exemption: 'small_board' }, facts());
    exempt.live.rejectedWith('SECOND_REQUIRED', { rule: 'RR-01' }).minutes.withFindings('SECOND_REQUIRED');
    history
      .when({ type: 'SecondMotion', exemption: 'small_board' }, facts({ order: undefined }))
      .live.withRuled('info SECOND_REQUIRED by RR-01');
  });
  it('informs where nobody has said by which rules of order the body proceeds', () => {
    history
      .when(by('lausd-2'), facts({ order: undefined }))
      .live.records('MotionSeconded')
      .withRuled('info SELF_SECOND by RR-01');
  });
  it('SECOND_REQUIRED: minutes may say "seconded" and not by whom', () => {
    history
      .when({ type: 'SecondMotion' }, facts())
      .live.rejectedWith('SECOND_REQUIRED')
      .minutes.records({ type: 'MotionSeconded' })
      .withFindings('SECOND_REQUIRED');
  });
});

describe('LapseMotion', () => {
  it('for want of a second', () => {
    motion(...motionMoved)
      .when({ type: 'LapseMotion' }, facts())
      .live.records({ type: 'MotionLapsed', reason: 'no_second' });
  });
});

describe('WithdrawMotion', () => {
  const withdraw = (permission: 'mover' | 'body', seatId?: string): Command => ({
    type: 'WithdrawMotion',
    permission,
    ...(seatId !== undefined && { seatId }),
  });

  it('by the mover alone before the question is stated', () => {
    motion(...motionMoved)
      .when(withdraw('mover', 'lausd-2'), facts())
      .live.records({ type: 'MotionWithdrawn', permission: 'mover', seatId: 'lausd-2' });
  });
  it('WITHDRAWAL_NEEDS_PERMISSION: afterwards the body permits it', () => {
    motion(...pending)
      .when(withdraw('body'), facts())
      .live.records({ type: 'MotionWithdrawn', permission: 'body' });
    motion(...pending)
      .when(withdraw('mover'), facts())
      .live.rejectedWith('WITHDRAWAL_NEEDS_PERMISSION', { rule: 'RR-11' })
      .minutes.records('MotionWithdrawn')
      .withFindings('WITHDRAWAL_NEEDS_PERMISSION');
  });
  it('NOT_THE_MOVER', () => {
    motion(...motionMoved)
      .when(withdraw('mover', 'utla-1'), facts())
      .live.rejectedWith('NOT_THE_MOVER', { moverSeatId: 'lausd-2' })
      .minutes.records('MotionWithdrawn')
      .withFindings('NOT_THE_MOVER');
  });
});
