export * from './decider.ts';
export * from './decision.ts';
export * from './envelope.ts';
export * from './recorded.ts';
export * from './when.ts';
