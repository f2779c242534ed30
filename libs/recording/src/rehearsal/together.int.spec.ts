import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, WrongExpectedRevision } from '#event-store';
import { organization } from '#governance';
import { commandIdFor, occurredAt, RehearsableWriter, StreamWriter } from '../index.ts';
import type { Receipt } from '../index.ts';

let store: MemoryEventStore;
let writer: RehearsableWriter;
beforeEach(() => {
  store = new MemoryEventStore();
  writer = new RehearsableWriter(store);
});

const register = (name: string, by: StreamWriter = writer): Promise<Receipt> => {
  const context = {
    recordedBy: { actorId: 'operator', role: 'admin' as const },
    mode: 'live' as const,
    commandId: commandIdFor('operator', name),
    correlationId: 'test',
    visibility: 'public' as const,
  };
  const command = { type: 'RegisterOrganization' as const, name };
  return by.write(organization.decider, { streamId: name, command, context }, () =>
    Promise.resolve({ at: occurredAt(context, 'UTC') }),
  );
};
const recorded = async () => (await store.readAll()).map(({ stream }) => stream);

describe('what is recorded together', () => {
  it('is there when all of it is, and not before; it knows of itself', async () => {
    const { answer, position, repeated } = await writer.together(async () => {
      await register('a');
      await register('b');
      const { state } = await writer.load(organization.decider, 'a');
      return [state.name, await recorded()];
    });
    expect([answer, position, repeated]).toEqual([['a', []], 2, false]);
    expect(await recorded()).toEqual(['organization-a', 'organization-b']);
    expect((await writer.load(organization.decider, 'b')).revision).toBe(0);
  });

  it('is not there at all where the work throws, or somebody else was faster', async () => {
    const fails = writer.together(async () => {
      await register('a');
      await register('a', new StreamWriter(store)).then(() => Promise.reject(new Error('enough')));
    });
    await expect(fails).rejects.toThrow('enough');
    const late = writer.together(async () => {
      await register('b');
      await register('c');
      const elsewhere = { type: 'Noted', data: '{}', metadata: '{}' };
      const id = 'aaaaaaaa-0000-7000-8000-000000000000';
      await store.append('organization-c', 'noStream', [{ ...elsewhere, id }]);
    });
    await expect(late).rejects.toThrow(WrongExpectedRevision);
    expect(await recorded()).toEqual(['organization-a', 'organization-c']);
  });

  it('has what it needs before it is there, and a rehearsal needs nothing', async () => {
    const seen: unknown[] = [];
    const note = async () => void seen.push(await recorded());
    await writer.rehearse(() => writer.beforehand(note));
    expect(seen).toEqual([]);
    await writer.together(async () => {
      await writer.beforehand(note);
      await register('a');
      expect(seen).toEqual([]);
    });
    await writer.beforehand(note);
    expect(seen).toEqual([[], ['organization-a']]);
  });

  it('repeated, records nothing more and says so', async () => {
    const both = () =>
      writer.together(async () => {
        await register('a');
        await register('b');
      });
    // Two processes that decided at the same time.
    const [one, other] = await Promise.all([both(), both()]);
    expect([one.repeated, other.repeated]).toEqual([false, true]);
    expect(await recorded()).toEqual(['organization-a', 'organization-b']);
  });
});
