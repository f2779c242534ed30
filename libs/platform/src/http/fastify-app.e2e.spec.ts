import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, Problem } from '../index.ts';
import { testConfig } from '../testing/index.ts';
import { createFastifyApp } from './fastify-app.ts';

class Refused extends Error {}

@Controller('things')
class ThingController {
  @Get(':id')
  read(@Param('id') id: string): object {
    if (id === 'broken') throw new Error('the shelf fell down');
    if (id === 'refused') throw new Refused();
    return { id, text: 'x'.repeat(5_000) };
  }

  @Post(':id/rename')
  rename(@Body() body: object | undefined): object {
    return { body: body ?? null };
  }
}

@Module({ controllers: [ThingController] })
class ThingModule {}

const lines: Record<string, unknown>[] = [];
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await createFastifyApp(ThingModule, {
    config: testConfig({ MINUTEBOOK_BODY_LIMIT: '1024' }),
    logger: createLogger({
      service: 'test',
      level: 'error',
      destination: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
    }),
    compress: true,
    translate: (error) =>
      error instanceof Refused
        ? new Problem('BODY_EXISTS', { inputs: { bodyId: 'x', rule: 'SP-08', clauseRef: { clause: '4' } } })
        : undefined,
  });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const post = (payload: string, type = 'application/json') =>
  app.inject({ method: 'POST', url: '/things/a/rename', payload, headers: { 'content-type': type } });

describe('an app', () => {
  it.each([
    ['no such path', { method: 'GET', url: '/nothing' }, 404, 'NOT_FOUND'],
    [
      'a method that the path does not take',
      { method: 'DELETE', url: '/things/a?x=1' },
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['a path that cannot be read', { method: 'GET', url: '/things/%zz' }, 400, 'MALFORMED_URL'],
    ['a fault of ours', { method: 'GET', url: '/things/broken' }, 500, 'INTERNAL_ERROR'],
    ["an error of the application's", { method: 'GET', url: '/things/refused' }, 409, 'BODY_EXISTS'],
    [
      'a parameter that is too long',
      { method: 'GET', url: `/things/${'x'.repeat(300)}` },
      414,
      'URI_TOO_LONG',
    ],
  ] as const)('answers %s with a problem document', async (_what, request, status, code) => {
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      status,
      code,
      type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
      title: expect.any(String) as unknown,
      detail: expect.any(String) as unknown,
      correlationId: answer.headers['x-correlation-id'],
    });
  });

  it.each([
    ['malformed JSON', '{"a":', 'application/json', 400, 'MALFORMED_JSON'],
    ['a prototype in JSON', '{"__proto__":{"x":1}}', 'application/json', 400, 'MALFORMED_JSON'],
    [
      'a body that is too large',
      JSON.stringify('x'.repeat(2_000)),
      'application/json',
      413,
      'BODY_TOO_LARGE',
    ],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['plain text', 'a', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('refuses %s', async (_what, payload, type, status, code) => {
    const answer = await post(payload, type);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
  });

  it('takes no body at all as an empty command', async () => {
    expect((await post('')).json()).toEqual({ body: null });
    expect((await app.inject({ method: 'POST', url: '/things/a/rename' })).statusCode).toBe(201);
  });

  it('says which methods a path takes', async () => {
    const answer = await app.inject({ method: 'PUT', url: '/things/a' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it('shows the rule and the clause of a refusal', async () => {
    expect((await app.inject('/things/refused')).json()).toMatchObject({
      rule: 'SP-08',
      clause: { clause: '4' },
      inputs: { bodyId: 'x' },
    });
  });

  it('logs its own faults with the correlation id and tells the client nothing of them', async () => {
    const answer = await app.inject({ url: '/things/broken', headers: { 'x-correlation-id': 'c-77' } });
    expect(answer.headers['x-correlation-id']).toBe('c-77');
    expect(answer.body).not.toContain('shelf');
    expect(lines.at(-1)).toMatchObject({
      level: 'error',
      correlationId: 'c-77',
      route: '/things/:id',
      err: { message: 'the shelf fell down' },
    });
  });

  it('does not take any text for a correlation id', async () => {
    const answer = await app.inject({ url: '/things/a', headers: { 'x-correlation-id': 'a b\tc' } });
    expect(answer.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends security headers with every answer', async () => {
    for (const url of ['/things/a', '/nothing', '/things/%zz']) {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });

  it('compresses what is worth it', async () => {
    const answer = await app.inject({ url: '/things/a', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.rawPayload.length).toBeLessThan(200);
  });

  it('explains the type of a problem where it leads to', async () => {
    expect((await app.inject('/problems/body-exists')).json()).toMatchObject({
      code: 'BODY_EXISTS',
      status: 409,
    });
    expect((await app.inject('/problems/nothing')).statusCode).toBe(404);
    expect((await app.inject('/problems')).json<{ problems: unknown[] }>().problems.length).toBeGreaterThan(
      20,
    );
  });

  it('answers what is not HTTP and closes', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('BREW /pot COFFEE\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });
});

describe('the limit of requests', () => {
  it('refuses with 429 and says when to come back', async () => {
    const limited = await createFastifyApp(ThingModule, {
      config: testConfig({ MINUTEBOOK_RATE_LIMIT: '2' }),
      logger: createLogger({ service: 'test', level: 'silent' }),
    });
    await limited.init();
    const ask = (remoteAddress: string) => limited.inject({ url: '/things/a', remoteAddress });
    const answers = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1')];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[2]?.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await ask('192.0.2.2')).statusCode).toBe(200);
    await limited.close();
  });
});
