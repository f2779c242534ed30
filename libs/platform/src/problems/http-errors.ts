import { HttpException } from '@nestjs/common';
import { interfaceProblems } from './catalogue.ts';
import { Problem } from './problem.ts';

type FrameworkError = Readonly<{ statusCode: number; code?: string; message: string }>;

/** What the framework calls an error, where the status alone does not say it. */
const byFrameworkCode: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_BAD_URL: 'MALFORMED_URL',
  FST_ERR_ASYNC_CONSTRAINT: 'BAD_REQUEST',
};

/** Codes of which there is one for a status. */
const byStatus: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TIMEOUT',
  412: 'PRECONDITION_FAILED',
  413: 'BODY_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  416: 'RANGE_NOT_SATISFIABLE',
  429: 'TOO_MANY_REQUESTS',
  431: 'HEADERS_TOO_LARGE',
  501: 'NOT_IMPLEMENTED',
  503: 'UNAVAILABLE',
};

const isFrameworkError = (error: unknown): error is FrameworkError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';

const codeOf = (status: number, frameworkCode?: string): string => {
  const code = byFrameworkCode[frameworkCode ?? ''] ?? byStatus[status];
  return code ?? (status >= 500 ? 'INTERNAL_ERROR' : 'BAD_REQUEST');
};

/** Any error as the problem that the client sees; what is not the client's to know becomes INTERNAL_ERROR. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const cause = error instanceof HttpException && error.cause !== undefined ? error.cause : error;
  if (cause instanceof SyntaxError && 'statusCode' in cause)
    return new Problem('MALFORMED_JSON', {}, { cause });
  if (isFrameworkError(cause)) return new Problem(codeOf(cause.statusCode, cause.code), {}, { cause });
  if (error instanceof HttpException) return new Problem(codeOf(error.getStatus()), {}, { cause: error });
  return new Problem('INTERNAL_ERROR', {}, { cause: error });
}

/** The document of a code, for where nothing can be thrown. */
export const plainProblem = (code: keyof typeof interfaceProblems): string =>
  JSON.stringify(new Problem(code).toDocument());
