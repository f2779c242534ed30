import { body } from '#governance';
import { occurredAt } from '#recording';
import type { StreamWriter, WriteContext } from '#recording';

/**
 * Who may read what is not for everybody by default: whom the command names, else everybody where the body's
 * publication policy says so, else the members. Auditors read it in any case; the public log commits to it.
 */
export async function forMembers(
  writer: StreamWriter,
  bodyId: string | undefined,
  what: body.Publishable,
  context: WriteContext,
): Promise<WriteContext> {
  if (context.visibilityStated) return context;
  const { state } = await writer.load(body.decider, bodyId ?? '');
  const isPublic = state.existence && body.publishesAt(state, occurredAt(context, state.timeZone), what);
  return { ...context, visibility: isPublic ? 'public' : 'members' };
}
