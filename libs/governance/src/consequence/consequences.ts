import { holdsAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { BodyState } from '../body/state.ts';
import type { CohortSelectionApproved } from '../cohort/events.ts';
import type { RuleBound } from '../instrument/events.ts';
import type { CalendarEntry } from '../motion/consent/events.ts';
import type { Effect } from '../motion/effect.ts';
import type { ElectionDecided } from '../motion/election/events.ts';

/** A command that follows from an event, with its fields as the interface takes them. */
export type Consequence = Readonly<{
  /** Unique among the consequences of one event. */
  name: string;
  category: 'instrument' | 'cohort' | 'application' | 'school' | 'body' | 'motion';
  streamId: string;
  command: string;
  fields: Readonly<Record<string, unknown>>;
  /** Refusals that say that somebody has recorded it already; with a status where the code alone does not say so. */
  already: readonly Readonly<{ code: string; status?: string }>[];
}>;

export type Refusal = Readonly<{ code: string; inputs: Readonly<Record<string, unknown>> }>;

/** Whether a refusal means that nothing is left to be done. */
export const isDone = ({ already }: Consequence, { code, inputs }: Refusal): boolean =>
  already.some((one) => one.code === code && (one.status === undefined || one.status === inputs.status));

/**
 * Rules of clauses hold for the body to which the instrument belongs. A decision rule is named by the clause at every
 * vote; the others are looked up among the instruments that govern the body.
 */
export function ofBoundRule(
  instrumentId: string,
  { terms }: Pick<RuleBound, 'terms'>,
  bodyId: string | undefined,
): readonly Consequence[] {
  if (bodyId === undefined || terms.kind === 'decision') return [];
  return [
    {
      name: `govern ${bodyId}`,
      category: 'body',
      streamId: bodyId,
      command: 'NameGoverningInstrument',
      fields: { instrumentId },
      already: [{ code: 'INSTRUMENT_GOVERNS_ALREADY' }],
    },
  ];
}

/** An adopted motion does what its draft says. */
export function ofAdoption(motionId: string, effect: Effect): Consequence {
  switch (effect.kind) {
    case 'adopt_version':
      return {
        name: `adopt ${effect.versionId}`,
        category: 'instrument',
        streamId: effect.instrumentId,
        command: 'AdoptVersion',
        fields: { versionId: effect.versionId, byMotionId: motionId },
        already: [{ code: 'VERSION_ALREADY_ADOPTED' }],
      };
    case 'approve_selection':
      return {
        name: 'select',
        category: 'cohort',
        streamId: effect.cohortId,
        command: 'ApproveCohortSelection',
        fields: { schoolIds: effect.schoolIds, motionId },
        already: [],
      };
  }
}

/** With a consent calendar every motion is adopted that it names: nobody has pulled those. RONR (12th ed.) 41:32. */
export const ofCalendar = (motionId: string, entries: readonly CalendarEntry[]): readonly Consequence[] =>
  entries.map((entry) => ({
    name: `adopt ${entry.motionId}`,
    category: 'motion',
    streamId: entry.motionId,
    command: 'AdoptByConsentCalendar',
    fields: { byMotionId: motionId },
    already: [{ code: 'UNKNOWN_MOTION_STATE_TRANSITION', status: 'adopted' }],
  }));

/** Selected schools are designated, and their applications end well. */
export function ofSelection(
  cohortId: string,
  { motionId, schools }: CohortSelectionApproved,
  at: When,
): readonly Consequence[] {
  const carried = motionId === undefined ? {} : { motionId };
  return schools.flatMap(({ schoolId, applicationId }): readonly Consequence[] => [
    ...(applicationId === undefined
      ? []
      : [
          {
            name: `application ${applicationId}`,
            category: 'application' as const,
            streamId: applicationId,
            command: 'SelectApplication',
            fields: {},
            already: [{ code: 'UNKNOWN_APPLICATION_STATE_TRANSITION', status: 'selected' }],
          },
        ]),
    {
      name: `school ${schoolId}`,
      category: 'school',
      streamId: schoolId,
      command: 'DesignateSchool',
      fields: { cohortId, effectiveFrom: at.literal, ...carried },
      already: [{ code: 'ALREADY_DESIGNATED' }],
    },
  ]);
}

/** Whoever held the office leaves it when the elected takes it; the role has the motion's id. */
export function ofElection(
  motionId: string,
  bodyId: string,
  { role, constituencyId, candidate }: ElectionDecided,
  { roles }: Pick<BodyState, 'roles'>,
  at: When,
): readonly Consequence[] {
  const held = [...roles.values()].filter(
    (one) =>
      one.role === role &&
      one.constituencyId === constituencyId &&
      one.roleId !== motionId &&
      holdsAt(one, at) !== 'no',
  );
  const onBody = { category: 'body' as const, streamId: bodyId };
  return [
    ...held.map(({ roleId }) => ({
      ...onBody,
      name: `end ${roleId}`,
      command: 'EndRole',
      fields: { roleId },
      already: [{ code: 'ROLE_ENDED' }],
    })),
    {
      ...onBody,
      name: 'assign',
      command: 'AssignRole',
      fields: {
        roleId: motionId,
        role,
        holder: candidate,
        ...(constituencyId !== undefined && { constituencyId }),
      },
      already: [{ code: 'ROLE_EXISTS' }],
    },
  ];
}
