export * from './ids.ts';
export * from './traced-source.ts';
export * from './tracing.ts';
export * from './tracing-if.ts';
