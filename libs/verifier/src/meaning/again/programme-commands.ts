import { application, gathering } from '#governance';
import type { challenge, cohort, school } from '#governance';
import { as, fromTable, without } from './concept.ts';
import type { CommandsOf, Concept } from './concept.ts';
import { pinsOf } from './pins.ts';

const cohortCommands: CommandsOf<cohort.CohortEvent, cohort.Command, cohort.CohortState> = {
  CohortDefined: as('DefineCohort'),
  ApplicationCallOpened: as('OpenApplicationCall'),
  ApplicationCallExtended: as('ExtendApplicationCall'),
  ApplicationCallClosed: () => ({ type: 'CloseApplicationCall' }),
  CohortSizeRevised: ({ to: plannedSize, reason }) => ({
    type: 'ReviseCohortSize',
    plannedSize,
    ...(reason !== undefined && { reason }),
  }),
  CohortSelectionApproved: ({ motionId, schools }) => ({
    type: 'ApproveCohortSelection',
    ...(motionId !== undefined && { motionId }),
    schoolIds: schools.map(({ schoolId }) => schoolId),
  }),
  CohortClosed: as('CloseCohort'),
};

export const cohorts: Concept<cohort.CohortState, cohort.CohortEvent, cohort.Command> = {
  commandsFor: fromTable(cohortCommands),
  facts: gathering.cohortFacts,
  pins: ({ event }) => pinsOf(event),
};

const applicationCommands: CommandsOf<
  application.ApplicationEvent,
  application.Command,
  application.ApplicationState
> = {
  ApplicationStarted: () => ({ type: 'StartApplication' }),
  SiteSignOffRecorded: as('RecordSiteSignOff', 'motionRevision', 'schoolRevision'),
  SiteSignOffRevoked: as('RevokeSiteSignOff', 'siteBodyId', 'motionRevision'),
  ApplicationSubmitted: (_event, { status }) => ({
    type: status === 'returned' ? 'ResubmitApplication' : 'SubmitApplication',
  }),
  ApplicationReturned: as('ReturnApplication'),
  ApplicationReviewed: as('ReviewApplication', 'rosterRevision', 'criteriaVersion', 'cohortRevision'),
  ReviewerRecused: as('RecuseReviewer', 'rosterRevision'),
  ApplicationRecommended: as('RecommendApplication'),
  ApplicationSelected: () => ({ type: 'SelectApplication' }),
  ApplicationNotSelected: as('NotSelectApplication', 'cohortRevision'),
  ApplicationWithdrawn: as('WithdrawApplication'),
};

export const applications: Concept<
  application.ApplicationState,
  application.ApplicationEvent,
  application.Command
> = {
  commandsFor: fromTable(applicationCommands),
  facts: gathering.applicationFacts,
  pins: ({ event, streamId }, { bodyId }) => {
    const { cohortId, schoolId } = application.partsOf(streamId);
    return pinsOf(event, {
      cohortRevision: `cohort-${cohortId}`,
      schoolRevision: `school-${schoolId}`,
      rosterRevision: `body-${bodyId}`,
    });
  },
};

/** A designation ends by itself, or with the merger that the next event tells of. */
function ended(event: school.DesignationEnded): readonly school.Command[] {
  const intoSchoolId = /^Merged into (.+)\.$/.exec(event.reason)?.[1];
  const merger = intoSchoolId === undefined ? [] : [{ type: 'MergeSchool', intoSchoolId } as const];
  return [{ ...without(event, 'motionRevision'), type: 'EndDesignation' }, ...merger];
}

const schoolCommands: CommandsOf<school.SchoolEvent, school.Command, school.SchoolState> = {
  SchoolRegistered: as('RegisterSchool'),
  SchoolDesignated: as('DesignateSchool', 'motionRevision', 'cohortRevision', 'applicationRevision'),
  DesignationRenewed: as('RenewDesignation', 'motionRevision'),
  DesignationSuspended: as('SuspendDesignation', 'motionRevision'),
  DesignationRestored: as('RestoreDesignation', 'motionRevision'),
  DesignationEnded: ended,
  SchoolRenamed: ({ to: name }) => ({ type: 'RenameSchool', name }),
  SchoolMerged: as('MergeSchool', 'intoRevision'),
  SiteBodyFormed: as('FormSiteBody'),
  SiteLeaderChanged: as('ChangeSiteLeader'),
  CoordinatorAssigned: as('AssignCoordinator'),
};

export const schools: Concept<school.SchoolState, school.SchoolEvent, school.Command> = {
  commandsFor: fromTable(schoolCommands),
  facts: gathering.schoolFacts,
  pins: ({ event, streamId }) => {
    const cohortId = 'cohortId' in event ? event.cohortId : undefined;
    const applied = cohortId === undefined ? undefined : application.applicationIdOf(cohortId, streamId);
    return pinsOf(event, { applicationRevision: applied && `application-${applied}` });
  },
};

/** When the action was taken was told, or follows from the motion or the meeting. */
function demanded(event: challenge.CureDemandReceived): readonly challenge.Command[] {
  const { action, actedAt, ...rest } = event;
  const command = {
    ...rest,
    ...without(action, 'kind'),
    type: 'ReceiveCureDemand',
  } as unknown as challenge.ReceiveCureDemand;
  return actedAt.precision === 'unknown' ? [command] : [command, { ...command, actedAt }];
}

const challengeCommands: CommandsOf<
  challenge.ChallengeEvent,
  challenge.Command,
  challenge.ChallengeState,
  'CureDeadlineComputed'
> = {
  CureDemandReceived: demanded,
  CureActionTaken: as('TakeCureAction', 'motionRevision'),
  CureDeclined: as('DeclineCure'),
  ChallengeClosed: as('CloseChallenge'),
};

export const challenges: Concept<challenge.ChallengeState, challenge.ChallengeEvent, challenge.Command> = {
  commandsFor: fromTable(challengeCommands),
  facts: gathering.challengeFacts,
  pins: ({ event }) => pinsOf(event),
};
