export * from './logger.ts';
export * from './nest-logger.ts';
