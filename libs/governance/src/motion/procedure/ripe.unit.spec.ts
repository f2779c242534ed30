import { describe, expect, it } from '@jest/globals';
import { given } from '../../testing/index.ts';
import { streamsRead } from '../index.ts';
import type { Command, MotionEvent } from '../index.ts';
import { opened, pending, rule } from '../testing/committee.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import { consensusRule } from '../testing/rounds.ts';
import {
  adoptedOf,
  draftOf,
  otherMotion,
  pendingOf,
  rejectedOf,
  strikeTwo,
  withOthers,
} from '../testing/others.ts';

const motion = given(decider);
const open: Command = { type: 'OpenVote', voteEventId: 'vote-1', rule, method: 'roll_call' };
const amendment = otherMotion('motion-2', pendingOf('subsidiary.amend', { amendment: strikeTwo }));
const secondary = otherMotion(
  'motion-3',
  pendingOf('subsidiary.amend', { appliesTo: 'motion-2', amendment: strikeTwo, degree: 2 }),
);
const advisory = { rulesOfOrder: 'RONR', precedence: 'advisory', smallBoard: false } as const;

describe('a question that is put while something is pending on it', () => {
  const ways: readonly Command[] = [
    open,
    { type: 'CallConsensus', roundId: 'round-1', rule: consensusRule },
    { type: 'DeclareUnanimousConsent', consentId: 'consent-1', rule },
  ];
  it.each(ways.map((command) => [command.type, command] as const))(
    '%s: HIGHER_PRECEDENCE_PENDING (RR-02), refused where order is strict',
    (_type, command) => {
      motion(...pending)
        .when(command, withOthers([amendment]))
        .live.rejectedWith('HIGHER_PRECEDENCE_PENDING', { rule: 'RR-02', pending: 'motion-2' })
        .minutes.withFindings('HIGHER_PRECEDENCE_PENDING');
    },
  );
  it('is found, and not refused, where the table is advice; what was read is pinned', () => {
    motion(...pending)
      .when(open, withOthers([amendment], { order: advisory }))
      .live.records({ ...opened, pendingMotions: [{ motionId: 'motion-2', revision: 2 }] })
      .withFindings('HIGHER_PRECEDENCE_PENDING');
  });
  it('an amendment of its amendment comes first, too; the last one made is put', () => {
    motion(...pending)
      .when(open, withOthers([{ ...amendment, state: { ...amendment.state, status: 'voting' } }, secondary]))
      .live.rejectedWith('HIGHER_PRECEDENCE_PENDING');
    motion(...pendingOf('subsidiary.amend', { appliesTo: 'motion-2', amendment: strikeTwo, degree: 2 }))
      .when(open, withOthers([otherMotion('motion-1', pending), amendment], { motionId: 'motion-3' }))
      .live.records('VoteOpened')
      .withFindings();
  });
  it('is put when they are disposed of, and beside another main motion', () => {
    motion(...pending)
      .when(
        open,
        withOthers([
          otherMotion('motion-2', rejectedOf('subsidiary.amend', { amendment: strikeTwo })),
          otherMotion('motion-4', pending),
        ]),
      )
      .live.records(opened)
      .withFindings();
  });
});

