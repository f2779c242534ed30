export * from './body-histories.ts';
export * from './child.ts';
export * from './claims-record.ts';
export * from './decided-stream.ts';
export * from './places.ts';
export * from './projected.ts';
export * from './record.ts';
export * from './temporary-folder.ts';
export * as v01 from './v01-meeting.ts';
