import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '#event-store';
import type { EventStore, ExpectedRevision } from '#event-store';

/** An append that was answered. */
export type Answered = Readonly<{ stream: string; id: string; revision: number; position: number }>;

const eventOf = (id: string) => ({ id, type: 'ThingNoted', data: '{}', metadata: '{}' });

async function insist(store: EventStore, stream: string, expected: ExpectedRevision): Promise<Answered> {
  const id = randomUUID();
  try {
    const { lastRevision, position } = await store.append(stream, expected, [eventOf(id)]);
    return { stream, id, revision: lastRevision, position };
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return insist(store, stream, error.actual);
    throw error;
  }
}

/** Appends so many events to a stream that others write to as well, one after another, each at the exact revision. */
export async function contend(
  store: EventStore,
  stream: string,
  appends: number,
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (let i = 0; i < appends; i++) {
    const before = answered.at(-1)?.revision;
    answered.push(await insist(store, stream, before ?? 'noStream'));
  }
  return answered;
}
