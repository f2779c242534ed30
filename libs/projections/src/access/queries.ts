import type { Reads } from '../runtime/reads.ts';
import type { ActorView } from './views.ts';

/** Also finds revoked and expired keys: whoever asks decides. */
export declare function actorByKeyHash(reads: Reads, secretSha256: string): ActorView | undefined;
export declare function actorBySubject(
  reads: Reads,
  issuer: string,
  subjectSha256: string,
): ActorView | undefined;
export declare function actorById(reads: Reads, actorId: string): ActorView | undefined;
export declare function listActors(reads: Reads): readonly ActorView[];
