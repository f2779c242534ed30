import { eventData } from '#governance';
import type { DomainEvent } from '#governance';
import type { Pins } from './concept.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Members that pin a revision: the category of its stream, and where in the same object the stream's id may stand. */
const members = new Map<string, readonly [category: string, ...ids: string[]]>(
  Object.entries({
    motionRevision: ['motion', 'motionId', 'byMotionId', 'authorityMotionId'],
    byMotionRevision: ['motion', 'byMotionId'],
    meetingRevision: ['meeting', 'meetingId'],
    instrumentRevision: ['instrument', 'instrumentId'],
    hostRevision: ['instrument', 'intoInstrument'],
    successorRevision: ['instrument', 'byInstrument'],
    sourceRevision: ['source', 'sourceId'],
    cohortRevision: ['cohort', 'cohortId'],
    applicationRevision: ['application', 'applicationId'],
    intoRevision: ['school', 'intoSchoolId'],
  }),
);

/** Members that name a stream inside: a vote by its motion, a clause by its instrument. */
const inside: readonly (readonly [revision: string, category: string, member: string, id: string])[] = [
  ['motionRevision', 'motion', 'voteRef', 'motionId'],
  ['instrumentRevision', 'instrument', 'clauseRef', 'instrument'],
];

type Own = Readonly<Record<string, string | undefined>>;

/** The stream whose revision a member of this name pins, as its neighbours name it. */
function streamOf(name: string, data: Json): string | undefined {
  const [category, ...ids] = members.get(name) ?? [];
  const id = ids.map((one) => data[one]).find((one) => typeof one === 'string');
  return category !== undefined && id !== undefined ? `${category}-${id}` : undefined;
}

function notePins(data: Json, own: Own, pins: Map<string, number>): void {
  // Not `for in`: V8 compiles that for the shape that it saw, anew for every other one.
  for (const name of Object.keys(data)) {
    const value = data[name];
    if (isObject(value)) notePins(value, own, pins);
    if (typeof value !== 'number') continue;
    const stream = streamOf(name, data) ?? own[name];
    if (stream !== undefined) pins.set(stream, value);
  }
  for (const [revision, category, member, id] of inside) {
    const [value, named] = [data[revision], data[member]];
    if (typeof value === 'number' && isObject(named) && typeof named[id] === 'string')
      pins.set(`${category}-${named[id]}`, value);
  }
}

/**
 * Revisions that an event pins.
 *
 * @param own by the name of the member, streams that the event does not name because they follow from its own
 */
export function pinsOf(event: DomainEvent, own: Own = {}): Pins {
  const pins = new Map<string, number>();
  notePins(eventData(event), own, pins);
  return pins;
}
