export * from './coverage-clock.ts';
export * from './health.ts';
export * from './lag.ts';
