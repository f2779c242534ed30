import type { ServedMetrics } from './metrics.ts';

/** Metrics where a port is configured for them. The library is loaded only then. */
export async function metricsIf(
  port: number | undefined,
  service: string,
): Promise<ServedMetrics | undefined> {
  if (port === undefined) return undefined;
  const { prometheus } = await import('./prometheus.ts');
  return prometheus(service);
}
