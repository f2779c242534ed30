import { expectGolden, given, play, stepTime } from '../testing/index.ts';
import { it } from '@jest/globals';
import { decider, eventTypes } from './index.ts';
import type { Command } from './index.ts';

const command: Command = {
  type: 'RefuseConsequence',
  process: 'consequences',
  bodyId: 'garden',
  causedBy: {
    stream: 'motion-bylaws',
    eventId: '0190b3f0-0000-7000-8000-000000000001',
    type: 'MotionAdopted',
  },
  stream: 'instrument-garden-bylaws',
  command: 'AdoptVersion',
  code: 'BASE_VERSION_STALE',
  inputs: { baseVersion: '2024' },
};
const facts = { at: stepTime(0) };

it('a refused consequence is a finding in every mode', () => {
  const outcome = given(decider)().when(command, facts);
  for (const one of [outcome.live, outcome.minutes, outcome.historicalImport])
    one.records({ ...command, type: 'ConsequenceRefused' }).withFindings('CONSEQUENCE_REFUSED');
});

it('keeps the stored shape of its events', () => {
  expectGolden('consequence', eventTypes, play(decider, [{ command, facts }]));
});
