import { Worker } from 'node:worker_threads';
import type { WriterOptions } from './protocol.ts';

/** Tests run from the sources, which Node strips of their types. */
const fromSource = import.meta.url.endsWith('.ts');

/** Starts the writer thread. What is posted to it before it has the file waits for it. */
export const startWriter = (options: WriterOptions): Worker =>
  new Worker(new URL(fromSource ? './writer.ts' : './writer.js', import.meta.url), {
    workerData: options,
    ...(fromSource && { execArgv: ['--conditions=source'] }),
  });
