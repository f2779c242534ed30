import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from '#platform';
import type { FieldError } from '#platform';

/** A segment of a JSON Pointer (RFC 6901 §3). */
const segment = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const sentence = (constraint: string, message: string): string =>
  constraint === 'whitelistValidation' ? 'is not a field of this request' : message;

/** Every wrong field with its place, outer ones first. */
function* fieldErrors(errors: readonly ValidationError[], parent = ''): Generator<FieldError> {
  for (const { property, constraints, children } of errors) {
    const pointer = parent + segment(property);
    // One sentence a field: the first that was violated says the most.
    const [violated] = Object.entries(constraints ?? {});
    if (violated) yield { pointer, detail: sentence(...violated) };
    else yield* fieldErrors(children ?? [], pointer);
  }
}

const problemOf = (errors: readonly ValidationError[]): Problem =>
  new Problem('VALIDATION_FAILED', { errors: [...fieldErrors(errors)] });

const options: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
  exceptionFactory: problemOf,
};

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Most queries say nothing: a class that accepts that once accepts it always. */
class RequestValidation extends ValidationPipe {
  readonly #acceptNothing = new Set<ArgumentMetadata['metatype']>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type !== 'query' || metatype === undefined || !isEmpty(value))
      return super.transform(value, metadata) as unknown;
    if (this.#acceptNothing.has(metatype)) return new metatype() as unknown;
    const accepted: unknown = await super.transform(value, metadata);
    this.#acceptNothing.add(metatype);
    return accepted;
  }
}

/** Checks what comes in against its class: nothing unknown, nothing wrong, nothing missing. */
export const validationPipe = (): ValidationPipe => new RequestValidation(options);
