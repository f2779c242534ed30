import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus } from '@nestjs/cqrs';
import { createFastifyApp } from '#platform';
import { readRawBodies } from './blobs/raw-body.ts';
import { serveOpenApi } from './openapi/serve.ts';
import { LedgerModule } from './ledger.module.ts';
import { sendAnswers } from './platform/answer-headers.ts';
import { KeptAnswers } from './platform/kept-answers.ts';
import { validationPipe } from './platform/validation.ts';
import { writeProblem } from './platform/write-problems.ts';
import type { Ports } from './ports.ts';

/** The ledger's HTTP interface over its ports; `more` are modules that only some process has, as a bench. */
export async function createLedgerApp(
  ports: Ports,
  more: readonly Type[] = [],
): Promise<NestFastifyApplication> {
  const { config, logger, metrics, tracing } = ports;
  const app = await createFastifyApp(LedgerModule.with(ports, more), {
    config,
    logger,
    metrics,
    traces: tracing?.requests,
    translate: writeProblem,
  });
  const fastify = app.getHttpAdapter().getInstance();
  readRawBodies(fastify);
  sendAnswers(fastify, new KeptAnswers(ports));
  app.useGlobalPipes(validationPipe());
  tracing?.follow(app.get(CommandBus));
  serveOpenApi(app);
  return app;
}
