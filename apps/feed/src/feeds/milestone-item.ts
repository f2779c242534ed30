import { bodyTimeZone, getCohort, getOrganization, instrumentTimeZone } from '#projections';
import type { Reads } from '#projections';
import type { When } from '#governance';
import { addressIn } from '../words/address.ts';
import { illustrationNotes, illustrationTags, markedTitle } from '../words/illustration.ts';
import { languageName, speechIn } from '../words/speech.ts';
import type { Speech } from '../words/speech.ts';
import { timeText } from '../words/time.ts';
import type { ItemContent, ItemRendering } from './feed.ts';
import type { Milestone, MilestoneType } from './model.ts';

type Of<T extends MilestoneType> = Extract<Milestone['event'], { type: T }>;

/** In which language it is said, and where names are looked up. */
type Telling = Readonly<{ speech: Speech; reads: Reads }>;
type Values = Parameters<Speech['t']>[1];
type Facts = { readonly [T in MilestoneType]: (event: Of<T>, telling: Telling) => Values };

/** A time, or `none` where there is none. */
const at = ({ speech }: Telling, when: When | undefined): string =>
  when === undefined ? 'none' : timeText(speech, when);

const organizationName = ({ reads }: Telling, id: string): string => getOrganization(reads, id)?.name ?? id;

const cohortName = ({ reads }: Telling, id: string | undefined): string =>
  id === undefined ? 'none' : (getCohort(reads, id)?.label ?? id);

const kindName = ({ speech: { t } }: Telling, { kind }: Of<'InstrumentRegistered'>): string =>
  t('instrument.kind', { kind });

type Answered = Of<'PartyRatified' | 'PartyRejected'>;
const answer = ({ versionId, organizationId }: Answered, to: Telling): Values => ({
  version: versionId,
  organization: organizationName(to, organizationId),
});

type Changed = Of<'DesignationSuspended' | 'DesignationRestored' | 'DesignationEnded'>;
const change = ({ effectiveFrom, reason = 'none' }: Changed, to: Telling): Values => ({
  from: at(to, effectiveFrom),
  reason,
});

/** What the sentence of each is told; its words follow the name of the thing. */
const facts: Facts = {
  InstrumentRegistered: (event, to) => ({ kind: kindName(to, event) }),
  InstrumentPartyAdded: ({ organizationId }, to) => ({ organization: organizationName(to, organizationId) }),
  InstrumentVersionProposed: ({ versionId, label }) => ({ version: label ?? versionId }),
  InstrumentVersionAdopted: ({ versionId, effectiveFrom, until }, to) => ({
    version: versionId,
    from: at(to, effectiveFrom),
    until: at(to, until),
  }),
  PartyRatified: answer,
  PartyRejected: answer,
  InstrumentEnteredIntoForce: ({ versionId, from }, to) => ({ version: versionId, from: at(to, from) }),
  InstrumentForcePostponed: ({ versionId, to: from }, to) => ({ version: versionId, from: at(to, from) }),
  InstrumentProrogued: ({ versionId, until }, to) => ({ version: versionId, until: at(to, until) }),
  InstrumentExpired: ({ versionId }) => ({ version: versionId }),
  InstrumentRepealed: () => ({}),
  InstrumentIncorporated: ({ intoInstrument }, { reads }) => ({
    instrument: nameOf(reads, 'instrument', intoInstrument),
  }),
  InstrumentSuperseded: ({ byInstrument }, { reads }) => ({
    instrument: nameOf(reads, 'instrument', byInstrument),
  }),
  RenditionPublished: ({ versionId, lang, authentic }, { speech }) => ({
    version: versionId,
    language: languageName(lang, speech.lang),
    authentic: authentic ? 'yes' : 'no',
  }),
  PracticeDeparted: ({ clauseLabel, clauseId, description }) => ({
    clause: clauseLabel ?? clauseId ?? 'none',
    description,
  }),
  SchoolRegistered: () => ({}),
  SchoolDesignated: ({ cohortId, effectiveFrom, until }, to) => ({
    cohort: cohortName(to, cohortId),
    from: at(to, effectiveFrom),
    until: at(to, until),
  }),
  DesignationRenewed: ({ effectiveFrom, until }, to) => ({
    from: at(to, effectiveFrom),
    until: at(to, until),
  }),
  DesignationSuspended: change,
  DesignationRestored: change,
  DesignationEnded: change,
  SchoolRenamed: ({ from, to }) => ({ from, to }),
  SchoolMerged: ({ intoSchoolId }, { reads }) => ({ school: nameOf(reads, 'school', intoSchoolId) }),
  SiteBodyFormed: ({ kind, bodyId }) => ({ kind, body: bodyId }),
};

const sentenceOf = <T extends MilestoneType>(type: T, event: Of<T>, telling: Telling): string =>
  telling.speech.t(`milestone.${type}`, facts[type](event, telling));

/** What the thing is called now. */
export function nameOf(reads: Reads, category: Milestone['category'], id: string): string {
  const sql =
    category === 'instrument'
      ? 'SELECT title AS name FROM instruments WHERE instrument_id = ?'
      : 'SELECT name FROM schools WHERE school_id = ?';
  return reads.get<{ name: string | null }>(sql, id)?.name ?? id;
}

/** That of the body that keeps the record of a school; an instrument has its own. */
function zoneOf(reads: Reads, { category, streamId }: Milestone): string | undefined {
  if (category === 'instrument') return instrumentTimeZone(reads, streamId);
  const sql = 'SELECT body_id AS bodyId FROM schools WHERE school_id = ?';
  const { bodyId } = reads.get<{ bodyId: string | null }>(sql, streamId) ?? {};
  return bodyId == null ? undefined : bodyTimeZone(reads, bodyId);
}

/** By which motion, where one did it. */
const motionOf = ({ event }: Milestone): string | undefined => {
  if ('byMotionId' in event) return event.byMotionId;
  return 'motionId' in event ? event.motionId : undefined;
};

type Asked = Readonly<{ eventId: string; milestone: string }>;

/** What happened to an instrument or a school, as an item. */
export function milestoneEntry(
  { reads, publicUrl, lang: spoken }: ItemRendering,
  { eventId, milestone: json }: Asked,
): ItemContent {
  const milestone = JSON.parse(json) as Milestone;
  const { category, streamId, event, occurredAt, entry, lang, illustration = false } = milestone;
  const speech = speechIn(spoken, zoneOf(reads, milestone));
  const name = nameOf(reads, category, streamId);
  const said = `${name}: ${sentenceOf(event.type, event, { speech, reads })}`;
  const motionId = motionOf(milestone);
  const urlOf = (path: string) => `${publicUrl}${addressIn(spoken, path)}`;
  return {
    id: `urn:uuid:${eventId}`,
    url: urlOf(`/${category}s/${streamId}`),
    title: markedTitle(speech, said, milestone),
    text: [
      ...illustrationNotes(speech, milestone),
      `${said}. ${speech.t('feed.occurred', { when: timeText(speech, occurredAt) })}`,
      ...(motionId === undefined ? [] : [speech.t('feed.byMotion', { url: urlOf(`/motions/${motionId}`) })]),
    ].join('\n'),
    tags: [name, event.type, ...illustrationTags(speech, milestone)],
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