describe('an adopted amendment', () => {
  const adopted = otherMotion('motion-2', adoptedOf('subsidiary.amend', { amendment: strikeTwo }));
  it('AMENDMENT_NOT_APPLIED: stands in the text before the question is put', () => {
    motion(...pending)
      .when(open, withOthers([adopted]))
      .live.rejectedWith('AMENDMENT_NOT_APPLIED', { byMotionId: 'motion-2' })
      .minutes.withFindings('AMENDMENT_NOT_APPLIED');
  });
  const amended: MotionEvent = {
    ...{ type: 'MotionTextAmended', byMotionId: 'motion-2', byMotionRevision: 4, amendment: strikeTwo },
    ...{ beforeSha256: 'a'.repeat(64), afterSha256: 'c'.repeat(64), text: 'three' },
  };
  it('does so after it was applied', () => {
    motion(...pending, amended)
      .when(open, withOthers([adopted]))
      .live.records('VoteOpened')
      .withFindings();
  });
  it('ALREADY_CARRIED_OUT (RR-07): is not reconsidered when the text has it', () => {
    const parent = otherMotion('motion-1', [...pending, amended]);
    const again = otherMotion('motion-5', pendingOf('bringback.reconsider', { appliesTo: 'motion-2' }));
    motion(...adoptedOf('subsidiary.amend', { amendment: strikeTwo }))
      .when(
        { type: 'MoveReconsideration', byMotionId: 'motion-5' },
        withOthers([parent, again], { motionId: 'motion-2' }),
      )
      .live.rejectedWith('ALREADY_CARRIED_OUT', { appliesTo: 'motion-1' })
      .minutes.withFindings('ALREADY_CARRIED_OUT');
    motion(draftOf('bringback.reconsider', { appliesTo: 'motion-2' }))
      .when(
        { type: 'MoveMotion', meetingId: 'meeting-1', seatId: 'lausd-2' },
        withOthers([parent, adopted], { motionId: 'motion-5' }),
      )
      .live.rejectedWith('ALREADY_CARRIED_OUT');
  });
});

describe('a motion on another one', () => {
  it('NOTHING_PENDING: is not voted on when that one is decided', () => {
    const decided = otherMotion('motion-1', [
      ...pending,
      opened,
      { type: 'MotionAdopted', voteEventId: 'vote-1' },
    ]);
    motion(...pendingOf('subsidiary.amend', { amendment: strikeTwo }))
      .when(open, withOthers([decided], { motionId: 'motion-2' }))
      .live.rejectedWith('NOTHING_PENDING', { status: 'adopted' })
      .minutes.withFindings('NOTHING_PENDING');
  });
  it('reconsiders it also when the reconsideration is on record', () => {
    const suspended = otherMotion('motion-1', [
      ...pending,
      opened,
      { type: 'MotionAdopted', voteEventId: 'vote-1' },
      { type: 'ReconsiderationMoved', byMotionId: 'motion-2', byMotionRevision: 2 },
    ]);
    motion(...pendingOf('bringback.reconsider'))
      .when(open, withOthers([suspended], { motionId: 'motion-2' }))
      .live.records('VoteOpened')
      .withFindings();
  });
  it('asks for what is before the meeting, and for the motion on which it was made', () => {
    const { state } = amendment;
    expect(streamsRead(state, open)).toMatchObject({ floor: true, motionIds: ['motion-1'] });
  });
});

describe('what a motion brought about', () => {
  const effect = { kind: 'adopt_version', instrumentId: 'bylaws', versionId: '2027' } as const;
  const adopted = adoptedOf('main', { effect });
  const stands = 'EFFECT_STANDS';
  it('is not undone by rescinding or voiding the motion, and the record says so', () => {
    const by = withOthers([otherMotion('motion-2', adoptedOf('bringback.rescind'))]);
    motion(...adopted)
      .when({ type: 'RescindMotion', byMotionId: 'motion-2' }, by)
      .live.records('MotionRescinded')
      .withFindings(stands);
    motion(...adopted)
      .when({ type: 'VoidMotion', basis: 'court', reason: 'A court found so.' }, withOthers([]))
      .live.records('MotionVoided')
      .withFindings(stands);
  });
  it('stands while the motion is reconsidered (RR-08)', () => {
    const by = withOthers([otherMotion('motion-2', pendingOf('bringback.reconsider'))]);
    motion(...adopted)
      .when({ type: 'MoveReconsideration', byMotionId: 'motion-2' }, by)
      .live.records('ReconsiderationMoved')
      .withFindings(stands);
  });
  it('is not taken back before the body did so', () => {
    const later = otherMotion('motion-2', adoptedOf('bringback.rescind'));
    const since = { ...later.state.since!, earliest: '2030-01-01T00:00:00.000Z', literal: '2030-01-01' };
    motion(...adopted)
      .when(
        { type: 'RescindMotion', byMotionId: 'motion-2' },
        withOthers([{ ...later, state: { ...later.state, since } }]),
      )
      .historicalImport.rejectedWith('TIME_INVERTED');
  });
});
