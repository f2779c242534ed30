import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { storeOf } from '#engines/testing';

/** The ledger, or the feed, as a process of its own, without the rest of the product; it may be killed. */
export type LedgerProcess = Readonly<{
  url: string;
  /** SIGKILL: nothing is finished, nothing is closed. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}>;

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
};

type Environment = Readonly<Record<string, string>>;

const anyPort = { MINUTEBOOK_LEDGER_PORT: '0', MINUTEBOOK_FEED_PORT: '0', MINUTEBOOK_LOG_LEVEL: 'info' };

/** Starts the built ledger or feed on a data folder, on any port. @throws Error when it ends before it listens */
export async function startService(
  name: 'ledger' | 'feed',
  data: string,
  env: Environment,
): Promise<LedgerProcess> {
  const child = spawn(process.execPath, [`dist/bundle/${name}.js`], {
    env: { ...process.env, MINUTEBOOK_DATA: data, ...anyPort, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return { url, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
    }
  }
  throw new Error(`the ${name} ended with ${child.exitCode} before it listened`);
}

/** The ledger on the store that is configured for tests. */
export const startLedgerProcess = (data: string): Promise<LedgerProcess> =>
  startService('ledger', data, storeOf(data));
