import { governingAt } from '../body/as-of.ts';
import type { Command } from '../body/decide.ts';
import type { Facts } from '../body/facts.ts';
import type { BodyState } from '../body/state.ts';
import { streamsRead } from '../body/streams-read.ts';
import type { Asked, ZoneFact } from './asked.ts';
import { governingRules } from './body-as-of.ts';
import { mandateOf, registeredOf } from './cited.ts';
import { load, loadAll } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/** From near to far. A body is its own ancestor only in a damaged record: it ends there. */
function* ancestorsOf(parentBodyId: string | undefined): Gathering<readonly string[]> {
  const ids: string[] = [];
  for (let id = parentBodyId; id !== undefined && !ids.includes(id);) {
    ids.push(id);
    id = (yield* load('body', id)).state.parentBodyId;
  }
  return ids;
}

function* related(bodyId: string | undefined): Gathering<Facts['relatedBody']> {
  if (bodyId === undefined) return undefined;
  const { state } = yield* load('body', bodyId);
  return state.existence && { ancestorIds: yield* ancestorsOf(state.parentBodyId) };
}

function* instrumentOf(instrumentId: string | undefined): Gathering<Facts['instrument']> {
  if (instrumentId === undefined) return undefined;
  const { state, revision } = yield* load('instrument', instrumentId);
  return state.kind === undefined ? undefined : { revision };
}

/** Of all who ever sat there: whom the seat shows is not a matter of when. */
function* minorsIn({ seats }: BodyState, seatId: string): Gathering<ReadonlySet<string>> {
  const holders = seats.get(seatId)?.seatings.map(({ holder }) => holder) ?? [];
  const ids = holders.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const minors = yield* loadAll('person', ids, ({ state }) => state.minor || undefined);
  return new Set(minors.keys());
}

/** What decisions on a body read of other streams. */
export function* bodyFacts(asked: Asked<BodyState, Command>): Gathering<Facts & ZoneFact> {
  const { streamId: bodyId, state, command, happenedAt, recordedBy } = asked;
  const { organizationIds, bodyId: relatedId, instrumentId } = streamsRead(command);
  // A body that is being established brings its zone with it.
  const timeZone = command.type === 'EstablishBody' ? command.timeZone : state.timeZone;
  const at = happenedAt(timeZone);
  return {
    timeZone,
    at,
    bodyId,
    organizationIds: yield* registeredOf(organizationIds),
    relatedBody: yield* related(relatedId),
    instrument: yield* instrumentOf(instrumentId),
    governing: yield* governingRules(governingAt(state, at), at),
    authority: recordedBy.authority,
    mandate: yield* mandateOf(asked),
    ...(command.type === 'SetDisplayNamePolicy' && { minorIds: yield* minorsIn(state, command.seatId) }),
  };
}
