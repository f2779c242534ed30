import type { Tracing } from './tracing.ts';

/** Tracing where the standard variables of OpenTelemetry name a collector. The libraries are loaded only then. */
export async function tracingIf(service: string): Promise<Tracing | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = process.env;
  if (!all && !traces) return undefined;
  const { openTelemetry } = await import('./opentelemetry.ts');
  return openTelemetry(service);
}
