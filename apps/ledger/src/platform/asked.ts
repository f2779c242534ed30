import { hash } from 'node:crypto';
import type { gathering } from '#governance';
import { occurredAt } from '#recording';
import { anyZone } from './zoned.ts';
import type { Write } from './write.ts';

type Given<C> = Pick<Write<C>, 'streamId' | 'command' | 'context'>;

/** What facts are gathered for: a command on a stream as it stands. */
export const asked = <S, C>({ streamId, command, context }: Given<C>, state: S): gathering.Asked<S, C> => ({
  streamId,
  state,
  command: command(anyZone),
  mode: context.mode,
  happenedAt: (timeZone) => occurredAt(context, timeZone),
  recordedBy: context.recordedBy,
  sources: context.sources,
  sha256: (text) => hash('sha256', text),
});
