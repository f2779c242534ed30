import { rebuild } from '../runtime/rebuild.ts';
import { ProjectionRunner } from '../runtime/runner.ts';
import type { EventSource } from '../runtime/source.ts';
import { places } from './places.ts';
import { TestRecord } from './record.ts';

/*
 * A process that projects until it is killed. It says how far it is, one line a batch.
 *
 * `rebuild FOLDER STALL_AT` rebuilds a record of 60 000 events and stands still at a position.
 * `run FOLDER` projects events that never end.
 */

const [command, folder = '', stallAt = '0'] = process.argv.slice(2);
const models = [places()];
const tell = (position: number) => process.stdout.write(`${position}\n`);
const forever = new Promise<never>(() => setInterval(() => undefined, 60_000));

const stalling = ({ head, batches }: EventSource, at: number): EventSource => ({
  head,
  batches: async function* (after, options) {
    for await (const batch of batches(after, options)) {
      yield batch;
      if ((batch.at(-1)?.position ?? 0) >= at) await forever;
    }
  },
});

const endless: EventSource = {
  head: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
  batches: async function* (after) {
    for (let position = after; ; position += 7) {
      const record = new TestRecord();
      record.addAny(7);
      yield record.events.map((recorded, i) => ({
        position: position + i + 1,
        recorded: { ...recorded, position: position + i + 1 },
      }));
      await Promise.resolve();
    }
  },
};

if (command === 'rebuild') {
  const record = new TestRecord();
  record.addAny(60_000);
  const source = stalling(record.source, Number(stallAt));
  await rebuild({ folder, models, source, onProgress: ({ position }) => tell(position) });
} else {
  const runner = await ProjectionRunner.open({ folder, models, source: endless, onProgress: tell });
  await runner.run(new AbortController().signal);
}
