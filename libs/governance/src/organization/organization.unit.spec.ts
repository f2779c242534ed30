import { describe, expect, it } from '@jest/globals';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, OrganizationRegistered } from './index.ts';

const command: Command = {
  type: 'RegisterOrganization',
  name: 'United Teachers Los Angeles',
  otherNames: ['UTLA'],
  classification: 'union',
};
const registered: OrganizationRegistered = { ...command, type: 'OrganizationRegistered' };
const facts = { at: stepTime(0) };

describe('RegisterOrganization', () => {
  it('enters an organization in the registry', () => {
    given(decider)().when(command, facts).live.records(registered).withFindings();
    expect(stateAfter(decider, [registered])).toEqual({
      registered: true,
      name: registered.name,
      classification: 'union',
    });
  });

  it('ORGANIZATION_EXISTS: registers it once, in every mode', () => {
    const again = given(decider)(registered).when(command, facts);
    again.live.rejectedWith('ORGANIZATION_EXISTS', { name: registered.name });
    again.historicalImport.rejectedWith('ORGANIZATION_EXISTS');
  });
});

it('keeps the stored shape of its events', () => {
  expectGolden('organization', eventTypes, play(decider, [{ command, facts }]));
});
