export * from './served-log.ts';
