import { describe, it } from '@jest/globals';
import { given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Facts, VoidMotion } from './index.ts';
import { facts, voting } from './testing/committee.ts';

const motion = given(decider);
const adopted = [...voting, { type: 'MotionAdopted', voteEventId: 'vote-1' } as const];
const command: VoidMotion = {
  type: 'VoidMotion',
  basis: 'cure',
  reason: 'Not on the agenda.',
  challengeId: 'demand-1',
};
const challenge = { status: 'cured', bodyId: 'cssc', motionId: 'motion-1', revision: 3 } as const;
const challenged = (more: Partial<NonNullable<Facts['challenge']>> = {}): Facts =>
  facts({ challenge: { ...challenge, ...more } });

describe('VoidMotion by a challenge', () => {
  it.each([
    { status: 'cured' },
    { status: 'closed', outcome: 'cured' },
    { status: 'closed', outcome: 'adjudicated' },
  ] as const)('that had success: %o', (how) => {
    motion(...adopted)
      .when(command, challenged(how))
      .live.records({ ...command, type: 'MotionVoided', challengeRevision: 3 })
      .withFindings();
  });
  it('that was to the meeting, or to an action in words, may concern the motion', () => {
    const { motionId: _motionId, ...toMeeting } = challenge;
    motion(...adopted)
      .when(command, facts({ challenge: toMeeting }))
      .live.records('MotionVoided');
  });
  it('CHALLENGE_UNKNOWN, CHALLENGE_OF_OTHER_ACTION', () => {
    motion(...adopted)
      .when(command, facts())
      .historicalImport.rejectedWith('CHALLENGE_UNKNOWN');
    for (const other of [{ motionId: 'motion-2' }, { bodyId: 'board' }])
      motion(...adopted)
        .when(command, challenged(other))
        .historicalImport.rejectedWith('CHALLENGE_OF_OTHER_ACTION');
  });
  it.each([
    { status: 'open' },
    { status: 'declined' },
    { status: 'closed', outcome: 'withdrawn' },
    { status: 'closed', outcome: 'lapsed' },
  ] as const)('CHALLENGE_NOT_UPHELD: %o', (how) => {
    motion(...adopted)
      .when(command, challenged(how))
      .live.rejectedWith('CHALLENGE_NOT_UPHELD')
      .minutes.withFindings('CHALLENGE_NOT_UPHELD');
  });
});
