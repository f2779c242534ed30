export type { AbortConsensus } from './abort-consensus.ts';
export type { CallConsensus } from './call-consensus.ts';
export type { ChangeConsensusPosition } from './change-position.ts';
export type { CloseConsensus } from './close-consensus.ts';
export type * from './events.ts';
export type { RecordConsensusPosition } from './record-position.ts';
