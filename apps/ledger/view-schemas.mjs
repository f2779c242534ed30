// Turns the types that queries answer (src/queries/views.ts) into the schemas of the OpenAPI document.
// `--check` only compares: it fails where a type has changed and its schema has not.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, 'src', 'openapi', 'view-schemas.ts');

const { definitions } = createGenerator({
  path: join(here, 'src', 'queries', 'views.ts'),
  tsconfig: join(here, '..', '..', 'tsconfig.json'),
  type: '*',
  expose: 'export',
  skipTypeCheck: true,
  sortProps: false,
}).createSchema('*');

/** A name as OpenAPI allows it: `MeetingFact<(A|B)>` becomes `MeetingFactOfAOrB`. */
const nameOf = (type) =>
  type
    .replaceAll('<', 'Of')
    .replaceAll('|', 'Or')
    .replaceAll(/[^A-Za-z0-9]/g, '');

const referred = (reference) => decodeURIComponent(reference.replace('#/definitions/', ''));

/** A page has its own name already; what only points to it takes its place. */
const resolved = (schema) => (schema.$ref?.includes('Page%3C') ? definitions[referred(schema.$ref)] : schema);

const withReferences = (key, value) =>
  key === '$ref' ? `#/components/schemas/${nameOf(referred(value))}` : value;

const schemas = Object.fromEntries(
  Object.entries(definitions)
    .filter(([type]) => !type.startsWith('Page<'))
    .map(([type, schema]) => [nameOf(type), resolved(schema)]),
);

const text = await prettier.format(
  `/* Made by \`npm run schemas\` from src/queries/views.ts. */
/** The schemas of what queries answer. */
export const viewSchemas = ${JSON.stringify(schemas, withReferences)};

export type ViewName = keyof typeof viewSchemas;
`,
  { ...(await prettier.resolveConfig(output)), parser: 'typescript' },
);

if (!process.argv.includes('--check')) writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) {
  console.error('The schemas of what queries answer are not up to date: run `npm run schemas`.');
  process.exitCode = 1;
}
