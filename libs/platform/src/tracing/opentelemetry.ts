import { randomBytes } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { IdGenerator, Sampler } from '@opentelemetry/sdk-trace';
import { traceIdOf } from './ids.ts';
import type { Span, Tracing } from './tracing.ts';

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, consumer: SpanKind.CONSUMER };

const newSpanId = (): string => randomBytes(8).toString('hex');

/** Gives the ids that a span is to have. */
class ChosenIds implements IdGenerator {
  traceId = '';
  spanId = '';
  generateTraceId = (): string => this.traceId;
  generateSpanId = (): string => this.spanId;
}

/** By the trace's id alone: all threads and processes decide alike. */
function samplerOf({
  OTEL_TRACES_SAMPLER: name = '',
  OTEL_TRACES_SAMPLER_ARG: ratio,
}: NodeJS.ProcessEnv): Sampler {
  if (name.endsWith('always_off')) return new AlwaysOffSampler();
  return name.endsWith('traceidratio')
    ? new TraceIdRatioBasedSampler(Number(ratio ?? 1))
    : new AlwaysOnSampler();
}

const contextOf = ({ correlationId, parentId }: Span) =>
  parentId === undefined
    ? ROOT_CONTEXT
    : trace.setSpanContext(ROOT_CONTEXT, {
        traceId: traceIdOf(correlationId),
        spanId: parentId,
        traceFlags: TraceFlags.SAMPLED,
      });

/** Spans to the collector that the standard variables name. */
export function openTelemetry(service: string): Tracing {
  const ids = new ChosenIds();
  const name = process.env.OTEL_SERVICE_NAME ?? `minutebook-${service}`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name }),
    sampler: samplerOf(process.env),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('minutebook');
  return {
    newSpanId,
    ended: (span) => {
      ids.traceId = traceIdOf(span.correlationId);
      ids.spanId = span.spanId ?? newSpanId();
      const started = tracer.startSpan(
        span.name,
        {
          kind: kinds[span.kind ?? 'internal'],
          startTime: span.startedAt,
          attributes: { ...span.attributes, 'minutebook.correlation_id': span.correlationId },
          ...(span.link && { links: [{ context: { ...span.link, traceFlags: TraceFlags.SAMPLED } }] }),
        },
        contextOf(span),
      );
      if (span.failed) started.setStatus({ code: SpanStatusCode.ERROR });
      started.end();
    },
    close: () => provider.shutdown(),
  };
}
