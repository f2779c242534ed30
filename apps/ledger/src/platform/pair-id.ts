import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '#platform';
import { idMaxLength, isId } from './fields.ts';

/** Two ids with a colon between them, which neither holds. */
export function isPairId(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const colon = value.indexOf(':');
  return colon > 0 && isId(value.slice(0, colon)) && isId(value.slice(colon + 1));
}

const pairPipe: PipeTransform<unknown, string> = {
  transform(value, { data }) {
    if (isPairId(value)) return value;
    throw new Problem('ID_INVALID', { inputs: { [data ?? 'id']: value } });
  },
};

/** Two ids in the path. */
export const PairId = (name: string): ParameterDecorator => Param(name, pairPipe);

/** Two ids in the path, as the OpenAPI document describes them. */
export const PairIdParam = (
  name: string,
  { description, example }: Readonly<{ description: string; example: string }>,
): MethodDecorator & ClassDecorator =>
  ApiParam({
    name,
    description,
    schema: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9_.-]*$',
      maxLength: 2 * idMaxLength + 1,
      example,
    },
  });
