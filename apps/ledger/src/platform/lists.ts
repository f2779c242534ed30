import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested } from 'class-validator';
import { unlessLeftOut } from './fields/field.ts';

type Class = new () => object;
type Bounds = Readonly<{ description?: string; min: number; max: number }>;

const bounded = ({ min, max }: Bounds): readonly PropertyDecorator[] => [
  IsArray({ message: 'must be a list' }),
  ArrayMinSize(min, { message: `must have at least ${min} entries` }),
  ArrayMaxSize(max, { message: `must have at most ${max} entries` }),
];

/** Classes that a schema refers to without being one itself. */
const knows =
  (...types: readonly Class[]): PropertyDecorator =>
  (prototype) => {
    ApiExtraModels(...types)(prototype.constructor);
  };

const described = ({ description }: Bounds) => (description === undefined ? {} : { description });

/** A list of lists of objects of a class: alternatives of conjunctions. */
export const ListsOf = (type: Class, bounds: Bounds & Readonly<{ optional?: boolean }>): PropertyDecorator =>
  applyDecorators(
    ...(bounds.optional ? [unlessLeftOut] : []),
    ...bounded(bounds),
    ValidateBy({
      name: 'lists',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.every((one) => Array.isArray(one) && one.length <= bounds.max),
        defaultMessage: () => `must be a list of lists of at most ${bounds.max} entries each`,
      },
    }),
    ValidateNested({ each: true }),
    Type(() => type),
    knows(type),
    ApiProperty({
      type: 'array',
      items: { type: 'array', items: { $ref: getSchemaPath(type) }, maxItems: bounds.max },
      minItems: bounds.min,
      maxItems: bounds.max,
      required: !bounds.optional,
      ...described(bounds),
    }),
  );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A list of objects of two classes, told apart by a field that only the second has. */
export const ListOfEither = (
  first: Class,
  second: Class,
  mark: string,
  { optional = false, ...bounds }: Bounds & Readonly<{ optional?: boolean }>,
): PropertyDecorator =>
  applyDecorators(
    ...(optional ? [unlessLeftOut] : []),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) =>
            isObject(one) ? plainToInstance(mark in one ? second : first, one) : one,
          )
        : value,
    ),
    ...bounded(bounds),
    ValidateNested({ each: true, message: 'must be a list of objects' }),
    knows(first, second),
    ApiProperty({
      required: !optional,
      type: 'array',
      items: { oneOf: [first, second].map((type) => ({ $ref: getSchemaPath(type) })) },
      minItems: bounds.min,
      maxItems: bounds.max,
      ...described(bounds),
    }),
  );

/**
 * A list of objects of several classes, told apart by a field that all of them have. What is of no kind is held
 * against `other`, which says in that field which there are.
 */
export function ListOfKinds(
  field: string,
  kinds: Readonly<Record<string, Class>>,
  other: Class,
  { optional = false, ...bounds }: Bounds & Readonly<{ optional?: boolean }>,
): PropertyDecorator {
  const classOf = (one: object): Class => {
    const kind: unknown = (one as Readonly<Record<string, unknown>>)[field];
    return (typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? other;
  };
  const types = Object.values(kinds);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (isObject(one) ? plainToInstance(classOf(one), one) : one))
        : value,
    ),
    ...(optional ? [unlessLeftOut] : []),
    ...bounded(bounds),
    ValidateNested({ each: true, message: 'must be a list of objects' }),
    knows(...types),
    ApiProperty({
      type: 'array',
      required: !optional,
      items: { oneOf: types.map((type) => ({ $ref: getSchemaPath(type) })) },
      minItems: bounds.min,
      maxItems: bounds.max,
      ...described(bounds),
    }),
  );
}
