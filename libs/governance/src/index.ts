export * from './domain-event.ts';
export * from './kernel/index.ts';
export * as organization from './organization/index.ts';
export * as body from './body/index.ts';
export * as meeting from './meeting/index.ts';
export * as motion from './motion/index.ts';
export * as tally from './tally/index.ts';
export * as access from './access/index.ts';
