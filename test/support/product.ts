import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The product as a user has it: `npm start`, run to its welcome. */
export type Product = Readonly<{
  /** Of npm. */
  pid: number;
  data: string;
  ledger: string;
  feed: string;
  /** Everything printed so far. */
  output: () => string;
  /** Milliseconds from the command to the welcome. */
  readyAfter: number;
  /** Ctrl-C: a SIGINT to every process of the terminal. Resolves with the exit code. */
  interrupt: () => Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  exited: Promise<number | null>;
}>;

/** Ends `npm start` before its welcome was printed: with what it printed. */
export class NotStarted extends Error {
  readonly exitCode: number | null;
  readonly output: string;

  constructor(exitCode: number | null, output: string) {
    super(`npm start ended with ${exitCode}:\n${output}`);
    this.name = 'NotStarted';
    this.exitCode = exitCode;
    this.output = output;
  }
}

const anyPorts = ['--ledger-port', '0', '--feed-port', '0'];
const welcomed = 'Ctrl-C stops both';

const addressOf = (service: string, output: string): string =>
  new RegExp(`^${service} +(http://\\S+)`, 'm').exec(output)?.[1] ?? '';

/** Starts it until it has printed its welcome, or another text. @throws NotStarted */
export async function startProduct(
  data: string,
  options: readonly string[] = [],
  until = welcomed,
  env: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--', '--data', data, ...anyPorts, ...options], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'close') as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes(until) || output.includes(welcomed)) resolve();
      });
    exited.then(([code]) => reject(new NotStarted(code, output)), reject);
  });
  const code = exited.then(([exitCode]) => exitCode);
  const pid = child.pid ?? 0;
  return {
    pid,
    data,
    ledger: addressOf('Ledger', output),
    feed: addressOf('Feed', output),
    output: () => output,
    readyAfter: performance.now() - startedAt,
    interrupt: () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGINT');
      return code;
    },
    exited: code,
  };
}

/** A folder for one test file; `remove` takes it away. */
export async function temporaryFolder(): Promise<Readonly<{ path: string; remove: () => Promise<void> }>> {
  const path = await mkdtemp(join(tmpdir(), 'minutebook-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
