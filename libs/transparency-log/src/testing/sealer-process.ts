import { SqliteEventStore } from '#event-store-sqlite';
import { keyFileReader } from '../key-file.ts';
import { Sealer } from '../sealer.ts';

/** `node sealer-process.ts STORE FOLDER KEYS`: a signer that can be killed. */
const [file = '', folder = '', keys = ''] = process.argv.slice(2);
const store = await SqliteEventStore.open({ file, pollInterval: 1 });
const sealer = new Sealer({ store, folder, signers: keyFileReader(keys), interval: 0 });
await sealer.run(new AbortController().signal);
