import { hash } from 'node:crypto';
import { SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The page brings its own scripts and styles, and asks nobody else for anything. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const version = '1';

/** `/openapi.json` and a page to browse it at `/docs`. Made when somebody asks: starting does not wait for it. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let made: Readonly<{ document: OpenAPIObject; json: string; etag: string }> | undefined;
  const make = async () => {
    const { openApiDocument } = await import('./document.ts');
    const document = openApiDocument(app, version);
    const json = JSON.stringify(document);
    return { document, json, etag: `"${hash('sha256', json).slice(0, 32)}"` };
  };
  const current = async () => (made ??= await make());
  fastify.get('/openapi.json', async (request, reply) => {
    const { json, etag } = await current();
    reply.header('etag', etag).header('cache-control', 'no-cache').type('application/json; charset=utf-8');
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(json);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/docs')) return;
    reply.header('content-security-policy', pagePolicy);
    await current();
  });
  const afterTheHook = (): OpenAPIObject => {
    if (!made) throw new Error('the page asked for the document before it was made');
    return made.document;
  };
  SwaggerModule.setup('docs', app, afterTheHook, {
    raw: false,
    customSiteTitle: 'Minutebook ledger: interface',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, docExpansion: 'none' },
  });
}
