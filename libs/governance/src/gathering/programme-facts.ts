import { partsOf } from '../application/application-id.ts';
import type { Command as ApplicationCommand } from '../application/decide.ts';
import type { Facts as ApplicationFacts } from '../application/facts.ts';
import type { ApplicationState } from '../application/state.ts';
import type { Command as ChallengeCommand } from '../challenge/decide.ts';
import type { Facts as ChallengeFacts } from '../challenge/facts.ts';
import { streamsRead as readByChallenge } from '../challenge/streams-read.ts';
import type { ChallengeState } from '../challenge/state.ts';
import type { CitedApplication } from '../application/cited.ts';
import type { Command as CohortCommand } from '../cohort/decide.ts';
import type { Facts as CohortFacts } from '../cohort/facts.ts';
import type { CohortState } from '../cohort/state.ts';
import { streamsRead as readByCohort } from '../cohort/streams-read.ts';
import type { Command as SchoolCommand } from '../school/decide.ts';
import type { Facts as SchoolFacts } from '../school/facts.ts';
import type { SchoolState } from '../school/state.ts';
import { streamsRead as readBySchool } from '../school/streams-read.ts';
import type { Asked, ZoneFact } from './asked.ts';
import { bodyAsOf } from './body-as-of.ts';
import { applicationOf, cohortOf, isRegistered, motionOf, schoolOf } from './cited.ts';
import { load } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/** What decisions on an application read of other streams: its id names its cohort and its school. */
export function* applicationFacts(
  asked: Asked<ApplicationState, ApplicationCommand>,
): Gathering<ApplicationFacts & ZoneFact> {
  const { streamId, command, happenedAt } = asked;
  const { cohortId, schoolId } = partsOf(streamId);
  const cohort = yield* cohortOf(cohortId);
  const { roster, at, timeZone } = yield* bodyAsOf(cohort?.bodyId, happenedAt);
  return {
    at,
    timeZone,
    cohortId,
    schoolId,
    cohort,
    school: yield* schoolOf(schoolId),
    roster: 'reviewerSeatId' in command ? roster() : undefined,
    motion: yield* motionOf('voteRef' in command ? command.voteRef?.motionId : undefined),
  };
}

/** What decisions on a cohort read of other streams. */
export function* cohortFacts(asked: Asked<CohortState, CohortCommand>): Gathering<CohortFacts & ZoneFact> {
  const { streamId: cohortId, state, command, happenedAt } = asked;
  const { organizationId, motionId, schoolIds } = readByCohort(command);
  const bodyId = command.type === 'DefineCohort' ? command.bodyId : state.bodyId || undefined;
  const { roster, at, timeZone } = yield* bodyAsOf(bodyId, happenedAt);
  const organizationRegistered = yield* isRegistered(organizationId);
  const motion = yield* motionOf(motionId);
  const applications = new Map<string, CitedApplication>();
  const unknownSchoolIds: string[] = [];
  for (const schoolId of schoolIds) {
    const application = yield* applicationOf(cohortId, schoolId);
    if (application) applications.set(schoolId, application);
    if (!(yield* schoolOf(schoolId))) unknownSchoolIds.push(schoolId);
  }
  return { at, timeZone, body: roster(), organizationRegistered, motion, applications, unknownSchoolIds };
}

/** What decisions on a school read of other streams. */
export function* schoolFacts(asked: Asked<SchoolState, SchoolCommand>): Gathering<SchoolFacts & ZoneFact> {
  const { streamId: schoolId, state, command, happenedAt, recordedBy } = asked;
  const { bodyId, organizationId, motionId, cohortId, intoSchoolId } = readBySchool(command);
  const keptBy = command.type === 'RegisterSchool' ? command.bodyId : state.bodyId || undefined;
  const { at, timeZone } = yield* bodyAsOf(keptBy, happenedAt);
  return {
    at,
    timeZone,
    schoolId,
    bodyExists: bodyId !== undefined && (yield* load('body', bodyId)).revision >= 0,
    organizationRegistered: yield* isRegistered(organizationId),
    motion: yield* motionOf(motionId),
    authority: recordedBy.authority,
    cohort: yield* cohortOf(cohortId),
    application: yield* applicationOf(cohortId, schoolId),
    otherSchool: yield* schoolOf(intoSchoolId),
  };
}

function* meetingOf(meetingId: string | undefined): Gathering<ChallengeFacts['meeting']> {
  if (meetingId === undefined) return undefined;
  const { state, revision } = yield* load('meeting', meetingId);
  const { bodyId, startsAt } = state.schedule ?? {};
  if (bodyId === undefined || !startsAt) return undefined;
  return { bodyId, revision, startsAt, itemIds: new Set(state.agenda.items.keys()) };
}

/** What decisions on a challenge read of other streams. */
export function* challengeFacts(
  asked: Asked<ChallengeState, ChallengeCommand>,
): Gathering<ChallengeFacts & ZoneFact> {
  const { state, command, happenedAt } = asked;
  const bodyId = command.type === 'ReceiveCureDemand' ? command.bodyId : state.bodyId;
  const { at, timeZone, regime, roster } = yield* bodyAsOf(bodyId, happenedAt);
  const { motionId, meetingId } = readByChallenge(command);
  return {
    at,
    timeZone,
    regime,
    body: roster() && { timeZone, regime },
    motion: yield* motionOf(motionId),
    meeting: yield* meetingOf(meetingId),
  };
}
