export * from './golden.ts';
export * from './specification.ts';
