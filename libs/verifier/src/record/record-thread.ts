import { parentPort, workerData } from 'node:worker_threads';
import { putAway } from '../meaning/streams.ts';
import { Memory } from '../state/memory.ts';
import { bundlesOf } from './batch.ts';
import type { Answer, Asked, ThreadOptions } from './protocol.ts';
import { RecordCheck } from './record-check.ts';
import { shareOf } from './share.ts';

/** A thread that replays a whole record and judges its share of the streams. */

const { one, of, memory } = workerData as ThreadOptions;
const check = new RecordCheck(new Memory(memory, putAway), shareOf(one, of));

function answer(asked: Asked): unknown {
  if (asked.ask === 'size') return check.size;
  if (asked.ask !== 'add') return check[asked.ask]();
  for (const bundle of bundlesOf(asked.batch)) check.add(bundle, asked.from);
  return undefined;
}

parentPort?.on('message', (asked: Asked) => {
  parentPort?.postMessage({ answer: answer(asked) } satisfies Answer);
  if (asked.ask === 'close') parentPort?.close();
});
