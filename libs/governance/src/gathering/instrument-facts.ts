import { composedAt } from '../body/composed-at.ts';
import { rosterAt } from '../body/roster-at.ts';
import { comparedAt } from '../instrument/as-composed.ts';
import type { Command } from '../instrument/decide.ts';
import type { Facts } from '../instrument/facts.ts';
import type { InstrumentState } from '../instrument/state.ts';
import { streamsRead } from '../instrument/streams-read.ts';
import type { When } from '../kernel/index.ts';
import type { Asked, ZoneFact } from './asked.ts';
import { motionOf } from './cited.ts';
import { isKept, load, loadAll } from './wanted.ts';
import type { Gathering } from './wanted.ts';

type Id = string | undefined;

function* bodyOf(bodyId: Id): Gathering<Facts['body']> {
  if (bodyId === undefined) return undefined;
  const { state } = yield* load('body', bodyId);
  return state.existence && { timeZone: state.timeZone };
}

type SeatFacts = Pick<Facts, 'authorized' | 'composed'>;

/** The seats that there are of its body: for the linter of rules, and for a clause that counts them. */
function* seatsOf(bodyId: Id, command: Command, at: When): Gathering<SeatFacts> {
  if (bodyId === undefined || !('terms' in command || 'preset' in command)) return { authorized: undefined };
  const { state, revision } = yield* load('body', bodyId);
  const { authorized } = rosterAt(state, at, { bodyId, revision });
  if (!state.existence || !('terms' in command && command.terms?.composition)) return { authorized };
  const composed = composedAt(state, comparedAt(command, at), { bodyId, revision });
  return { authorized, composed };
}

function* disclosureAt(meetingId: Id): Gathering<Facts['disclosure']> {
  if (meetingId === undefined) return undefined;
  const { state, revision } = yield* load('meeting', meetingId);
  if (!state.schedule) return undefined;
  const calledToOrder = state.session.sittings[0]?.from;
  return { revision, itemIds: new Set(state.agenda.items.keys()), calledToOrder };
}

/** From near to far. An instrument is a part of itself only in a damaged record: it ends there. */
function* hostsOf(intoInstrument: Id): Gathering<readonly string[]> {
  const hosts: string[] = [];
  for (let id = intoInstrument; id !== undefined && !hosts.includes(id);) {
    hosts.push(id);
    id = (yield* load('instrument', id)).state.incorporated?.intoInstrument;
  }
  return hosts;
}

function* otherOf(instrumentId: Id): Gathering<Facts['other']> {
  if (instrumentId === undefined) return undefined;
  const { state, revision } = yield* load('instrument', instrumentId);
  if (state.kind === undefined) return undefined;
  return { revision, hosts: yield* hostsOf(state.incorporated?.intoInstrument) };
}

/** What decisions on an instrument read of other streams. */
export function* instrumentFacts(asked: Asked<InstrumentState, Command>): Gathering<Facts & ZoneFact> {
  const { streamId: instrumentId, state, command, happenedAt, sources = [], sha256 } = asked;
  const read = streamsRead(state, command);
  const body = yield* bodyOf(read.bodyId);
  const named = command.type === 'RegisterInstrument' ? (body?.timeZone ?? command.timeZone) : undefined;
  const timeZone = named ?? state.timeZone;
  const at = happenedAt(timeZone);
  return {
    timeZone,
    at,
    ...(yield* seatsOf(state.bodyId, command, at)),
    instrumentId,
    body,
    motion: yield* motionOf(read.motionId),
    organizations: yield* loadAll('organization', read.organizationIds, ({ state: one }) =>
      one.registered ? { classification: one.classification } : undefined,
    ),
    disclosure: yield* disclosureAt(read.disclosureMeetingId),
    other: yield* otherOf(read.otherInstrumentId),
    blobHeld: yield* isKept(read.blobSha256),
    sourced: sources.length > 0,
    sha256,
  };
}
