export * from './ids.ts';
export * from './tracing.ts';
export * from './tracing-if.ts';
