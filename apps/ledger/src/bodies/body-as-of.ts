import { body } from '#governance';
import type { instrument, When } from '#governance';
import { occurredAt } from '#recording';
import type { StreamWriter, WriteContext } from '#recording';
import { governingRules } from '../instruments/governing-rules.ts';
import { anyZone } from '../platform/index.ts';

/** What meetings and motions read of their body, as of when the command happened. */
export type BodyAsOf = ReturnType<typeof body.selectionAt> &
  Readonly<{
    at: When;
    timeZone: string;
    /** A committee of another body. */
    isCommittee: boolean;
    /** Rules in force of the instruments that govern it. */
    governing: readonly instrument.GoverningRule[];
    /** Undefined where there is no such body. */
    roster: () => body.Roster | undefined;
  }>;

/** Reads a body at its last durable revision, which the roster pins. */
export async function bodyAsOf(
  writer: StreamWriter,
  bodyId: string | undefined,
  context: WriteContext,
): Promise<BodyAsOf> {
  if (bodyId === undefined) return unknownBody(context);
  const { state, revision } = await writer.load(body.decider, bodyId);
  if (revision < 0) return unknownBody(context);
  const { timeZone } = state;
  const at = occurredAt(context, timeZone);
  return {
    at,
    timeZone,
    isCommittee: state.parentBodyId !== undefined,
    governing: await governingRules(writer, body.governingAt(state, at), at),
    ...body.selectionAt(state, at),
    roster: () => body.rosterAt(state, at, { bodyId, revision }),
  };
}

/** Decisions refuse what concerns an unknown body: its dates may be read anywhere. */
const unknownBody = (context: WriteContext): BodyAsOf => ({
  at: occurredAt(context, anyZone),
  timeZone: anyZone,
  regime: 'UNDETERMINED',
  isCommittee: false,
  governing: [],
  roster: () => undefined,
});
