import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject, OperationObject, PathItemObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { completeOperation } from './complete-operation.ts';
import type { Schemas } from './examples.ts';
import { sharedComponents } from './components.ts';
import { closed, requestSchemas } from './request-schemas.ts';
import { viewSchemas } from './view-schemas.ts';

const description = `
The record of an institution that is governed jointly. Every command is one \`POST\` that records what happened;
every query is one \`GET\`.

**Dates** are given as precisely as they are known: an instant, a day, a month (\`2019-08\`), a season
(\`2019-fall\`), a year, a school year (\`2024-25\`) or \`unknown\`, and are read in the time zone of the body.

**Recording modes**: \`live\` refuses what breaks a rule; \`minutes\` and \`historical_import\` record it with a
finding. What would make the record contradict itself is refused in every mode.

**Reading one's own writes**: give the \`Minutebook-Position\` of a write to a read as \`minPosition\`.

**Errors** are problem documents (RFC 9457); all codes are listed at \`/problems\`.
`;

const tags: readonly (readonly [name: string, description: string])[] = [
  ['Organizations', 'Organizations that appoint, nominate, convene or sit.'],
  ['Bodies', 'Committees, councils, boards: their constituencies and composition.'],
  ['Seats', 'Seats, who sits in them, and for how long.'],
  ['Roles, proxies and interests', 'Offices, votes that are given away, declared interests.'],
  ['Meetings', 'Schedule, agenda, presence and proceedings.'],
  ['Motions', 'From the draft to the disposition.'],
  ['Cohorts', 'Groups of schools that join a programme together; calls and selections.'],
  ['Applications', 'Of schools to cohorts, with sign-offs and reviews.'],
  ['Schools', 'Schools and their designations.'],
  ['Decisions', 'What was decided, by which votes, under which rule.'],
  ['Instruments', 'Agreements, bylaws, resolutions: their versions, parties and texts.'],
  ['Commitments', 'Targets, directives and money, what binds to them, and how far they are.'],
  ['Claims and sources', 'What sources say, side by side, and held against what the record counts.'],
  ['Challenges', 'Demands to cure or correct an action, and their clocks.'],
  ['Persons', 'Pseudonyms, never names.'],
  ['Texts and files', 'What events refer to by its SHA-256.'],
  ['Record', 'Events and findings.'],
  ['Access', 'Who may act, and as what.'],
  ['Health', 'For whoever watches the process.'],
];

const license = { name: 'All rights reserved', identifier: 'LicenseRef-proprietary' };

function configuration(version: string): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Minutebook ledger')
    .setDescription(description.trim())
    .setVersion(version)
    .addServer('/', 'This ledger')
    .addBearerAuth(
      {
        type: 'http',
        description: 'An API key (`mbk_…`) or an OIDC access token.',
        bearerFormat: 'API key or JWT',
      },
      'bearer',
    );
  for (const [name, text] of tags) builder.addTag(name, text);
  const { info, ...rest } = builder.build();
  return { ...rest, info: { ...info, license } };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const completePath = (item: PathItemObject, schemas: Schemas): PathItemObject => ({
  ...item,
  ...Object.fromEntries(
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, completeOperation(operation, schemas)] as const] : [];
    }),
  ),
});

const operationsOf = (paths: Readonly<Record<string, PathItemObject>>): readonly OperationObject[] =>
  Object.values(paths).flatMap((item) => methods.flatMap((method) => item[method] ?? []));

/** The interface as OpenAPI 3.1: what the routes declare, and what all of them share. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, configuration(version));
  const schemas = document.components?.schemas as Schemas;
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, completePath(item, schemas)]),
  );
  const used = new Set(operationsOf(paths).flatMap((operation) => operation.tags ?? []));
  return {
    ...document,
    tags: document.tags?.filter(({ name }) => used.has(name)) ?? [],
    paths,
    components: {
      ...document.components,
      ...sharedComponents,
      schemas: {
        ...closed(schemas, requestSchemas(operationsOf(paths), schemas)),
        ...sharedComponents.schemas,
        ...viewSchemas,
      },
    },
  };
}
