import { fastify } from 'fastify';
import { createLogger, loadConfig } from '#platform';
import { createLedgerApp } from '../../apps/ledger/src/app.ts';
import { compose } from '../../apps/ledger/src/composition.ts';
import { NothingModule } from './nothing.module.ts';

/** The ledger in a process of its own, beside a Fastify that sends the bytes it is told to. */
const config = loadConfig();
const logger = createLogger({ service: 'bench', level: config.logLevel });
const composition = await compose(config, logger);
const app = await createLedgerApp(composition.ports, [NothingModule]);
await app.listen({ port: 0, host: '127.0.0.1' });
void composition.project();

const bare = fastify();
let bytes = Buffer.alloc(0);
bare.get('/bytes', (_request, reply) => reply.type('application/json; charset=utf-8').send(bytes));
const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' });

process.on('message', (text: string) => {
  bytes = Buffer.from(text);
  process.send?.({ bytes: bytes.length });
});
process.on('SIGTERM', () => {
  void Promise.all([bare.close(), app.close()])
    .then(() => composition.close())
    .then(() => process.exit(0));
});
process.send?.({ ledger: await app.getUrl(), bare: bareUrl });
