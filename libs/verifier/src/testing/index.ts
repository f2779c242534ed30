export * from './random.ts';
export * from './served-log.ts';
export * from './records.ts';
export * from './tampering.ts';
export * from './samples.ts';
