import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PartState } from '../health/index.ts';
import type { ListenOptions, ServedMetrics } from './metrics.ts';

/** Seconds: an append is an fsync, a few milliseconds; a request may wait for read models. */
const latencies = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const groups = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

const counters = (registers: Registry[]) => ({
  http: new Histogram({
    name: 'minutebook_http_request_seconds',
    help: 'Seconds until an answer was sent, by operation and status. Streams of events are not among them.',
    labelNames: ['operation', 'status'],
    buckets: latencies,
    registers,
  }),
  refused: new Counter({
    name: 'minutebook_refusals_total',
    help: 'Requests that were answered with a problem document, by its code, and lines of meetings for which they were: what the rules refused, and what was wrong.',
    labelNames: ['code'],
    registers,
  }),
  appends: new Histogram({
    name: 'minutebook_append_seconds',
    help: 'Seconds until an append was durable, or failed.',
    labelNames: ['outcome'],
    buckets: latencies,
    registers,
  }),
  groups: new Histogram({
    name: 'minutebook_append_group_size',
    help: 'Appends that shared one transaction of the embedded store.',
    buckets: groups,
    registers,
  }),
});

const numberIn = (state: PartState, name: string): number | undefined => {
  const value = state[name];
  return typeof value === 'number' ? value : undefined;
};

/** How the parts of the service are: asked for whenever somebody looks, before what was found is written. */
function partGauges(registers: Registry[], { health }: Pick<ListenOptions, 'health'>): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `minutebook_${name}`, help, labelNames, registers });
  const ready = gauge('ready', 'Whether a part is ready (1) or not (0); /health/ready says why.', ['part']);
  const lag = gauge(
    'lag_events',
    'Events by which a follower of the record is behind; all read models of a service move together. On a database, no more than 1000 are counted, or the limit.',
    ['projection'],
  );
  const seconds = {
    ageSeconds: gauge(
      'checkpoint_age_seconds',
      'Since the last checkpoint; grows while nothing is recorded.',
    ),
    waitedSeconds: gauge(
      'checkpoint_wait_seconds',
      'For which an entry waits for its checkpoint; 0: none does.',
    ),
  };
  return async () => {
    for (const [part, state] of Object.entries(await health.parts())) {
      ready.set({ part }, state.ready ? 1 : 0);
      const behind = numberIn(state, 'lag');
      if (behind !== undefined) lag.set({ projection: part }, behind);
      for (const [name, one] of Object.entries(seconds)) {
        const value = numberIn(state, name);
        if (value !== undefined) one.set(value);
      }
    }
  };
}

function countReaders(registers: Registry[], readers: () => number): void {
  new Gauge({
    name: 'minutebook_sse_readers',
    help: 'Readers of the stream of events.',
    registers,
    collect() {
      this.set(readers());
    },
  });
}

async function listening(server: Server, { host, port }: ListenOptions): Promise<string> {
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/metrics`;
}

const textServer = (write: () => Promise<string>, contentType: string): Server =>
  createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    write().then(
      (text) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });

/** Metrics of a process, in a registry of their own, with those of Node beside them. */
export function prometheus(service: string): ServedMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const { http, refused, appends, groups: sizes } = counters([registry]);
  let ask = (): Promise<void> => Promise.resolve();
  const server = textServer(async () => {
    await ask();
    return registry.metrics();
  }, registry.contentType);
  return {
    answered: (operation, status, seconds) => http.observe({ operation, status }, seconds),
    refused: (code) => refused.inc({ code }),
    appended: (seconds, outcome) => appends.observe({ outcome }, seconds),
    grouped: (count) => sizes.observe(count),
    listen: (options) => {
      ask = partGauges([registry], options);
      if (options.readers) countReaders([registry], options.readers);
      return listening(server, options);
    },
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
