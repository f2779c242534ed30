import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { callerOf } from '../tracing/index.ts';

export const correlationHeader = 'x-correlation-id';

/** What a client may call its request: it stands in logs and in the envelopes of events. */
const acceptable = /^[A-Za-z0-9._:/+=-]{1,100}$/;

/** The client's correlation id if it can be used, that of its trace (W3C Trace Context) if it has one, or a new one. */
export function correlationIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[correlationHeader];
  if (typeof given === 'string' && acceptable.test(given)) return given;
  return callerOf(headers.traceparent)?.traceId ?? randomUUID();
}
