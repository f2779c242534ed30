import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import type { Request } from './history.ts';

export type Finding = Readonly<{ code: string; severity: string }>;
export type Receipt = Readonly<{ position: string; findings: readonly Finding[]; repeated?: boolean }>;

type Problem = Readonly<{
  code?: string;
  title?: string;
  detail?: string;
  inputs?: unknown;
  errors?: unknown;
}>;

/** How often a request is sent again when the ledger asks to wait, and how long it is waited for at most. */
const patience = 20;
const longestWait = 5_000;

const explanation = (status: number, { code, title, detail, inputs, errors }: Problem): string => {
  const reason = [code ?? title, detail].filter(Boolean).join(': ');
  const more = errors ?? inputs;
  return `${reason || 'refused'} (HTTP ${status})${more === undefined ? '' : ` ${JSON.stringify(more)}`}`;
};

const retryAfter = (response: Response): number =>
  Math.min(1000 * (Number(response.headers.get('retry-after')) || 1), longestWait);

/** A request as the network takes it. @throws Failure when nobody answers */
async function send(base: string, key: string, { path, body, idempotencyKey }: Request): Promise<Response> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
  };
  return fetch(base + path, { method: 'POST', headers, body }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    const why = cause instanceof Error ? cause.message || cause.name : message;
    throw new Failure(`cannot reach the ledger at ${base} (${why}); is it running?`);
  });
}

/** Records one operation. @throws Failure with the ledger's own reason */
export type Post = (request: Request) => Promise<Receipt>;

/** Records operations through the ledger's API; waits where the ledger asks to. */
export function postTo(url: string, key: string): Post {
  const base = url.replace(/\/+$/, '');
  return async (request) => {
    for (let left = patience; ; left--) {
      const response = await send(base, key, request);
      if (response.ok) return (await response.json()) as Receipt;
      const busy = response.status === 429 || response.status === 503;
      if (!busy || left === 0) {
        const problem = (await response.json().catch(() => ({}))) as Problem;
        throw new Failure(explanation(response.status, problem));
      }
      await response.body?.cancel();
      await wait(retryAfter(response));
    }
  };
}
