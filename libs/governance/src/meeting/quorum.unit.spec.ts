import { describe, expect, it } from '@jest/globals';
import type { QuorumTest, QuorumTrace } from '../tally/index.ts';
import { stateAfter } from '../testing/index.ts';
import {
  arrived,
  at,
  departed,
  facts,
  givenMeeting,
  inSession,
  minutes,
  roster,
  scheduled,
} from './testing/committee.ts';
import { decider } from './index.ts';
import type { Command } from './index.ts';

const ofBody: QuorumTest = { scope: 'body', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' };
const ofEach: QuorumTest = {
  scope: 'each_constituency',
  base: 'seats_authorized',
  num: 1,
  den: 2,
  cmp: 'gte',
};
const coChairs: QuorumTest = { mandatorySeats: ['co_chair:district', 'co_chair:union'] };
const all = [ofBody, ofEach, coChairs];

const establish = (quorum: readonly QuorumTest[] = all): Command => ({ type: 'EstablishQuorum', quorum });
const lost = (quorum: readonly QuorumTest[] = all): Command => ({ type: 'NoteQuorumLost', quorum });
const withPresent = (...seatIds: readonly string[]) => [
  ...inSession,
  ...seatIds.map((seatId) => arrived(minutes(1), seatId)),
];
const established = at(minutes(2), { type: 'QuorumEstablished', trace: { pass: true, tests: [] } });

describe('EstablishQuorum', () => {
  it('records every test with its numbers', () => {
    const outcome = decider
      .decide(
        stateAfter(decider, withPresent('district-1', 'district-2', 'union-1')),
        establish(),
        facts(minutes(2)),
      )
      .next();
    expect(outcome).toMatchObject({
      done: true,
      value: [
        {
          type: 'QuorumEstablished',
          trace: {
            pass: true,
            tests: [
              { scope: 'body', present: 3, baseValue: 4 },
              { scope: 'each_constituency', parts: [{ present: 2 }, { present: 1 }] },
              { scope: 'mandatory_seats', pass: true },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['the body', ['district-1', 'union-1'], ['QUORUM_NOT_ESTABLISHED']],
    ['one side', ['district-1', 'district-2', 'union-1'], []],
    ['a co-chair', ['district-2', 'union-1', 'union-2'], ['MANDATORY_SEAT_ABSENT']],
    ['everyone', [], ['QUORUM_NOT_ESTABLISHED', 'CONSTITUENCY_QUORUM_LOST', 'MANDATORY_SEAT_ABSENT']],
    ['who may vote', ['adviser', 'unsaid', 'district-1', 'union-1'], ['QUORUM_NOT_ESTABLISHED']],
  ])('asks for %s', (_what, present, codes) => {
    const outcome = givenMeeting(...withPresent(...present)).when(establish(), facts(minutes(2)));
    outcome.minutes.records('QuorumEstablished').withFindings(...codes);
    const [first] = codes;
    if (first) outcome.live.rejectedWith(first);
    else outcome.live.records('QuorumEstablished');
  });

  it('asks each side', () => {
    givenMeeting(...withPresent('district-1', 'district-2'))
      .when(establish([ofEach]), facts(minutes(2)))
      .live.rejectedWith('CONSTITUENCY_QUORUM_LOST');
  });

  it('finds an office where its holder sits, also one that was given to the person', () => {
    const chaired = { ...roster, otherRoles: [{ role: 'chair', holderId: 'person-union-2' }] } as const;
    for (const [seatId, codes] of [
      ['union-2', []],
      ['union-1', ['MANDATORY_SEAT_ABSENT']],
    ] as const)
      givenMeeting(...withPresent(seatId))
        .when(establish([{ mandatorySeats: ['chair'] }]), facts(minutes(2), { roster: chaired }))
        .minutes.withFindings(...codes);
  });

  it('looks at presence at that time', () => {
    const history = [...withPresent('district-1', 'district-2', 'union-1'), departed(minutes(10), 'union-1')];
    givenMeeting(...history)
      .when(establish(), facts(minutes(9)))
      .live.records('QuorumEstablished');
    givenMeeting(...history)
      .when(establish(), facts(minutes(10)))
      .live.rejectedWith('QUORUM_NOT_ESTABLISHED');
  });

  it('needs tests that can be evaluated, a meeting and a body', () => {
    givenMeeting(...inSession)
      .when(establish([{ ...ofBody, den: 0 }]), facts(minutes(2)))
      .minutes.rejectedWith('RULE_NOT_EVALUABLE');
    givenMeeting()
      .when(establish(), facts(minutes(2)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
    givenMeeting(scheduled())
      .when(establish(), facts(minutes(2), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });
});

describe('NoteQuorumLost', () => {
  const history = [...withPresent('district-1', 'district-2', 'union-1'), established];

  it('records the failing tests', () => {
    givenMeeting(...history, departed(minutes(10), 'union-1'))
      .when(lost(), facts(minutes(11)))
      .live.records('QuorumLost')
      .withFindings();
  });

  it('contradicts the record where the quorum is there', () => {
    givenMeeting(...history)
      .when(lost(), facts(minutes(11)))
      .live.rejectedWith('QUORUM_NOT_LOST')
      .minutes.records('QuorumLost')
      .withFindings('QUORUM_NOT_LOST');
  });

  it('is of a quorum that there was', () => {
    const trace: QuorumTrace = { pass: false, tests: [] };
    const gone = [departed(minutes(10), 'union-1'), at(minutes(11), { type: 'QuorumLost', trace })] as const;
    for (const before of [withPresent('district-1'), [...history, ...gone]])
      givenMeeting(...before)
        .when(lost(), facts(minutes(12)))
        .live.rejectedWith('QUORUM_NOT_ESTABLISHED')
        .minutes.withFindings('QUORUM_NOT_ESTABLISHED');
  });
});
