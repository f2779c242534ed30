import { Catch, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/index.ts';
import { problemOf } from './http-errors.ts';
import { Problem } from './problem.ts';

export type ProblemFilterOptions = Readonly<{
  logger: Logger;
  /** Told the code of every problem that is answered. */
  refused?: ((code: string) => void) | undefined;
  /** Makes problems of an application's own errors. */
  translate?: (error: unknown) => Problem | undefined;
  /** The methods that the path of a URL takes; empty where there is no such path. */
  allowedMethods: (url: string) => readonly string[];
}>;

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** The only place where an error becomes an answer (RFC 9457). */
export class ProblemFilter implements ExceptionFilter {
  readonly #options: ProblemFilterOptions;

  constructor(options: ProblemFilterOptions) {
    this.#options = options;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.#problem(error, request);
    this.#log(problem, request);
    this.#options.refused?.(problem.code);
    if (reply.sent) return;
    void reply
      .code(problem.status)
      .headers({ 'cache-control': 'no-store', ...problem.details.headers })
      .type(problemMediaType)
      .send(JSON.stringify(problem.toDocument(request.id)));
  }

  #problem(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof NotFoundException) {
      const allowed = this.#options.allowedMethods(request.url);
      if (allowed.length > 0)
        return new Problem('METHOD_NOT_ALLOWED', { headers: { allow: allowed.join(', ') } });
    }
    return this.#options.translate?.(error) ?? problemOf(error);
  }

  #log(problem: Problem, request: FastifyRequest): void {
    if (problem.code !== 'INTERNAL_ERROR') return;
    const { id: correlationId, method } = request;
    const route = request.routeOptions.url;
    this.#options.logger.error(
      { err: problem.cause ?? problem, correlationId, method, route },
      'request failed',
    );
  }
}

Catch()(ProblemFilter);
