import { SqliteEventStore } from '../index.ts';
import { contend } from './contend.ts';

/** A process of its own that contends for a stream: arguments are the file, the stream and the number of appends. */
const [file = '', stream = '', appends = '0'] = process.argv.slice(2);
const store = await SqliteEventStore.open({ file });
process.send?.('open');
const answered = await contend(store, stream, Number(appends));
await store.close();
process.send?.(answered, () => process.disconnect());
