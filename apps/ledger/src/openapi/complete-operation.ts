import type { OperationObject, ResponseObject } from '@nestjs/swagger';
import { requestExample } from './examples.ts';
import type { Schemas } from './examples.ts';
import { operationKind } from '../platform/operation.ts';
import { answerHeaders, commandParameters, problemResponses } from './components.ts';

type Kind = Readonly<{ kind: 'command' | 'query'; needs: string }>;

const commandProblems = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503];
const queryProblems = [400, 401, 403, 404, 429, 503];
const openProblems = [429, 503];

const problemsOf = ({ kind, needs }: Kind): readonly number[] => {
  if (kind === 'command') return commandProblems;
  return needs === 'anyone' ? openProblems : queryProblems;
};

const anonymous: Kind = { kind: 'query', needs: 'anyone' };

const kindOf = (operation: OperationObject): Kind => {
  const extensions: Readonly<Record<string, unknown>> = { ...operation };
  return (extensions[operationKind] as Kind | undefined) ?? anonymous;
};

const isSuccess = (status: string): boolean => status.startsWith('2');

const mediaType = 'application/json';

type RequestBody = NonNullable<OperationObject['requestBody']>;
type Body = Readonly<{ content?: Readonly<Record<string, Readonly<{ schema: object }>>> }>;

function withExample(body: RequestBody, schemas: Schemas): RequestBody {
  const media = (body as Body).content?.[mediaType];
  if (!media || !('$ref' in media.schema)) return body;
  const example = requestExample(String(media.schema.$ref), schemas);
  return { ...body, content: { [mediaType]: { ...media, example } } };
}

/** Adds to an operation what all of its kind have: headers, problems, security, an example. */
export function completeOperation(operation: OperationObject, schemas: Schemas): OperationObject {
  const kind = kindOf(operation);
  const isOpen = kind.needs === 'anyone';
  const answers = Object.entries(operation.responses).map(([status, response]) => [
    status,
    isSuccess(status) && !isOpen ? { ...(response as ResponseObject), headers: answerHeaders } : response,
  ]);
  return {
    ...operation,
    ...(kind.kind === 'command' && { parameters: [...(operation.parameters ?? []), ...commandParameters] }),
    responses: {
      ...Object.fromEntries(answers),
      ...problemResponses(problemsOf(kind)),
    } as OperationObject['responses'],
    ...(operation.requestBody && { requestBody: withExample(operation.requestBody, schemas) }),
    security: isOpen ? [] : [{ bearer: [] }],
  };
}
