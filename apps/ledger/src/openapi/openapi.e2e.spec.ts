import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Declarations } from '../auth/declarations.ts';
import { patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

type Operation = Readonly<{
  operationId: string;
  summary: string;
  tags: readonly string[];
  parameters?: readonly Readonly<{ $ref?: string; name?: string }>[];
  requestBody?: Readonly<{
    content: Readonly<Record<string, Readonly<{ schema: Readonly<{ $ref: string }> }>>>;
  }>;
  responses: Readonly<Record<string, unknown>>;
  security: readonly object[];
}>;
type Schema = Readonly<{
  properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  required?: readonly string[];
  additionalProperties?: unknown;
}>;
type Document = Readonly<{
  openapi: string;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

let ledger: TestLedger;
let document: Document;
beforeAll(async () => {
  ledger = await startLedger();
  document = (await ledger.get('/openapi.json', { key: '' })).body as Document;
}, patience);
afterAll(() => ledger.close());

const operations = (): readonly (Operation & Readonly<{ path: string; method: string }>)[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, path, method })),
  );
const operation = (id: string): Operation => {
  const found = operations().find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 without a finding of the recommended rules', async () => {
    expect(document.openapi).toBe('3.1.1');
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('has every route of the app, and each with an operationId of its own', () => {
    const routes = ledger.app.get(Declarations).routes();
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const served = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect([...described].sort()).toEqual([...served].sort());
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(described.length);
  });

  it('names the path of a command after its operation', () => {
    for (const { method, path, operationId } of operations().filter((one) => one.method === 'post')) {
      const name = path.split('/').at(-1) ?? '';
      expect([method, name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())]).toEqual([
        'post',
        operationId,
      ]);
    }
  });

  it('says what every command takes and answers', () => {
    const { parameters, responses, security } = operation('fillSeat');
    expect(parameters?.map(({ $ref, name }) => name ?? $ref?.split('/').at(-1))).toEqual([
      'bodyId',
      'IdempotencyKey',
      'IfMatch',
      'CorrelationId',
    ]);
    expect(Object.keys(responses)).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(responses[201]).toMatchObject({
      headers: { ETag: {}, 'minutebook-position': {} },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ReceiptBody' } } },
    });
    expect(security).toEqual([{ bearer: [] }]);
  });

  it('describes the fields of a request exactly', () => {
    const { properties, required, additionalProperties } = document.components.schemas.FillSeatBody!;
    expect(required).toEqual(['seatId', 'seatingId', 'holder', 'startsAt']);
    expect(additionalProperties).toBe(false);
    expect(properties).toMatchObject({
      seatId: { type: 'string', pattern: '^[a-z0-9][a-z0-9_.-]*$', maxLength: 100 },
      startsAt: { type: 'string', format: 'partial-date' },
      recordingMode: { type: 'string', enum: ['live', 'minutes', 'historical_import'] },
      sources: { type: 'array', maxItems: 50, items: { $ref: '#/components/schemas/SourceBody' } },
    });
  });

  it('has an example of every request', () => {
    const commands = operations().filter(({ requestBody }) => requestBody);
    expect(commands.length).toBeGreaterThan(20);
    for (const { operationId, requestBody } of commands)
      expect([operationId, requestBody?.content['application/json']]).toEqual([
        operationId,
        expect.objectContaining({ example: expect.any(Object) as unknown }),
      ]);
    expect(operation('fillSeat').requestBody).toMatchObject({
      content: { 'application/json': { example: { seatId: 'district-1', holder: { kind: 'person' } } } },
    });
  });

  it('is not sent twice to who has it', async () => {
    const { headers } = await ledger.get('/openapi.json', { key: '' });
    const again = await ledger.app.inject({
      url: '/openapi.json',
      headers: { 'if-none-match': headers.etag ?? '' },
    });
    expect(again.statusCode).toBe(304);
  });
});

describe('/docs', () => {
  it('is a page that asks nobody else for anything', async () => {
    const page = await ledger.app.inject('/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const links = [...page.body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const { statusCode } = await ledger.app.inject(new URL(link, 'http://ledger/docs').pathname);
      expect([link, statusCode]).toEqual([link, 200]);
    }
  });
});
