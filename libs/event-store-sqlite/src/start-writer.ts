import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { UnusableStoreFile } from './errors.ts';
import type { FromWriter, WriterOptions } from './protocol.ts';

/** Tests run from the sources, which Node strips of their types. */
const fromSource = import.meta.url.endsWith('.ts');

/** Starts the writer thread and waits until it has the file. @throws UnusableStoreFile */
export async function startWriter(options: WriterOptions): Promise<Worker> {
  const worker = new Worker(new URL(fromSource ? './writer.ts' : './writer.js', import.meta.url), {
    workerData: options,
    ...(fromSource && { execArgv: ['--conditions=source'] }),
  });
  const [first] = (await once(worker, 'message')) as [FromWriter];
  if (first.kind === 'unusable') throw new UnusableStoreFile(options.file, first.problem);
  return worker;
}
