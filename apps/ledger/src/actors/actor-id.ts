import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { Problem } from '#platform';

/** An actor's id stands in its API key between underscores, so it holds none. */
const pattern = /^[a-z0-9][a-z0-9.-]{0,99}$/;

const pipe: PipeTransform<unknown, string> = {
  transform(value) {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new Problem('ID_INVALID', {
      detail: 'An actor id has up to 100 lower-case letters, digits, dots and hyphens.',
      inputs: { actorId: value },
    });
  },
};

export const ActorId = (): ParameterDecorator => Param('actorId', pipe);
