export * from './process-manager.ts';
export * from './process-runner.ts';
