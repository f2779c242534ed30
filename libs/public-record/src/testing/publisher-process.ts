import { SqliteEventStore } from '#event-store-sqlite';
import { Publisher } from '../publisher.ts';

/** `node publisher-process.ts LEDGER PUBLIC`: a publisher that can be killed. */
const [ledgerFile = '', publicFile = ''] = process.argv.slice(2);
const ledger = await SqliteEventStore.open({ file: ledgerFile, readOnly: true });
const publicStore = await SqliteEventStore.open({ file: publicFile });
await new Publisher({ ledger, publicStore }).run(new AbortController().signal);
