import { describe, it } from '@jest/globals';
import { expectGolden, given, play, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, Facts, PersonEvent } from './index.ts';

const person = given(decider);
const facts = (change: Partial<Facts> = {}): Facts => ({
  at: stepTime(0),
  personId: 'p-1',
  other: { linkedTo: new Set() },
  ...change,
});
const register: Command = { type: 'RegisterPerson', keyId: 'key-1' };
const registered: PersonEvent = { type: 'PersonRegistered', personId: 'p-1', keyId: 'key-1' };
const link: Command = { type: 'LinkPersons', otherPersonId: 'p-2', basis: 'The clerk’s roll' };
const linked: PersonEvent = { type: 'PersonsLinked', otherPersonId: 'p-2', basis: 'The clerk’s roll' };

describe('RegisterPerson', () => {
  it('enters a person under a pseudonym, once', () => {
    person().when(register, facts()).live.records(registered);
    person()
      .when({ type: 'RegisterPerson' }, facts())
      .live.records({ type: 'PersonRegistered', personId: 'p-1' });
    person(registered).when(register, facts()).historicalImport.rejectedWith('PERSON_EXISTS');
  });
});

describe('LinkPersons', () => {
  it('says that two ids are one person’s', () => {
    person(registered).when(link, facts()).live.records(linked);
  });
  it.each<[string, readonly PersonEvent[], Command, Partial<Facts>]>([
    ['PERSON_UNKNOWN', [], link, {}],
    ['PERSON_UNKNOWN', [registered], link, { other: undefined }],
    ['PERSON_LINKED_TO_ITSELF', [registered], { ...link, otherPersonId: 'p-1' }, {}],
    ['PERSONS_ALREADY_LINKED', [registered, linked], link, {}],
    ['PERSONS_ALREADY_LINKED', [registered], link, { other: { linkedTo: new Set(['p-1']) } }],
  ])('%s', (code, history, command, change) => {
    person(...history)
      .when(command, facts(change))
      .historicalImport.rejectedWith(code);
  });
});

it('keeps the stored shape of its events', () => {
  const events = play(decider, [
    { command: register, facts: facts() },
    { command: link, facts: facts() },
  ]);
  expectGolden('person', eventTypes, events);
});
