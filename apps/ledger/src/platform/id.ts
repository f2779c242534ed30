import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { Problem } from '#platform';
import { isId } from './fields.ts';

const idPipe: PipeTransform<unknown, string> = {
  transform(value, { data }) {
    if (isId(value)) return value;
    throw new Problem('ID_INVALID', { inputs: { [data ?? 'id']: value } });
  },
};

/** An id in the path. */
export const Id = (name: string): ParameterDecorator => Param(name, idPipe);
