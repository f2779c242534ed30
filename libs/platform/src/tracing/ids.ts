import { hash } from 'node:crypto';

/** What W3C Trace Context (§3.2) says of the caller. */
export type Caller = Readonly<{ traceId: string; spanId: string }>;

/** The caller of a request; undefined where its header is not one. */
export function callerOf(traceparent: string | string[] | undefined): Caller | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, traceId, spanId] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/.exec(traceparent) ?? [];
  const isValid =
    traceId !== undefined && spanId !== undefined && /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId);
  return isValid ? { traceId, spanId } : undefined;
}

/**
 * The trace of a correlation id, which every event carries: so any thread and any process that meets an event finds
 * its trace, and nothing has to be stored for it. A UUID or a trace id is its own.
 */
export function traceIdOf(correlationId: string): string {
  const hex = correlationId.replaceAll('-', '');
  return /^[0-9a-f]{32}$/.test(hex) && /[1-9a-f]/.test(hex)
    ? hex
    : hash('sha256', correlationId).slice(0, 32);
}

/** The span in which the events of a command were appended: whoever meets one of them knows it, too. */
export const appendSpanIdOf = (commandId: string): string =>
  hash('sha256', `append ${commandId}`).slice(0, 16);
