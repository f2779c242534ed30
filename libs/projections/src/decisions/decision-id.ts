/** A vote is told from others within its motion only. Both ids are safe in a URL's path, and so is the colon. */
export const decisionIdOf = (motionId: string, voteEventId: string): string => `${motionId}:${voteEventId}`;

/** All decisions of a motion lie between these two; `;` comes after `:`. */
export const decisionsOf = (motionId: string): readonly [after: string, before: string] => [
  `${motionId}:`,
  `${motionId};`,
];
