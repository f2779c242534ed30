import { expect, it } from '@jest/globals';
import { person } from '#governance';
import { decidedStream, on, projected, TestRecord } from '../testing/index.ts';
import { publicReadModels } from '../read-models.ts';
import { personsModel } from './model.ts';
import { getPerson, listPersons } from './index.ts';

it('persons are told with the other ids that are theirs, from either side', () => {
  const record = new TestRecord();
  const facts = (personId: string) => ({ at: on('2026'), personId, other: { linkedTo: new Set<string>() } });
  const say = (id: string, command: person.Command) =>
    decidedStream(record, person.decider, id).execute(command, facts(id), { visibility: 'members' });
  for (const id of ['p-1', 'p-2', 'p-3']) say(id, { type: 'RegisterPerson', keyId: `key-${id}` });
  say('p-1', { type: 'LinkPersons', otherPersonId: 'p-2', basis: 'The clerk’s roll' });
  const reads = projected([personsModel], record.events);
  expect(getPerson(reads, 'p-1')).toMatchObject({ keyId: 'key-p-1', linkedTo: [{ personId: 'p-2' }] });
  expect(getPerson(reads, 'p-2')).toMatchObject({
    linkedTo: [{ personId: 'p-1', basis: 'The clerk’s roll', provenance: { visibility: 'members' } }],
  });
  expect(listPersons(reads).items.map(({ personId, linkedTo }) => [personId, linkedTo.length])).toEqual([
    ['p-1', 1],
    ['p-2', 1],
    ['p-3', 0],
  ]);
  expect(getPerson(reads, 'p-4')).toBeUndefined();
  expect(publicReadModels).not.toContain(personsModel);
});
