export * from './auth/api-key.ts';
export * from './config/index.ts';
export * from './health/index.ts';
export * from './http/index.ts';
export * from './logging/index.ts';
export * from './metrics/index.ts';
export * from './problems/index.ts';
export * from './process/shutdown.ts';
