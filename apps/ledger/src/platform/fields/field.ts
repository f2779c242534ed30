import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

export type FieldOptions = Readonly<{
  description?: string;
  example?: unknown;
  /** The field may be left out; `null` is never a value. */
  optional?: boolean;
}>;

export type Check = Readonly<{ name: string; says: string; test: (value: unknown) => boolean }>;

export const unlessLeftOut = ValidateIf((_object: object, value: unknown) => value !== undefined);

export const documented = ({ description, example, optional }: FieldOptions, shape: ApiPropertyOptions) =>
  ApiProperty({
    ...shape,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    required: !optional,
  } as ApiPropertyOptions);

/** One check with one sentence, in validation and in the description of the interface. */
export function field(
  { name, says, test }: Check,
  options: FieldOptions,
  shape: ApiPropertyOptions,
): PropertyDecorator {
  const check = ValidateBy({ name, validator: { validate: test, defaultMessage: () => says } });
  return applyDecorators(...(options.optional ? [unlessLeftOut] : []), check, documented(options, shape));
}
