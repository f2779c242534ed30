import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { Answer } from './answer.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { GuardedRequest } from './request.ts';

const happen = (store: MemoryEventStore) =>
  store.append('body-b', 'any', [{ id: crypto.randomUUID(), type: 'Happened', data: '{}', metadata: '{}' }]);

type Asked = Readonly<{ url?: string; key?: string; method?: string; expiresAt?: number }>;

const request = ({ url = '/a', key = 'one', method = 'GET', expiresAt = Infinity }: Asked = {}) =>
  ({
    method,
    url,
    headers: { authorization: `Bearer ${key}` },
    acting: { actorId: 'a', role: 'auditor', grants: [], expiresAt },
  }) as unknown as GuardedRequest;

let store: MemoryEventStore;
let progress: { position: number; whenReached: () => Promise<void> };
let kept: KeptAnswers;
const answer = (position: number) => new Answer({ json: '{"a":1}' }, { position });

beforeEach(() => {
  store = new MemoryEventStore();
  progress = { position: 0, whenReached: () => Promise.resolve() };
  kept = new KeptAnswers({ store, progress });
  kept.find(request());
});

describe('a kept answer', () => {
  it('is sent to the same caller for the same question', () => {
    const made = answer(0);
    kept.keep(request(), made);
    expect(kept.find(request())).toBe(made);
    expect(kept.find(request({ key: 'two' }))).toBeUndefined();
    expect(kept.find(request({ url: '/b' }))).toBeUndefined();
    expect(kept.find(request({ url: '/a?x=1' }))).toBeUndefined();
    expect(kept.find(request({ method: 'POST' }))).toBeUndefined();
  });

  it('is good for nothing once anything is recorded, before and after the read models know', async () => {
    kept.keep(request(), answer(0));
    const { position } = await happen(store);
    expect(kept.find(request())).toBeUndefined();
    progress.position = position;
    expect(kept.find(request())).toBeUndefined();
    const made = answer(position);
    kept.keep(request(), made);
    expect(kept.find(request())).toBe(made);
  });

  it('is none that was read while the read models went on', async () => {
    const { position } = await happen(store);
    kept.keep(request(), answer(position));
    progress.position = position;
    expect(kept.find(request())).toBeUndefined();
  });

  it('is good no longer than the key', () => {
    kept.keep(request({ expiresAt: Date.now() - 1 }), answer(0));
    expect(kept.find(request())).toBeUndefined();
  });

  it('is none of a store that does not tell what is new', () => {
    const blind = new KeptAnswers({
      store: Object.assign(new MemoryEventStore(), { placesAfter: undefined }),
      progress,
    });
    blind.find(request());
    blind.keep(request(), answer(0));
    expect(blind.find(request())).toBeUndefined();
  });

  it('is none that was made of an object, whose text may depend on the hour', () => {
    kept.keep(request(), new Answer({ a: 1 }, { position: 0 }));
    expect(kept.find(request())).toBeUndefined();
  });

  it('is not kept without end', () => {
    for (let i = 0; i < 501; i++) kept.keep(request({ url: `/${i}` }), answer(0));
    expect(kept.find(request({ url: '/0' }))).toBeUndefined();
    expect(kept.find(request({ url: '/500' }))).toBeDefined();
  });
});
