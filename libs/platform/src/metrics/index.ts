export * from './metrics.ts';
export * from './metrics-if.ts';
