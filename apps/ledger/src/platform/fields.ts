import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { acceptedTimes, isTimeZone, parseWhen } from '#governance';
import { markDate } from './dates.ts';
import type { PartialDate as DateText } from './dates.ts';

type Shape = Readonly<{
  type?: string;
  format?: string;
  pattern?: string;
  maxLength?: number;
  minLength?: number;
}>;

export type FieldOptions = Readonly<{
  description?: string;
  example?: unknown;
  /** The field may be left out; `null` is never a value. */
  optional?: boolean;
}>;

type Check = Readonly<{ name: string; says: string; test: (value: unknown) => boolean }>;

const unlessLeftOut = ValidateIf((_object: object, value: unknown) => value !== undefined);

const documented = ({ description, example, optional }: FieldOptions, shape: ApiPropertyOptions) =>
  ApiProperty({
    ...shape,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    required: !optional,
  } as ApiPropertyOptions);

/** One check with one sentence, in validation and in the description of the interface. */
function field(
  { name, says, test }: Check,
  options: FieldOptions,
  shape: ApiPropertyOptions,
): PropertyDecorator {
  const check = ValidateBy({ name, validator: { validate: test, defaultMessage: () => says } });
  return applyDecorators(...(options.optional ? [unlessLeftOut] : []), check, documented(options, shape));
}

const isText =
  (max: number, pattern?: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' &&
    value.length <= max &&
    value.isWellFormed() &&
    (pattern ? pattern.test(value) : value.trim() !== '');

const textField = (
  says: string,
  shape: Shape & Readonly<{ maxLength: number }>,
  options: FieldOptions,
): PropertyDecorator =>
  field(
    {
      name: 'text',
      says,
      test: isText(shape.maxLength, shape.pattern ? new RegExp(shape.pattern) : undefined),
    },
    options,
    { type: 'string', ...shape } as ApiPropertyOptions,
  );

export const idPattern = '^[a-z0-9][a-z0-9_.-]*$';
export const idMaxLength = 100;
const idSays = `must be an id: up to ${idMaxLength} lower-case letters, digits, dots, hyphens and underscores`;
const idExpression = new RegExp(idPattern);

/** Whether a text can stand for a stream, a seat, an item, … (a UUID is such a text). */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= idMaxLength && idExpression.test(value);

export const IdField = (options: FieldOptions = {}): PropertyDecorator =>
  textField(idSays, { minLength: 1, maxLength: idMaxLength, pattern: idPattern }, options);

export const TextField = (options: FieldOptions & Readonly<{ max: number }>): PropertyDecorator =>
  textField(
    `must be a text of 1 to ${options.max} characters`,
    { minLength: 1, maxLength: options.max },
    options,
  );

export const Sha256Field = (options: FieldOptions = {}): PropertyDecorator =>
  textField(
    'must be a SHA-256 in 64 lower-case hexadecimal digits',
    { maxLength: 64, pattern: '^[0-9a-f]{64}$' },
    options,
  );

export const LanguageField = (options: FieldOptions = {}): PropertyDecorator =>
  textField(
    'must be a language tag (BCP 47), as in en or es-MX',
    { maxLength: 35, pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
    { example: 'en', ...options },
  );

export const UrlField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    {
      name: 'url',
      says: 'must be an absolute http or https address of up to 2 000 characters',
      test: (value) => isText(2_000, /^https?:\/\//)(value) && URL.canParse(value as string),
    },
    options,
    { type: 'string', format: 'uri', maxLength: 2_000 },
  );

export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    {
      name: 'instant',
      says: 'must be an instant, as in 2026-09-01T17:00:00Z',
      test: (value) => isText(40)(value) && parseWhen(value as string, 'UTC')?.precision === 'instant',
    },
    options,
    { type: 'string', format: 'date-time' },
  );

export const TimeZoneField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    {
      name: 'timeZone',
      says: 'must be the name of a time zone (IANA), as in America/Los_Angeles',
      test: (value) => isText(64)(value) && isTimeZone(value as string),
    },
    { example: 'America/Los_Angeles', ...options },
    { type: 'string', maxLength: 64 },
  );

/** The type of a field that is a `@PartialDate()`. */
export type PartialDate = DateText;

/** A date as precisely as it is known. */
export function PartialDate(options: FieldOptions = {}): PropertyDecorator {
  const decorate = field(
    {
      name: 'partialDate',
      says: `must be ${acceptedTimes}`,
      test: (value) => isText(40)(value) && parseWhen(value as string, 'UTC') !== undefined,
    },
    { example: '2019-fall', ...options },
    { type: 'string', format: 'partial-date', maxLength: 40 },
  );
  return (prototype, name) => {
    markDate(prototype, String(name));
    decorate(prototype, name);
  };
}

export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    {
      name: 'oneOf',
      says: `must be one of ${values.join(', ')}`,
      test: (value) => typeof value === 'string' && values.includes(value),
    },
    options,
    { type: 'string', enum: [...values] },
  );

export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { name: 'flag', says: 'must be true or false', test: (value) => typeof value === 'boolean' },
    options,
    { type: 'boolean' },
  );

export const Count = (
  options: FieldOptions & Readonly<{ min?: number; max?: number }> = {},
): PropertyDecorator => {
  const { min = 0, max = 1_000_000 } = options;
  return field(
    {
      name: 'count',
      says: `must be a whole number from ${min} to ${max}`,
      test: (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    },
    options,
    { type: 'integer', minimum: min, maximum: max },
  );
};

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
