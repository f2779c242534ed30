import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '#platform';
import { isId } from '../platform/index.ts';

/** `{motionId}:{voteEventId}`. */
export const isDecisionId = (value: unknown): value is string =>
  typeof value === 'string' && value.split(':').length === 2 && value.split(':').every(isId);

export const motionIdOf = (decisionId: string): string => decisionId.slice(0, decisionId.indexOf(':'));

const pipe: PipeTransform<unknown, string> = {
  transform(value) {
    if (isDecisionId(value)) return value;
    throw new Problem('ID_INVALID', { inputs: { decisionId: value } });
  },
};

export const DecisionId = (): ParameterDecorator => Param('decisionId', pipe);

export const DecisionIdParam = (): MethodDecorator =>
  ApiParam({
    name: 'decisionId',
    description: 'The motion and its vote, with a colon between them.',
    schema: {
      type: 'string',
      pattern: '^[a-z0-9][a-z0-9_.-]*:[a-z0-9][a-z0-9_.-]*$',
      maxLength: 201,
      example: 'coordinators:vote-1',
    },
  });
