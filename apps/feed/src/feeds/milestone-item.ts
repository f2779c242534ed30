import type { When } from '#governance';
import type { Reads } from '#projections';
import type { ItemContent } from './feed.ts';
import type { Milestone, MilestoneType } from './model.ts';
import { illustrationMark, illustrationNote } from './illustration.ts';

type Of<T extends MilestoneType> = Extract<Milestone['event'], { type: T }>;
type Sentences = { readonly [T in MilestoneType]: (event: Of<T>) => string };

const on = ({ precision, literal }: When): string =>
  precision === 'unknown' ? 'at a time that is not known' : literal;

const until = (when: When | undefined): string => (when ? `, until ${on(when)}` : '');
const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);

/** What happened, in the words that follow the name of the thing. */
const sentences: Sentences = {
  InstrumentRegistered: ({ kind }) => `entered in the record as ${kind.replaceAll('_', ' ')}`,
  InstrumentPartyAdded: ({ organizationId }) => `${organizationId} is a party`,
  InstrumentVersionProposed: ({ versionId, label }) => `version ${label ?? versionId} proposed`,
  InstrumentVersionAdopted: ({ versionId, effectiveFrom, until: end }) =>
    `version ${versionId} adopted${effectiveFrom ? `, not in force before ${on(effectiveFrom)}` : ''}${until(end)}`,
  PartyRatified: ({ versionId, organizationId }) => `${organizationId} ratified version ${versionId}`,
  PartyRejected: ({ versionId, organizationId }) => `${organizationId} rejected version ${versionId}`,
  InstrumentEnteredIntoForce: ({ versionId, from }) => `version ${versionId} in force from ${on(from)}`,
  InstrumentForcePostponed: ({ versionId, to }) => `version ${versionId} not in force before ${on(to)}`,
  InstrumentProrogued: ({ versionId, until: end }) => `version ${versionId} prolonged until ${on(end)}`,
  InstrumentExpired: ({ versionId }) => `version ${versionId} expired`,
  InstrumentRepealed: () => 'repealed',
  InstrumentIncorporated: ({ intoInstrument }) => `incorporated into ${intoInstrument}`,
  InstrumentSuperseded: ({ byInstrument }) => `superseded by ${byInstrument}`,
  RenditionPublished: ({ versionId, lang, authentic }) =>
    `text of version ${versionId} published (${lang}${authentic ? ', authentic' : ''})`,
  PracticeDeparted: ({ clauseLabel, clauseId, description }) =>
    `practice departs from clause ${clauseLabel ?? clauseId ?? 'unknown'}: ${description}`,
  SchoolRegistered: () => 'entered in the record',
  SchoolDesignated: ({ cohortId, effectiveFrom, until: end }) =>
    `designated${cohortId === undefined ? '' : ` in cohort ${cohortId}`}, from ${on(effectiveFrom)}${until(end)}`,
  DesignationRenewed: ({ effectiveFrom, until: end }) =>
    `designation renewed, from ${on(effectiveFrom)}${until(end)}`,
  DesignationSuspended: ({ effectiveFrom, reason }) =>
    `designation suspended, from ${on(effectiveFrom)}${because(reason)}`,
  DesignationRestored: ({ effectiveFrom, reason }) =>
    `designation restored, from ${on(effectiveFrom)}${because(reason)}`,
  DesignationEnded: ({ effectiveFrom, reason }) =>
    `designation ended, from ${on(effectiveFrom)}${because(reason)}`,
  SchoolRenamed: ({ from, to }) => `renamed from ${from} to ${to}`,
  SchoolMerged: ({ intoSchoolId }) => `merged into ${intoSchoolId}`,
  SiteBodyFormed: ({ kind, bodyId }) => `site body formed: ${kind}, ${bodyId}`,
};

const sentenceOf = <T extends MilestoneType>(type: T, event: Of<T>): string => sentences[type](event);

/** What the thing is called now. */
export function nameOf(reads: Reads, category: Milestone['category'], id: string): string {
  const sql =
    category === 'instrument'
      ? 'SELECT title AS name FROM instruments WHERE instrument_id = ?'
      : 'SELECT name FROM schools WHERE school_id = ?';
  return reads.get<{ name: string | null }>(sql, id)?.name ?? id;
}

/** By which motion, where one did it. */
const motionOf = ({ event }: Milestone): string | undefined => {
  if ('byMotionId' in event) return event.byMotionId;
  return 'motionId' in event ? event.motionId : undefined;
};

type Asked = Readonly<{ eventId: string; milestone: string; publicUrl: string }>;

/** What happened to an instrument or a school, as an item. */
export function milestoneEntry(reads: Reads, { eventId, milestone: json, publicUrl }: Asked): ItemContent {
  const milestone = JSON.parse(json) as Milestone;
  const { category, streamId, event, occurredAt, entry, lang, illustration = false } = milestone;
  const name = nameOf(reads, category, streamId);
  const sentence = sentenceOf(event.type, event);
  const motionId = motionOf(milestone);
  return {
    id: `urn:uuid:${eventId}`,
    url: `${publicUrl}/${category}s/${streamId}`,
    title: `${illustration ? `[${illustrationMark}] ` : ''}${name}: ${sentence}`,
    text: [
      ...(illustration ? [illustrationNote] : []),
      `${name}: ${sentence}. Recorded as of ${on(occurredAt)}.`,
      ...(motionId === undefined ? [] : [`By motion: ${publicUrl}/motions/${motionId}`]),
    ].join('\n'),
    tags: [name, event.type, ...(illustration ? [illustrationMark] : [])],
    lang,
    extension: {
      event_type: event.type,
      [`${category}_id`]: streamId,
      motion_id: motionId,
      occurred_at: occurredAt,
      event,
      illustration,
      record_entries: [entry],
    },
  };
}
