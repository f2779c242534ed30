import { isPairId, PairId, PairIdParam } from '../platform/index.ts';

/** `{motionId}:{voteEventId}`. */
export const isDecisionId = isPairId;

export const motionIdOf = (decisionId: string): string => decisionId.slice(0, decisionId.indexOf(':'));

export const DecisionId = (): ParameterDecorator => PairId('decisionId');

export const DecisionIdParam = (): MethodDecorator =>
  PairIdParam('decisionId', {
    description: 'The motion and its vote, with a colon between them.',
    example: 'coordinators:vote-1',
  });
