import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./projecting-child.ts', import.meta.url));

/** Runs `projecting-child.ts` until it is past a position, then kills it as a power cut would. */
export async function killedPast(position: number, ...command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=source', script, ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= position) break;
  child.kill('SIGKILL');
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself, with ${String(code)}`);
}
