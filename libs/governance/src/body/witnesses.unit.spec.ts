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

describe('a witness that is late', () => {
  const miss: Command = {
    type: 'MissCosignature',
    witnessId: 'utla',
    size: 42,
    publishedAt: '2026-01-01T00:00:00.000Z',
    withinSeconds: 60,
  };
  const missed: BodyEvent = { ...miss, type: 'CosignatureMissed' };
  const catchUp: Command = {
    type: 'CatchUpCosignature',
    witnessId: 'utla',
    size: 42,
    cosignedAt: '2026-01-01T01:00:00.000Z',
  };
  const caughtUp: BodyEvent = { ...catchUp, type: 'CosignatureCaughtUp' };

  it('is a finding, in every mode', () => {
    body(...committee, appointed)
      .when(miss, now)
      .live.records(missed)
      .withFindings('COSIGNATURE_LATE')
      .historicalImport.withFindings('COSIGNATURE_LATE');
  });
  it('COSIGNATURE_MISSED_ALREADY: once until it has caught up', () => {
    body(...committee, appointed, missed)
      .when({ ...miss, size: 50 }, now)
      .live.rejectedWith('COSIGNATURE_MISSED_ALREADY', { witnessId: 'utla', size: 42 })
      .minutes.rejectedWith('COSIGNATURE_MISSED_ALREADY');
    body(...committee, appointed, missed, caughtUp)
      .when({ ...miss, size: 50 }, now)
      .live.records('CosignatureMissed');
  });
  it('has caught up by what it missed, or more', () => {
    for (const size of [42, 90])
      body(...committee, appointed, missed)
        .when({ ...catchUp, size }, now)
        .live.records({ ...caughtUp, size })
        .withFindings('COSIGNATURE_CAUGHT_UP');
  });
  it('COSIGNATURE_NOT_MISSED', () => {
    body(...committee, appointed)
      .when(catchUp, now)
      .live.rejectedWith('COSIGNATURE_NOT_MISSED', { witnessId: 'utla', size: 42 });
    body(...committee, appointed, missed)
      .when({ ...catchUp, size: 41 }, now)
      .live.rejectedWith('COSIGNATURE_NOT_MISSED');
  });
  it('is a witness of the body', () => {
    body(...committee)
      .when(miss, now)
      .live.rejectedWith('WITNESS_UNKNOWN');
    body(...committee, appointed, dismissed)
      .when(miss, now)
      .live.rejectedWith('WITNESS_DISMISSED');
    body(...committee, appointed, missed, dismissed)
      .when(catchUp, now)
      .live.records('CosignatureCaughtUp');
    body().when(catchUp, now).live.rejectedWith('BODY_UNKNOWN');
  });
});
