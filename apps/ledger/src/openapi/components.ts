import type { ComponentsObject, ParameterObject, ReferenceObject, ResponseObject } from '@nestjs/swagger';
import { catalogueEntry, correlationHeader, problemMediaType } from '#platform';
import { positionHeader } from '../platform/answer-headers.ts';

const problemMedia = problemMediaType.split(';', 1)[0] ?? '';

export const reference = (
  section: 'headers' | 'parameters' | 'responses',
  name: string,
): ReferenceObject => ({
  $ref: `#/components/${section}/${name}`,
});

const text = (description: string, example?: string) => ({
  description,
  schema: { type: 'string', ...(example !== undefined && { example }) },
});

/** RFC 9457 with our extensions. */
const problemSchema = {
  type: 'object',
  description: 'A problem document (RFC 9457). `type` leads to what the code means.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/seat-occupied' },
    title: { type: 'string', example: 'The seat is filled' },
    status: { type: 'integer', example: 422 },
    detail: {
      type: 'string',
      description: 'What to do.',
      example: 'Vacate the seat first, or check the terms.',
    },
    code: { type: 'string', description: 'Stable: programs go by it.', example: 'SEAT_OCCUPIED' },
    rule: { type: 'string', description: 'The rule that refused, where one did.', example: 'SP-02' },
    citation: { type: 'string', description: 'Where the rule stands.', example: 'Cal. Gov. Code § 54956' },
    clause: {
      type: 'object',
      additionalProperties: true,
      description: 'The clause that the rule comes from.',
    },
    inputs: { type: 'object', additionalProperties: true, description: 'What the rule looked at.' },
    errors: {
      type: 'array',
      description: 'Every wrong field.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', format: 'json-pointer', example: '/startsAt' },
          detail: { type: 'string', example: 'must be true or false' },
        },
      },
    },
    correlationId: { type: 'string', description: 'As in X-Correlation-Id.' },
  },
};

type Problem = Readonly<{ name: string; description: string; example: string; headers?: readonly string[] }>;

/** What any operation may answer besides its own answer, by status. */
const problems: Readonly<Record<string, Problem>> = {
  400: { name: 'Invalid', description: 'The request cannot be read.', example: 'VALIDATION_FAILED' },
  401: {
    name: 'Unauthenticated',
    description: 'No key or token, or none that is accepted.',
    example: 'UNAUTHENTICATED',
    headers: ['WWW-Authenticate'],
  },
  403: { name: 'Forbidden', description: 'The role does not allow it.', example: 'FORBIDDEN' },
  404: { name: 'NotFound', description: 'There is no such thing.', example: 'NOT_FOUND' },
  409: { name: 'Conflict', description: 'It is there already.', example: 'SEAT_EXISTS' },
  412: { name: 'Stale', description: 'The record has moved on from If-Match.', example: 'STALE_REVISION' },
  413: { name: 'TooLarge', description: 'The body or the event is too large.', example: 'BODY_TOO_LARGE' },
  415: { name: 'NotJson', description: 'The body is not JSON.', example: 'UNSUPPORTED_MEDIA_TYPE' },
  422: { name: 'Refused', description: 'The rules do not allow it.', example: 'SEAT_OCCUPIED' },
  429: {
    name: 'TooManyRequests',
    description: 'Wait as long as Retry-After says.',
    example: 'TOO_MANY_REQUESTS',
    headers: ['Retry-After'],
  },
  503: { name: 'Unavailable', description: 'Try again.', example: 'UNAVAILABLE', headers: ['Retry-After'] },
};

function problemResponse({ description, example, headers = [] }: Problem): ResponseObject {
  const { title, status, help } = catalogueEntry(example);
  const type = `/problems/${example.toLowerCase().replaceAll('_', '-')}`;
  return {
    description,
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((name) => [name, reference('headers', name)])),
    }),
    content: {
      [problemMedia]: {
        schema: { $ref: '#/components/schemas/Problem' },
        example: { type, title, status, detail: help, code: example },
      },
    },
  };
}

/** References to the problems of these statuses. */
export const problemResponses = (statuses: readonly number[]): Record<string, ReferenceObject> =>
  Object.fromEntries(
    statuses.map((status) => [status, reference('responses', problems[status]?.name ?? '')]),
  );

const commandHeaders: Readonly<Record<string, ParameterObject>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Repeating a command with the same key answers with its first outcome. A UUID is a good key.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
    example: '0198c7a2-3a1f-7c3e-9a55-1f0f3b6a2d11',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag on which the command was decided: it is refused if the record has moved on.',
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
    example: '"12"',
  },
  CorrelationId: {
    name: correlationHeader,
    in: 'header',
    description: 'Stands in the answer, in the log and in the events.',
    schema: { type: 'string', maxLength: 100, pattern: '^[A-Za-z0-9._:/+=-]+$' },
  },
};

export const commandParameters: readonly ReferenceObject[] = Object.keys(commandHeaders).map((name) =>
  reference('parameters', name),
);

/** What operations refer to instead of repeating it. */
export const sharedComponents: ComponentsObject = {
  schemas: { Problem: problemSchema },
  parameters: { ...commandHeaders },
  headers: {
    ETag: text('The revision of the stream, in double quotes.', '"12"'),
    [positionHeader]: text('The position up to which the record was written or read.', '4711'),
    [correlationHeader]: text('The correlation id of the request.'),
    'Retry-After': text('Seconds to wait.', '1'),
    'WWW-Authenticate': text('How to authenticate (RFC 6750).', 'Bearer realm="minutebook"'),
  },
  responses: Object.fromEntries(
    Object.values(problems).map((problem) => [problem.name, problemResponse(problem)]),
  ),
};

export const answerHeaders = {
  ETag: reference('headers', 'ETag'),
  [positionHeader]: reference('headers', positionHeader),
  [correlationHeader]: reference('headers', correlationHeader),
};
