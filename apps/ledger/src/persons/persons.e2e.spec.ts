import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;

const at = (seatId: string): string => `/v1/persons/person-cssc-${seatId}`;
const policy = (seatId: string, to: string, minor?: boolean) =>
  ledger.post('/v1/bodies/cssc/set-display-name-policy', { seatId, policy: to, minor });
const publish = (seatId: string) =>
  ledger.post(`${at(seatId)}/publish-person-name`, { bodyId: 'cssc', seatId });

async function named(seatId: string, name: string): Promise<void> {
  await ledger.record(`${at(seatId)}/register-person`);
  await ledger.record(`${at(seatId)}/change-person-data`, { name });
}

async function shownIn(seatId: string): Promise<unknown> {
  await ledger.settled();
  const { body } = await ledger.get('/v1/bodies/cssc/composition');
  const seats = body.seats as readonly { seatId: string; seatings: readonly { name?: string }[] }[];
  return seats.find((seat) => seat.seatId === seatId)?.seatings[0]?.name;
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, 'cssc', 2);
}, patience);
afterAll(() => ledger.close());

it('a seat shows a name, initials or itself, and takes back what it shows no more', async () => {
  await named('district-1', 'Quillon Abernathy');
  expect((await publish('district-1')).body).toMatchObject({ code: 'SEAT_SHOWS_NO_NAME' });
  await policy('district-1', 'full');
  expect((await publish('district-1')).status).toBe(201);
  expect(await shownIn('district-1')).toBe('Quillon Abernathy');
  await policy('district-1', 'initials');
  await ledger.settled();
  expect(ledger.ports.directory.find('person-cssc-district-1')).toBeUndefined();
  expect((await publish('district-1')).status).toBe(201);
  expect(await shownIn('district-1')).toBe('Q. A.');
  expect(ledger.ports.directory.find('person-cssc-district-1')?.name).toBe('Q. A.');
});

it('minors are never shown by name, be it the person or the seat', async () => {
  await named('district-2', 'Isolde Fairweather');
  await policy('district-2', 'full');
  expect((await publish('district-2')).status).toBe(201);
  const sha256 = await ledger.ports.publicBlobs.put(Buffer.from('Minutes by Isolde'), 'text/html');
  ledger.ports.mentions.note(['person-cssc-district-2'], [sha256]);
  await ledger.record(`${at('district-2')}/set-person-minority`, { minor: true });
  expect(await shownIn('district-2')).toBeUndefined();
  expect(await ledger.ports.publicBlobs.isErased(sha256)).toBe(true);
  expect((await publish('district-2')).body).toMatchObject({ code: 'MINOR_NEVER_BY_NAME' });
  await policy('district-2', 'seat_only');
  expect((await policy('district-2', 'full')).body).toMatchObject({ code: 'MINOR_NEVER_BY_NAME' });
  await ledger.record(`${at('district-2')}/set-person-minority`, { minor: false });
  expect((await policy('district-2', 'seat_only', true)).status).toBe(201);
  expect((await policy('district-2', 'initials')).body).toMatchObject({ code: 'MINOR_NEVER_BY_NAME' });
  expect((await publish('district-2')).body).toMatchObject({ code: 'MINOR_NEVER_BY_NAME' });
});

it('a name is for those who record; an id may not spell it out', async () => {
  await named('union-1', 'Peregrine Lockhart');
  const auditor = await ledger.keyFor('auditor');
  await ledger.settled();
  expect((await ledger.get(`${at('union-1')}/name`, { key: auditor })).status).toBe(403);
  expect((await ledger.get(`${at('union-1')}/name`)).body).toMatchObject({ name: 'Peregrine Lockhart' });
  const events = await ledger.get(`/v1/events?stream=person-person-cssc-union-1`, { key: auditor });
  expect(JSON.stringify(events.body)).not.toContain('Peregrine');
  const telling = '/v1/persons/lockhart-peregrine';
  await ledger.record(`${telling}/register-person`);
  expect(
    (await ledger.post(`${telling}/change-person-data`, { name: 'Peregrine Lockhart' })).body,
  ).toMatchObject({ code: 'PERSON_ID_TELLS_NAME' });
});

it('PERSON_NAMED_IN_TEXT: a public text that names a person is noted, without the name', async () => {
  const draft = (id: string, text: string, visibility?: string) =>
    ledger.record(`/v1/motions/${id}/draft-motion`, { bodyId: 'cssc', title: 'Thanks', text, visibility });
  const text = 'Resolved, that PEREGRINE\nLockhart be thanked.';
  const found = await draft('thanks-1', text);
  expect(found.body.findings).toEqual([
    { code: 'PERSON_NAMED_IN_TEXT', severity: 'warning', inputs: { fields: ['text'] } },
  ]);
  expect((await draft('thanks-2', text, 'members')).body.findings).toEqual([]);
  expect((await draft('thanks-3', 'Resolved, that the chair be thanked.')).body.findings).toEqual([]);
  await ledger.record(`${at('union-1')}/erase-person`, { basis: 'Asked for' });
  await ledger.settled();
  expect((await draft('thanks-4', text)).body.findings).toEqual([]);
});

it('an erasing that was interrupted after any of its steps is finished when it is done again', async () => {
  const steps = ['blobs.delete', 'publicBlobs.scrub', 'directory.forget', 'vault.destroy', 'mentions.forget'];
  for (const [i, step] of steps.entries()) {
    const id = `interrupted-${i}`;
    await ledger.record(`/v1/persons/${id}/register-person`);
    await ledger.record(`/v1/persons/${id}/change-person-data`, { name: 'Ottoline Greaves' });
    const sha256 = await ledger.ports.blobs.put(
      Buffer.from(`Minutes by Ottoline Greaves ${i}`),
      'text/plain',
    );
    ledger.ports.mentions.note([id], [sha256]);
    const [port, method] = step.split('.') as ['vault', 'destroy'];
    const target = ledger.ports[port] as unknown as Record<string, (...args: unknown[]) => unknown>;
    const real = target[method];
    let calls = 0;
    // Killed right after the step: it is done, and nobody knows.
    const unlessFirst = (done: unknown): unknown => {
      if (calls++ === 0) throw new Error(`killed after ${step}`);
      return done;
    };
    target[method] = (...args) => {
      const done = real?.apply(target, args);
      return done instanceof Promise ? done.then(unlessFirst) : unlessFirst(done);
    };
    await ledger.record(`/v1/persons/${id}/erase-person`, { basis: 'Asked for' });
    await ledger.settled();
    delete target[method];
    expect(calls).toBeGreaterThan(1);
    expect((await ledger.get(`/v1/persons/${id}`)).body).toMatchObject({ erasure: 'done' });
    expect(await ledger.ports.blobs.get(sha256)).toBeUndefined();
    expect(await ledger.ports.vault.find(id)).toBeUndefined();
    expect(ledger.ports.mentions.of(id)).toEqual([]);
  }
});
