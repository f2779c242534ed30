import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../checkout.ts';
import { Failure } from '../failure.ts';

export type ServiceOptions = Readonly<{
  /** Of the app. */
  name: string;
  url: string;
  env: Readonly<Record<string, string>>;
  /** Milliseconds that the process has to stop. */
  patience: number;
}>;

export type Service = Readonly<{
  name: string;
  url: string;
  /** Resolves when the process has ended, whatever the reason. */
  ended: Promise<void>;
  /** Resolves when the service says that it listens. @throws Failure when it ends before, or takes too long */
  ready: () => Promise<void>;
  /** Asks the process to stop, and makes it where it does not. */
  stop: () => Promise<void>;
}>;

const startLimit = 60_000;

/** Whether the address answers without an error. Not by `fetch`, whose loading alone takes a tenth of a second. */
export const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });

/**
 * A process of its own group: a Ctrl-C reaches us only, and we stop it; the leash holds where we cannot.
 * Compiled code is kept, which saves a sixth of the time until it answers.
 */
function spawnApp({ name, env }: ServiceOptions) {
  const dist = join(root, 'dist');
  const leash = join(dist, 'apps', 'cli', 'src', 'start', 'leash.js');
  return spawn(process.execPath, ['--import', leash, join(dist, 'bundle', `${name}.js`)], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: join(dist, '.compile-cache'), ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
}

export function startService(options: ServiceOptions): Service {
  const { name, url, patience } = options;
  const child = spawnApp(options);
  let running = true;
  const ended = once(child, 'exit').then(() => {
    running = false;
  });

  // Asking it again and again would take the processor from it while it starts.
  const listening = once(child, 'message');

  async function ready(): Promise<void> {
    const outcome = await Promise.race([
      listening.then(() => 'listens' as const),
      ended.then(() => 'ended' as const),
      wait(startLimit, 'late' as const, { ref: false }),
    ]);
    if (outcome === 'ended')
      throw new Failure(`the ${name} ended before it was ready; its messages are above`);
    if (outcome === 'late') throw new Failure(`the ${name} did not listen at ${url} within a minute`);
  }

  async function stop(): Promise<void> {
    if (!running) return;
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(last);
  }

  return { name, url, ended, ready, stop };
}
