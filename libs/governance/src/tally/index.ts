export * from './electorate.ts';
export * from './quorum.ts';
export * from './roll-call.ts';
export * from './rule.ts';
export * from './trace.ts';
