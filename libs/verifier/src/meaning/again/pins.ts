import { eventData } from '#governance';
import type { DomainEvent } from '#governance';
import type { Pins } from './concept.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Members that pin a revision: the category of its stream, and where in the same object the stream's id may stand. */
const members: Readonly<Record<string, readonly [category: string, ...ids: string[]]>> = {
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
};

/** Members that name a stream inside: a vote by its motion, a clause by its instrument. */
const inside: readonly (readonly [revision: string, category: string, member: string, id: string])[] = [
  ['motionRevision', 'motion', 'voteRef', 'motionId'],
  ['instrumentRevision', 'instrument', 'clauseRef', 'instrument'],
];

function* pinsIn(data: Json, own: Readonly<Record<string, string | undefined>>): Generator<[string, number]> {
  for (const [name, value] of Object.entries(data)) {
    if (isObject(value)) yield* pinsIn(value, own);
    if (typeof value !== 'number') continue;
    const [category, ...ids] = members[name] ?? [];
    const id = ids.map((one) => data[one]).find((one) => typeof one === 'string');
    if (category !== undefined && id !== undefined) yield [`${category}-${id}`, value];
    else if (own[name] !== undefined) yield [own[name], value];
  }
  for (const [revision, category, member, id] of inside) {
    const [value, named] = [data[revision], data[member]];
    if (typeof value === 'number' && isObject(named) && typeof named[id] === 'string')
      yield [`${category}-${named[id]}`, value];
  }
}

/**
 * Revisions that an event pins.
 *
 * @param own by the name of the member, streams that the event does not name because they follow from its own
 */
export const pinsOf = (event: DomainEvent, own: Readonly<Record<string, string | undefined>> = {}): Pins =>
  new Map(pinsIn(eventData(event), own));
