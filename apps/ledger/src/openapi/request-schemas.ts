import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';

import type { Schemas } from './examples.ts';

type Json = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Names of the schemas to which something refers, directly. */
const referred = (value: unknown): readonly string[] => {
  if (!isObject(value)) return [];
  const own =
    typeof value.$ref === 'string' && value.$ref.startsWith(prefix) ? [value.$ref.slice(prefix.length)] : [];
  return [...own, ...Object.values(value).flatMap(referred)];
};

/** Names of the schemas that requests are made of. */
export function requestSchemas(
  operations: readonly OperationObject[],
  schemas: Schemas,
): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = operations.flatMap(({ requestBody }) => referred(requestBody));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...referred(schemas[name]));
  }
  return found;
}

/** The same schemas, those of requests closed: a field that is not named in them is refused. */
export const closed = (
  schemas: Schemas,
  names: ReadonlySet<string>,
): NonNullable<OpenAPIObject['components']>['schemas'] =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      names.has(name) ? { ...schema, additionalProperties: false } : schema,
    ]),
  );
