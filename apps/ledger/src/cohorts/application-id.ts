import { PairId, PairIdParam } from '../platform/index.ts';

/** `{cohortId}:{schoolId}`. */
export const ApplicationId = (): ParameterDecorator => PairId('applicationId');

export const ApplicationIdParam = (): MethodDecorator & ClassDecorator =>
  PairIdParam('applicationId', {
    description: 'The cohort and the school, with a colon between them.',
    example: 'cohort-5:cedar',
  });
