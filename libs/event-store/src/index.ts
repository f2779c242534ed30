export * from './event-store.ts';
export * from './errors.ts';
export * from './append-check.ts';
export * from './bell.ts';
export * from './copy.ts';
export * from './follow.ts';
export * from './memory-event-store.ts';
export * from './page.ts';
