import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Socket } from 'node:net';
import type { Config } from '../config/index.ts';
import { nestLogger } from '../logging/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Metrics } from '../metrics/index.ts';
import { plainProblem, problemOf } from '../problems/http-errors.ts';
import { ProblemFilter, problemMediaType } from '../problems/problem-filter.ts';
import type { Problem } from '../problems/index.ts';
import { allowedMethodsOf } from './allowed-methods.ts';
import { correlationHeader, correlationIdOf } from './correlation.ts';
import { registerProblemPages } from './problem-pages.ts';
import { RateLimit } from './rate-limit.ts';
import type { RequestTraces } from './request-traces.ts';

export type AppOptions = Readonly<{
  config: Config;
  logger: Logger;
  /** Gzip or Brotli for answers that are worth it. */
  compress?: boolean;
  metrics?: Metrics | undefined;
  traces?: RequestTraces | undefined;
  /** Makes problems of the application's own errors. */
  translate?: (error: unknown) => Problem | undefined;
}>;

/** Milliseconds in which a whole request must have arrived. */
const requestTimeout = 30_000;

const maxParamLength = 200;

/** Nothing of ours is framed, sniffed or told to others; an app that serves pages sends a looser policy with them. */
const strictHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What is not HTTP at all gets the last answer that can be written. */
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooLarge
    ? '431 Request Header Fields Too Large'
    : timedOut
      ? '408 Request Timeout'
      : '400 Bad Request';
  const body = plainProblem(tooLarge ? 'HEADERS_TOO_LARGE' : timedOut ? 'REQUEST_TIMEOUT' : 'BAD_REQUEST');
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** A number of hops as Fastify's function of an address and its distance. */
const trusted = (proxies: Config['trustProxy']) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;

const fastifyOptions = ({ config }: AppOptions): FastifyServerOptions => ({
  trustProxy: trusted(config.trustProxy),
  bodyLimit: config.bodyLimit,
  requestTimeout,
  routerOptions: { maxParamLength },
  genReqId: ({ headers }) => correlationIdOf(headers),
  clientErrorHandler: refuseConnection,
  frameworkErrors: (error, request, reply: FastifyReply) => {
    const problem = problemOf(error);
    const headers = { ...strictHeaders, [correlationHeader]: request.id, 'cache-control': 'no-store' };
    void reply
      .code(problem.status)
      .headers(headers)
      .type(problemMediaType)
      .send(JSON.stringify(problem.toDocument(request.id)));
  },
});

/** JSON is the only body that is read, and none at all is an empty command. */
function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}

function addHooks(fastify: FastifyInstance, { config, logger }: AppOptions): void {
  const limit = new RateLimit(config.rateLimit);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header(correlationHeader, request.id).headers(strictHeaders);
    limit.hit(request.ip);
    done();
  });
  if (!logger.isLevelEnabled('debug')) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id: correlationId, method } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    logger.debug(
      { correlationId, method, route: request.routeOptions.url, status: reply.statusCode, ms },
      'answered',
    );
    done();
  });
}

/** The operation of a route, or its pattern: never the address as it came, which has ids in it. */
function operationOf({ routeOptions }: FastifyRequest): string {
  const { operation } = routeOptions.config as Readonly<{ operation?: string }>;
  return operation ?? routeOptions.url ?? 'none';
}

function count(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    // A stream lasts as long as its reader wants.
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream'))
      metrics.answered(operationOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/**
 * A Nest app on Fastify with what every service of ours does alike: problem documents for every error,
 * correlation ids, limits, security headers, JSON and nothing else in bodies.
 */
export async function createFastifyApp(
  module: Type | DynamicModule,
  options: AppOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(fastifyOptions(options));
  const fastify: FastifyInstance = adapter.getInstance();
  const allowedMethods = allowedMethodsOf(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(options.logger),
    bodyParser: false,
    abortOnError: false,
  });
  readJsonOnly(fastify);
  addHooks(fastify, options);
  const { logger, metrics, translate } = options;
  if (metrics) count(fastify, metrics);
  options.traces?.follow(fastify, operationOf);
  if (options.compress) await fastify.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  registerProblemPages(fastify);
  const refused = metrics?.refused;
  app.useGlobalFilters(
    new ProblemFilter({ logger, refused, allowedMethods, ...(translate && { translate }) }),
  );
  return app;
}
