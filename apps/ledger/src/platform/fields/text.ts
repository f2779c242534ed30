import type { ApiPropertyOptions } from '@nestjs/swagger';
import { idMaxLength, idPattern, isId } from '#governance';
import { field } from './field.ts';
import type { FieldOptions } from './field.ts';

export { idMaxLength, idPattern, isId };

type Shape = Readonly<{
  type?: string;
  format?: string;
  pattern?: string;
  maxLength?: number;
  minLength?: number;
}>;

export const isText =
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

const idSays = `must be an id: up to ${idMaxLength} lower-case letters, digits, dots, hyphens and underscores`;

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
