export type { AbortElectionRound, RecordElectionBallot, ReportTellers } from './cast.ts';
export type { CloseElectionRound } from './close-round.ts';
export type * from './events.ts';
export type { CallElection, CloseNominations, NominateCandidate, WithdrawCandidate } from './nominations.ts';
export type { OpenElectionRoundCommand } from './open-round.ts';
