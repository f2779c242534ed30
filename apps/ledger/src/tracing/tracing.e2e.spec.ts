import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { tracingIf } from '#platform';
import { patience, startLedger } from '../testing/index.ts';
import { CommandTraces } from './command-traces.ts';

type Span = Readonly<{ traceId: string; spanId: string; parentSpanId?: string; name: string }>;
type Exported = Readonly<{
  resourceSpans: readonly Readonly<{ scopeSpans: readonly Readonly<{ spans: readonly Span[] }>[] }>[];
}>;

const variable = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/** A collector of OpenTelemetry: OTLP over HTTP, as JSON. */
async function collector() {
  const spans: Span[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      texts.push(JSON.stringify(body));
      for (const { scopeSpans } of (body as Exported).resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { spans, texts, url, close: () => server.close() };
}

it(
  'one command is one trace, from the request to the projection, in the trace of its caller',
  async () => {
    expect(await tracingIf('ledger')).toBeUndefined();
    const collected = await collector();
    process.env[variable] = collected.url;
    const tracing = await tracingIf('ledger');
    if (!tracing) throw new Error('there is a collector and no tracing');
    const ledger = await startLedger({}, { tracing: new CommandTraces(tracing) });
    const [traceId, caller] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
    try {
      const { headers } = await ledger.record(
        '/v1/organizations/board/register-organization',
        { name: 'Board of Zephyrine' },
        { headers: { traceparent: `00-${traceId}-${caller}-01` } },
      );
      expect(headers['x-correlation-id']).toBe(traceId);
      await ledger.settled();
    } finally {
      await ledger.close();
      await tracing.close();
      delete process.env[variable];
      collected.close();
    }
    const spans = collected.spans.filter((span) => span.traceId === traceId);
    const named = (name: string) => spans.find((span) => span.name === name);
    const [request, command, append, project] = [
      named('POST registerOrganization'),
      named('decide and record'),
      named('append'),
      named('project'),
    ];
    expect(request?.parentSpanId).toBe(caller);
    expect(command?.parentSpanId).toBe(request?.spanId);
    expect(append?.parentSpanId).toBe(command?.spanId);
    expect(project?.parentSpanId).toBe(append?.spanId);
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(4);
    expect(collected.texts.join('')).not.toContain('Zephyrine');
  },
  patience,
);
