export * from './fastify-app.ts';
export { correlationHeader } from './correlation.ts';
export { RateLimit } from './rate-limit.ts';
export * from './request-traces.ts';
