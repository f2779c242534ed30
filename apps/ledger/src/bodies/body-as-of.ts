import { gathering } from '#governance';
import { gathered, occurredAt } from '#recording';
import type { StreamWriter, WriteContext } from '#recording';

/** What a command reads of its body, at the body's last durable revision, which the roster pins. */
export const bodyAsOf = (
  writer: StreamWriter,
  bodyId: string | undefined,
  context: WriteContext,
): Promise<gathering.BodyAsOf> =>
  gathered(
    gathering.bodyAsOf(bodyId, (timeZone) => occurredAt(context, timeZone)),
    writer,
  );
