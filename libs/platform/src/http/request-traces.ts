import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf, traceIdOf } from '../tracing/index.ts';
import type { Tracing } from '../tracing/index.ts';

/** A span for each request, and which one it is while it is under way. */
export class RequestTraces {
  readonly #tracing: Tracing;
  readonly #underWay = new Map<string, Readonly<{ spanId: string; startedAt: number }>>();

  constructor(tracing: Tracing) {
    this.#tracing = tracing;
  }

  /** The span of the request with this correlation id. */
  spanIdOf(correlationId: string): string | undefined {
    return this.#underWay.get(correlationId)?.spanId;
  }

  follow(fastify: FastifyInstance, operationOf: (request: FastifyRequest) => string): void {
    fastify.addHook('onRequest', ({ id }, _reply, done) => {
      this.#underWay.set(id, { spanId: this.#tracing.newSpanId(), startedAt: Date.now() });
      done();
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      this.#answered(request, operationOf(request), reply.statusCode);
      done();
    });
  }

  #answered({ id, method, headers, routeOptions }: FastifyRequest, operation: string, status: number): void {
    const begun = this.#underWay.get(id);
    this.#underWay.delete(id);
    const caller = callerOf(headers.traceparent);
    const isOfCaller = caller?.traceId === traceIdOf(id);
    this.#tracing.ended({
      name: `${method} ${operation}`,
      kind: 'server',
      correlationId: id,
      spanId: begun?.spanId,
      parentId: isOfCaller ? caller.spanId : undefined,
      link: isOfCaller ? undefined : caller,
      startedAt: begun?.startedAt ?? Date.now(),
      attributes: {
        'http.request.method': method,
        'http.route': routeOptions.url ?? 'none',
        'http.response.status_code': status,
      },
      failed: status >= 500,
    });
  }
}
