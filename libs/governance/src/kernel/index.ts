export * from './decider.ts';
export * from './decision.ts';
export * from './envelope.ts';
export * from './parse-when.ts';
export * from './recorded.ts';
export * from './term.ts';
export * from './time-zone.ts';
export * from './when.ts';
