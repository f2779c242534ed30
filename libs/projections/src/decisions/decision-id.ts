/** A vote is told from others within its motion only. Both ids are safe in a URL's path, and so is the colon. */
export const decisionIdOf = (motionId: string, voteEventId: string): string => `${motionId}:${voteEventId}`;

/** For SQL's GLOB: ids hold none of its wildcards. */
export const decisionsOf = (motionId: string): string => decisionIdOf(motionId, '*');
