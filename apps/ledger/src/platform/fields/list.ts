import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested } from 'class-validator';
import { documented, field, unlessLeftOut } from './field.ts';
import type { FieldOptions } from './field.ts';
import { idMaxLength, idPattern, isId, isText } from './text.ts';

type ListOptions = FieldOptions & Readonly<{ min?: number; max?: number }>;

const defaultListLength = 200;

/** A list of ids. */
export function IdList(options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = defaultListLength } = options;
  const test = (value: unknown): boolean =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(isId);
  const items = { type: 'string', pattern: idPattern, maxLength: idMaxLength };
  return field({ name: 'ids', says: `must be a list of ${min} to ${max} ids`, test }, options, {
    type: 'array',
    items,
    minItems: min,
    maxItems: max,
  });
}

/** A list of texts. */
export function TextList(options: ListOptions & Readonly<{ textMax: number }>): PropertyDecorator {
  const { min = 0, max = defaultListLength, textMax } = options;
  const test = (value: unknown): boolean =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(isText(textMax));
  const items = { type: 'string', minLength: 1, maxLength: textMax };
  return field(
    { name: 'texts', says: `must be a list of ${min} to ${max} texts of 1 to ${textMax} characters`, test },
    options,
    { type: 'array', items, minItems: min, maxItems: max },
  );
}

/** A list of some of these values. */
export function ListOfOneOf(values: readonly string[], options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = defaultListLength } = options;
  const isOne = (value: unknown): boolean => typeof value === 'string' && values.includes(value);
  return field(
    {
      name: 'listOfOneOf',
      says: `must be a list of ${min} to ${max} of ${values.join(', ')}`,
      test: (value) =>
        Array.isArray(value) && value.length >= min && value.length <= max && value.every(isOne),
    },
    options,
    { type: 'array', items: { type: 'string', enum: [...values] }, minItems: min, maxItems: max },
  );
}

type Class = new () => object;

/** One object of a class; its own fields are checked too. */
export const Nested = (type: Class, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    ...(options.optional ? [unlessLeftOut] : []),
    ValidateBy({
      name: 'object',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => 'must be an object',
      },
    }),
    ValidateNested(),
    Type(() => type),
    documented(options, { type: () => type }),
  );

/** A list of objects of a class. */
export function ListOf(type: Class, options: ListOptions = {}): PropertyDecorator {
  const { min = 0, max = defaultListLength } = options;
  return applyDecorators(
    ...(options.optional ? [unlessLeftOut] : []),
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(min, { message: `must have at least ${min} entries` }),
    ArrayMaxSize(max, { message: `must have at most ${max} entries` }),
    ValidateNested({ each: true }),
    Type(() => type),
    documented(options, {
      type: () => type,
      isArray: true,
      minItems: min,
      maxItems: max,
    }),
  );
}
