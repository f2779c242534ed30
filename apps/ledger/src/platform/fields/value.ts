import { acceptedDurations, acceptedTimes, isTimeZone, parseDuration, parseWhen } from '#governance';
import { markDate } from '../dates.ts';
import type { PartialDate as DateText } from '../dates.ts';
import { field } from './field.ts';
import type { FieldOptions } from './field.ts';
import { isText } from './text.ts';

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

export const DurationField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    {
      name: 'duration',
      says: `must be ${acceptedDurations}`,
      test: (value) => isText(30)(value) && parseDuration(value as string) !== undefined,
    },
    { example: 'P90D', ...options },
    { type: 'string', maxLength: 30 },
  );

/** Any number that JSON can hold. */
export const NumberField = (options: FieldOptions = {}): PropertyDecorator =>
  field({ name: 'number', says: 'must be a number', test: (value) => Number.isFinite(value) }, options, {
    type: 'number',
  });

const jsonTypes = [
  ...['number', 'string', 'boolean', 'null', 'object'].map((type) => ({ type })),
  { type: 'array', items: {} },
];

/** Any JSON value whose text is not too long. */
export const JsonField = (options: FieldOptions & Readonly<{ max: number }>): PropertyDecorator =>
  field(
    {
      name: 'json',
      says: `must be a JSON value of at most ${options.max} characters`,
      test: (value) => value !== undefined && JSON.stringify(value).length <= options.max,
    },
    options,
    { oneOf: jsonTypes },
  );

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose fields are looked at later, by whoever knows what they mean. */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  field({ name: 'object', says: 'must be an object', test: isObject }, options, {
    type: 'object',
    additionalProperties: true,
  });
/** A whole number, or `unknown` where nobody knows it. */
export const CountOrUnknown = (options: FieldOptions & Readonly<{ max: number }>): PropertyDecorator =>
  field(
    {
      name: 'countOrUnknown',
      says: `must be a whole number from 1 to ${options.max}, or unknown`,
      test: (value) =>
        value === 'unknown' ||
        (Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= options.max),
    },
    options,
    {
      oneOf: [
        { type: 'integer', minimum: 1, maximum: options.max },
        { type: 'string', enum: ['unknown'] },
      ],
    },
  );
