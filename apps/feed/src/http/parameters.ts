import { acceptedTimes, parseWhen } from '#governance';
import { Problem } from '#platform';

/** What a query parameter accepts, in words for a person, and how its text becomes a value. */
export type Parameter<T> = Readonly<{ accepts: string; read: (text: string) => T | undefined }>;

/** The parameters of a resource. Any other is refused: a misspelt filter must not look like an answer. */
export type Parameters<Q> = Readonly<{ [K in keyof Q]-?: Parameter<NonNullable<Q[K]>> }>;

/** A date as it was written; it is read again in the zone of the body that it is asked of. */
const isDate = (text: string): boolean => {
  const when = parseWhen(text, 'UTC');
  return when !== undefined && when.precision !== 'unknown';
};

export const date: Parameter<string> = {
  accepts: `a date as precisely as it is known: ${acceptedTimes}`,
  read: (text) => (isDate(text) ? text : undefined),
};

export const id: Parameter<string> = {
  accepts: 'an id: lower-case letters, digits, dots, hyphens and underscores, at most 100',
  read: (text) => (/^[a-z0-9][a-z0-9_.-]{0,99}$/.test(text) ? text : undefined),
};

export const text = (longest: number): Parameter<string> => ({
  accepts: `a text of at most ${longest} characters`,
  read: (given) => (given.length <= longest ? given : undefined),
});

export const oneOf = <T extends string>(...values: readonly T[]): Parameter<T> => ({
  accepts: `one of ${values.join(', ')}`,
  read: (text) => values.find((value) => value === text),
});

export const cursor: Parameter<string> = {
  accepts: '`next` of the page before',
  read: (text) => (text.length <= 500 ? text : undefined),
};

export const wholeNumber = (min: number, max: number): Parameter<number> => ({
  accepts: `a whole number from ${min} to ${max}`,
  read: (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  },
});

export const wrongParameter = (name: string, detail: string): Problem =>
  new Problem('VALIDATION_FAILED', {
    detail: `?${name}: ${detail}.`,
    errors: [{ pointer: `/${name}`, detail }],
  });

function unknownParameter(name: string, known: readonly string[]): Problem {
  const takes = known.length === 0 ? 'this address takes none' : `this address takes ${known.join(', ')}`;
  return wrongParameter(name, `there is no such parameter; ${takes}`);
}

/** @throws Problem `VALIDATION_FAILED` for what is unknown, given twice or not accepted */
export function readParameters<Q>(parameters: Parameters<Q>, search: URLSearchParams): Q {
  const specs = parameters as Readonly<Record<string, Parameter<unknown>>>;
  const values: Record<string, unknown> = {};
  for (const [name, text] of search) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) throw unknownParameter(name, Object.keys(specs));
    if (Object.hasOwn(values, name)) throw wrongParameter(name, 'it is given twice');
    values[name] = spec.read(text);
    if (values[name] === undefined) throw wrongParameter(name, `give ${spec.accepts}`);
  }
  return values as Q;
}
