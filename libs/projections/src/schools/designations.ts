import { holdsAt } from '#governance';
import type { Certainty, school, When } from '#governance';
import type { Entry } from '../entries.ts';
import { stands } from '../motion-standing.ts';
import type { Standing } from '../motion-standing.ts';
import { stated } from '../statements.ts';
import type { Stated } from '../statements.ts';
import type { DesignationAct, DesignationView } from './views.ts';

/** How a motion stands; undefined where that is not known. */
export type StandingFor = (motionId: string) => Standing | undefined;

type Story = Readonly<{ granted: Stated<school.SchoolDesignated>; acts: readonly DesignationAct[] }>;
type Entries = readonly Entry<school.SchoolEvent>[];

const actTypes: ReadonlySet<string> = new Set([
  'DesignationRenewed',
  'DesignationSuspended',
  'DesignationRestored',
  'DesignationEnded',
]);

/** An act without its designation, which the public record may leave out, is not shown. */
function withEntry(stories: readonly Story[], { event, ...entry }: Entries[number]): readonly Story[] {
  if (event.type === 'SchoolDesignated')
    return [...stories, { granted: stated({ ...entry, event }), acts: [] }];
  const last = stories.at(-1);
  if (!last || !actTypes.has(event.type)) return stories;
  const act = { act: event.type, ...stated({ ...entry, event }) } as DesignationAct;
  return [...stories.slice(0, -1), { ...last, acts: [...last.acts, act] }];
}

/** The most that is certain of several. */
export const mostCertain = (certainties: readonly Certainty[]): Certainty =>
  (['certain', 'possible'] as const).find((one) => certainties.includes(one)) ?? 'no';

const lifts: ReadonlySet<string> = new Set(['DesignationRestored', 'DesignationEnded']);

/** Each suspension lasts until the restoration after it, or the end of the designation. */
const suspendedAt = ({ acts }: Story, asOf: When): Certainty =>
  mostCertain(
    acts.flatMap(({ act, effectiveFrom: start }, i) => {
      if (act !== 'DesignationSuspended') return [];
      const end = acts.slice(i).find((later) => lifts.has(later.act))?.effectiveFrom;
      return [holdsAt({ start, ...(end && { end }) }, asOf)];
    }),
  );

function flagsOf({ granted, acts }: Story, standingFor: StandingFor): DesignationView['flags'] {
  const motionIds = new Set([granted, ...acts].flatMap(({ motionId }) => motionId ?? []));
  return [...motionIds].flatMap((motionId) => {
    const standing = standingFor(motionId);
    return standing && !stands(standing) ? [{ motionId, ...standing }] : [];
  });
}

/** Of which no source says since when: at the latest since it was granted, and that was before it was recorded. */
const startOf = ({ effectiveFrom, provenance }: Story['granted']): When =>
  effectiveFrom.precision === 'unknown'
    ? { ...effectiveFrom, latest: provenance.occurredAt.latest }
    : effectiveFrom;

function viewOf(story: Story, asOf: When, standingFor: StandingFor): DesignationView {
  const { granted, acts } = story;
  const end = acts.find(({ act }) => act === 'DesignationEnded')?.effectiveFrom;
  const renewal = acts.findLast((one) => one.act === 'DesignationRenewed');
  const grantedUntil = (renewal ?? granted).until;
  return {
    ...granted,
    held: holdsAt({ start: startOf(granted), ...(end && { end }) }, asOf),
    suspended: suspendedAt(story, asOf),
    ...(grantedUntil && { grantedUntil }),
    acts,
    flags: flagsOf(story, standingFor),
  };
}

/** The designations of a school, in the order of the record. */
export const designationsOf = (
  entries: Entries,
  asOf: When,
  standingFor: StandingFor,
): readonly DesignationView[] =>
  entries.reduce(withEntry, [] as readonly Story[]).map((story) => viewOf(story, asOf, standingFor));
