import { fastify } from 'fastify';
import { createLogger, loadConfig } from '#platform';
import { createFeed } from '../../apps/feed/src/feed.ts';

/** The feed in a process of its own, beside a Fastify that sends the bytes and headers it is told to. */
export type ToSend = Readonly<{ body: string; headers: Readonly<Record<string, string>> }>;
/** Bytes: of the process, and of what JavaScript holds. */
export type Memory = Readonly<{ rss: number; heapUsed: number }>;

const config = loadConfig();
const logger = createLogger({ service: 'bench', level: config.logLevel });
// All readers of a benchmark come from one address.
const app = await createFeed({ config, logger, events: { maxReadersPerAddress: 100_000 } });
await app.listen(0, '127.0.0.1');

const bare = fastify();
let bytes = Buffer.alloc(0);
let headers: ToSend['headers'] = {};
bare.get('/bytes', (_request, reply) => reply.headers(headers).send(bytes));
const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' });

process.on('message', (told: ToSend | 'memory') => {
  if (told === 'memory') {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed });
    return;
  }
  bytes = Buffer.from(told.body, 'base64');
  headers = told.headers;
  process.send?.({ bytes: bytes.length });
});
process.on('SIGTERM', () => {
  void Promise.all([bare.close(), app.close()]).then(() => process.exit(0));
});
process.send?.({ feed: await app.getUrl(), bare: bareUrl });
