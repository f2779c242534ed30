import { describe, expect, it } from '@jest/globals';
import { organization } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { organizationsModel } from './model.ts';
import { getOrganization, listOrganizations } from './index.ts';

const record = new TestRecord();
const register = (id: string, command: Omit<organization.RegisterOrganization, 'type'>): void =>
  decidedStream(record, organization.decider, id).execute(
    { type: 'RegisterOrganization', ...command },
    { at: on('2019') },
    { mode: 'historical_import' },
  );
register('utla', { name: 'United Teachers', otherNames: ['UTLA'], classification: 'union' });
register('lausd', { name: 'School District' });
register('unite-la', { name: 'School Partners' });

const reads = () => projected([organizationsModel], record.events);

describe('organizations', () => {
  it('are told with what is known of them', () => {
    expect(getOrganization(reads(), 'utla')).toMatchObject({
      organizationId: 'utla',
      name: 'United Teachers',
      otherNames: ['UTLA'],
      classification: 'union',
      provenance: { occurredAt: on('2019'), recordingMode: 'historical_import', revision: 0 },
    });
    expect(getOrganization(reads(), 'lausd')).not.toHaveProperty('classification');
    expect(getOrganization(reads(), 'another')).toBeUndefined();
  });

  it('are listed by name, in pages that do not move', () => {
    const first = listOrganizations(reads(), { limit: 1 });
    register('aaa', { name: 'A foundation' });
    register('zzz', { name: 'Zoo' });
    const rest = listOrganizations(reads(), { cursor: first.next });
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
      'School District',
      'School Partners',
      'United Teachers',
      'Zoo',
    ]);
  });
});
