import { hash } from 'node:crypto';
import { SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocument } from './document.ts';

/** The page brings its own scripts and styles, and asks nobody else for anything. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const version = '1';

/** `/openapi.json` and a page to browse it at `/docs`. Made when somebody asks: starting does not wait for it. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let made: Readonly<{ document: OpenAPIObject; json: string; etag: string }> | undefined;
  const make = () => {
    const document = openApiDocument(app, version);
    const json = JSON.stringify(document);
    return { document, json, etag: `"${hash('sha256', json).slice(0, 32)}"` };
  };
  const current = () => (made ??= make());
  fastify.get('/openapi.json', (request, reply) => {
    const { json, etag } = current();
    reply.header('etag', etag).header('cache-control', 'no-cache').type('application/json; charset=utf-8');
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(json);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/docs')) reply.header('content-security-policy', pagePolicy);
    done();
  });
  SwaggerModule.setup('docs', app, () => current().document, {
    raw: false,
    customSiteTitle: 'Minutebook ledger: interface',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, docExpansion: 'none' },
  });
}
