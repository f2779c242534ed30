import type { CommandBody } from '../platform/index.ts';
import type { EntryLineBody } from './meeting-entry.bodies.ts';

/** A line with everything that it says, its own or by default. */
export type Line = Readonly<{ operation: string; target: string; body: Readonly<Partial<CommandBody>> }>;

/** A whole meeting as it was typed: what an entry carries out, also after a crash. */
export type Plan = Readonly<{ meetingId: string; bodyId: string; lines: readonly Line[] }>;

const withoutGaps = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/**
 * Every line says what the defaults say, unless it says otherwise. What has no time of its own happened when the
 * line before it did, as in minutes: a time stands in the margin only where it changes.
 */
export function planOf(
  meetingId: string,
  bodyId: string,
  typed: readonly EntryLineBody[],
  defaults: Partial<CommandBody> = {},
): Plan {
  const common: Partial<CommandBody> = { recordingMode: 'minutes', ...withoutGaps(defaults) };
  let { occurredAt } = common;
  const lines = typed.map(({ operation, target = `meetings/${meetingId}`, body = {} }) => {
    const said: Partial<CommandBody> = {
      ...common,
      ...(occurredAt !== undefined && { occurredAt }),
      ...body,
    };
    occurredAt = said.occurredAt;
    return { operation, target, body: said };
  });
  return { meetingId, bodyId, lines };
}
