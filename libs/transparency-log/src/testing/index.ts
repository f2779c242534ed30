export * from './logs.ts';
