import { applyDecorators, Controller, Get, Post, SetMetadata } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtension,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { access } from '#governance';
import type { ViewName } from '../openapi/view-schemas.ts';
import { declareAccess, declareScope } from './access.ts';
import type { Need, Scope } from './access.ts';
import { idMaxLength, idPattern } from './fields.ts';
import { ReceiptBody } from './receipt.ts';

export const kebabCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const commandName = 'minutebook:command';

/** The operationId of a handler that records a command; undefined for any other. */
export const commandNameOf = (handler: object): string | undefined =>
  Reflect.getMetadata(commandName, handler) as string | undefined;

/** How the generated document knows commands from queries, and what they need. */
export const operationKind = 'x-minutebook';

type Common = Readonly<{ summary: string; description?: string; of?: Scope }>;

const documented = (
  operationId: string,
  kind: 'command' | 'query',
  { summary, description, of, needs }: Common & { needs: Need },
) => [
  ApiOperation({
    operationId,
    summary,
    ...(description !== undefined && { description }),
  }),
  ApiExtension(operationKind, { kind, needs }),
  RouteConfig({ operation: operationId }),
  declareAccess({ needs, ...(of !== undefined && { of }) }),
];

/**
 * One command: `POST …/fill-seat` for `fillSeat`, answered with 201 and a receipt.
 * What it needs is enforced by the guard; the headers and problems that all commands share stand in the
 * OpenAPI document by its kind.
 */
export const Operation = (
  operationId: string,
  options: Common & Readonly<{ needs: access.AccessRole; answers?: new (...args: never[]) => object }>,
): MethodDecorator =>
  applyDecorators(
    Post(kebabCase(operationId)),
    SetMetadata(commandName, operationId),
    ...documented(operationId, 'command', options),
    ApiCreatedResponse({
      type: options.answers ?? ReceiptBody,
      description: 'Recorded.',
    }),
  );

/** One query: `GET` at a path under that of its controller, answered with a view of that name. */
export const Read = (
  operationId: string,
  options: Common & Readonly<{ needs: Need; path?: string; answers?: ViewName }>,
): MethodDecorator =>
  applyDecorators(
    Get(options.path ?? ''),
    ...documented(operationId, 'query', options),
    ApiOkResponse({
      description: 'Found.',
      ...(options.answers && { schema: { $ref: getSchemaPath(options.answers) } }),
    }),
  );

/** An id in the path, as the OpenAPI document describes it. */
export const IdParam = (name: string): MethodDecorator & ClassDecorator =>
  ApiParam({ name, schema: { type: 'string', pattern: idPattern, minLength: 1, maxLength: idMaxLength } });

/** The controller of the commands of one category: `/v1/<collection>/{id}/…`. */
export const Resource = (
  collection: string,
  options: Readonly<{ id: string; tag: string; scope: Scope }>,
): ClassDecorator =>
  applyDecorators(
    Controller(`v1/${collection}/:${options.id}`),
    ApiTags(options.tag),
    IdParam(options.id),
    declareScope(options.scope),
  );
