import { describe, it } from '@jest/globals';
import { given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { BodyEvent, Command } from './index.ts';
import { committee, dissolved, established, facts } from './testing/committee.ts';

const body = given(decider);
const now = facts('2026-01-01');
const appoint: Command = {
  type: 'AppointWitness',
  witnessId: 'utla',
  organizationId: 'utla',
  vkey: 'utla.example.org/witness+0a0b0c0d+BKey',
  url: 'https://witness.utla.example.org',
};
const appointed: BodyEvent = { ...appoint, type: 'WitnessAppointed' };
const dismiss: Command = { type: 'DismissWitness', witnessId: 'utla', reason: 'a new key' };
const dismissed: BodyEvent = { ...dismiss, type: 'WitnessDismissed' };

describe('AppointWitness', () => {
  it('appoints the witness of a party', () => {
    body(...committee)
      .when(appoint, now)
      .live.records(appointed)
      .withFindings();
  });
  it('WITNESS_EXISTS: each appointment has an id of its own, also after a dismissal', () => {
    for (const history of [[appointed], [appointed, dismissed]])
      body(...committee, ...history)
        .when(appoint, now)
        .live.rejectedWith('WITNESS_EXISTS', { witnessId: 'utla' })
        .historicalImport.rejectedWith('WITNESS_EXISTS');
  });
  it('WITNESS_KEY_APPOINTED: a key speaks once; not after it was dismissed', () => {
    const again: Command = { ...appoint, witnessId: 'utla-2' };
    body(...committee, appointed)
      .when(again, now)
      .live.rejectedWith('WITNESS_KEY_APPOINTED', { witnessId: 'utla' });
    body(...committee, appointed, dismissed)
      .when(again, now)
      .live.records('WitnessAppointed');
  });
  it('WITNESS_OF_NO_PARTY: refused live, found otherwise', () => {
    const other: Command = { ...appoint, organizationId: 'unite-la' };
    body(established)
      .when(other, now)
      .live.rejectedWith('WITNESS_OF_NO_PARTY', { organizationId: 'unite-la' });
    body(established).when(other, now).minutes.withFindings('WITNESS_OF_NO_PARTY');
    body(established).when(other, now).historicalImport.withFindings('WITNESS_OF_NO_PARTY');
  });
  it('ORGANIZATION_UNKNOWN', () => {
    body(...committee)
      .when({ ...appoint, organizationId: 'nobody' }, now)
      .live.rejectedWith('ORGANIZATION_UNKNOWN')
      .minutes.withFindings('ORGANIZATION_UNKNOWN', 'WITNESS_OF_NO_PARTY');
  });
  it('needs a body', () => {
    body().when(appoint, now).live.rejectedWith('BODY_UNKNOWN');
    body(established, dissolved('2020-01-01')).when(appoint, now).live.rejectedWith('BODY_DISSOLVED');
  });
});

describe('DismissWitness', () => {
  it('dismisses it', () => {
    body(...committee, appointed)
      .when(dismiss, now)
      .live.records(dismissed)
      .withFindings();
  });
  it('WITNESS_UNKNOWN and WITNESS_DISMISSED', () => {
    body(...committee)
      .when(dismiss, now)
      .live.rejectedWith('WITNESS_UNKNOWN')
      .historicalImport.rejectedWith('WITNESS_UNKNOWN');
    body(...committee, appointed, dismissed)
      .when(dismiss, now)
      .live.rejectedWith('WITNESS_DISMISSED')
      .minutes.rejectedWith('WITNESS_DISMISSED');
  });
  it('needs a body', () => {
    body().when(dismiss, now).live.rejectedWith('BODY_UNKNOWN');
  });
});
