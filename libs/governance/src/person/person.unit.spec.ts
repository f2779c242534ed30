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

const sealed = { algorithm: 'A256GCM' as const, sealed: 'bm90aGluZw' };
const change: Command = { type: 'ChangePersonData' };
const changed: PersonEvent = { type: 'PersonDataChanged', ...sealed };
const minority = (minor: boolean): PersonEvent => ({ type: 'PersonMinoritySet', minor });
const publish: Command = { type: 'PublishPersonName', bodyId: 'b-1', seatId: 's-1' };
const seat = { holderId: 'p-1', policy: 'full' as const, minor: false, bodyRevision: 7 };
const published: PersonEvent = {
  type: 'PersonNamePublished',
  bodyId: 'b-1',
  seatId: 's-1',
  policy: 'full',
  nameDigest: 'd1',
  bodyRevision: 7,
};
const withdrawn: PersonEvent = { type: 'PersonNameWithdrawn' };
const erase: Command = { type: 'ErasePerson', basis: 'The person asked for it' };
const erased: PersonEvent = { type: 'PersonErased', basis: 'The person asked for it' };
const confirm: Command = { type: 'ConfirmErasure' };
const done: PersonEvent = { type: 'PersonDataErased' };
const named = [registered, changed];

describe('ChangePersonData', () => {
  it('records the name sealed, and withdraws the one that was public', () => {
    person(registered).when(change, facts({ sealed })).live.records(changed);
    person(...named, published)
      .when(change, facts({ sealed }))
      .live.records(changed, withdrawn);
  });
  it.each<[string, readonly PersonEvent[], Partial<Facts>]>([
    ['PERSON_UNKNOWN', [], { sealed }],
    ['PERSON_ERASED', [registered, erased], { sealed }],
    ['PERSON_ERASED', [registered], {}],
    ['PERSON_ID_TELLS_NAME', [registered], { sealed, idTellsName: true }],
  ])('%s', (code, history, given) => {
    person(...history)
      .when(change, facts(given))
      .historicalImport.rejectedWith(code);
  });
});

describe('SetPersonMinority', () => {
  it('takes the name of a minor back from the public', () => {
    person(registered).when({ type: 'SetPersonMinority', minor: true }, facts()).live.records(minority(true));
    person(...named, published)
      .when({ type: 'SetPersonMinority', minor: true }, facts())
      .live.records(minority(true), withdrawn);
    person(registered, minority(true))
      .when({ type: 'SetPersonMinority', minor: false }, facts())
      .live.records(minority(false));
  });
  it('PERSON_MINORITY_UNCHANGED', () => {
    person(registered)
      .when({ type: 'SetPersonMinority', minor: false }, facts())
      .live.rejectedWith('PERSON_MINORITY_UNCHANGED');
  });
});

describe('PublishPersonName', () => {
  it('publishes a digest, as the seat shows who sits in it', () => {
    person(...named)
      .when(publish, facts({ seat, nameDigest: 'd1' }))
      .live.records(published);
    person(...named)
      .when(publish, facts({ seat: { ...seat, policy: 'initials' }, nameDigest: 'd2' }))
      .live.records({ ...published, policy: 'initials', nameDigest: 'd2' });
  });
  it.each<[string, readonly PersonEvent[], Partial<Facts>]>([
    ['PERSON_UNKNOWN', [], { seat }],
    ['PERSON_ERASED', [...named, erased], { seat, nameDigest: 'd1' }],
    ['PERSON_ERASED', named, { seat }],
    ['PERSON_WITHOUT_NAME', [registered], { seat, nameDigest: 'd1' }],
    ['SEAT_UNKNOWN', named, { nameDigest: 'd1' }],
    ['MINOR_NEVER_BY_NAME', [...named, minority(true)], { seat, nameDigest: 'd1' }],
    ['MINOR_NEVER_BY_NAME', named, { seat: { ...seat, minor: true }, nameDigest: 'd1' }],
    ['PERSON_NOT_IN_SEAT', named, { seat: { ...seat, holderId: 'p-2' }, nameDigest: 'd1' }],
    ['SEAT_SHOWS_NO_NAME', named, { seat: { ...seat, policy: 'seat_only' }, nameDigest: 'd1' }],
    ['PERSON_NAME_PUBLIC', [...named, published], { seat, nameDigest: 'd1' }],
  ])('%s', (code, history, given) => {
    person(...history)
      .when(publish, facts(given))
      .historicalImport.rejectedWith(code);
  });
});

describe('WithdrawPersonName', () => {
  const withdraw: Command = { type: 'WithdrawPersonName' };
  it('takes the name back, once', () => {
    person(...named, published)
      .when(withdraw, facts())
      .live.records(withdrawn);
    person(...named, published, withdrawn)
      .when(withdraw, facts())
      .live.rejectedWith('PERSON_NAME_NOT_PUBLIC');
  });
});

describe('ErasePerson', () => {
  it('is asked for once and confirmed once', () => {
    person(...named, published)
      .when(erase, facts())
      .live.records(erased);
    person(...named, erased)
      .when(erase, facts())
      .live.rejectedWith('PERSON_ERASED');
    person(...named, erased)
      .when(confirm, facts())
      .live.records(done);
  });
  it('PERSON_ERASURE_NOT_ASKED: nobody asked, or it is done', () => {
    for (const history of [named, [...named, erased, done]])
      person(...history)
        .when(confirm, facts())
        .historicalImport.rejectedWith('PERSON_ERASURE_NOT_ASKED');
  });
});

it('keeps the stored shape of its events', () => {
  const events = play(decider, [
    { command: register, facts: facts() },
    { command: link, facts: facts() },
    { command: change, facts: facts({ sealed }) },
    { command: publish, facts: facts({ seat, nameDigest: 'd1' }) },
    { command: { type: 'SetPersonMinority', minor: true }, facts: facts() },
    { command: erase, facts: facts() },
    { command: confirm, facts: facts() },
  ]);
  expectGolden('person', eventTypes, events);
});
