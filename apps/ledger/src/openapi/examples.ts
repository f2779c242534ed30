import { idPattern } from '../platform/fields.ts';

type Json = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Json>>;

const prefix = '#/components/schemas/';

/** What stands in examples where a field brings none, by format. */
const byFormat: Readonly<Record<string, string>> = {
  uri: 'https://example.org/agenda',
  'date-time': '2027-06-30T00:00:00Z',
};

const kebab = (name: string): string =>
  name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function textExample(name: string, { pattern, format }: Json): string {
  if (typeof format === 'string' && byFormat[format] !== undefined) return byFormat[format];
  if (pattern === idPattern) return `${kebab(name)}-1`;
  return typeof pattern === 'string' && pattern.includes('{64}')
    ? 'e3b0'.repeat(16)
    : `Some ${kebab(name).replaceAll('-', ' ')}`;
}

const referenceIn = ({ $ref, allOf }: Json): string | undefined =>
  typeof $ref === 'string' ? $ref : (allOf as readonly Json[] | undefined)?.map(referenceIn).at(0);

function valueExample(name: string, schema: Json, schemas: Schemas): unknown {
  if (schema.example !== undefined) return schema.example;
  const $ref = referenceIn(schema) ?? (schema.oneOf as readonly Json[] | undefined)?.map(referenceIn).at(0);
  if ($ref !== undefined) return requestExample($ref, schemas);
  if (Array.isArray(schema.enum)) return schema.enum[0] as unknown;
  if (schema.type === 'array') return [valueExample(name, schema.items as Json, schemas)];
  if (schema.type === 'string') return textExample(name, schema);
  return schema.type === 'boolean' ? true : (schema.minimum ?? 1);
}

/** A request that a schema allows: its required fields, with the examples that they bring. */
export function requestExample($ref: string, schemas: Schemas): Json {
  const { properties = {}, required = [] } = (schemas[$ref.slice(prefix.length)] ?? {}) as Readonly<{
    properties?: Schemas;
    required?: readonly string[];
  }>;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, schema]) => [name, valueExample(name, schema, schemas)]),
  );
}
