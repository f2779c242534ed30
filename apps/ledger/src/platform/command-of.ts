import { commonFields } from './command-body.ts';
import type { CommandBody } from './command-body.ts';
import { dateFields, readDate } from './dates.ts';
import type { InZone, PartialDate } from './dates.ts';
import { anyZone } from './zoned.ts';
import type { When } from '#governance';

/** What a field says once its date is read. */
type Read<T> = T extends PartialDate ? When : T;

/** The command that a request's own fields make. */
export type Said<T extends string, B> = Readonly<
  { type: T } & { [K in keyof Omit<B, keyof CommandBody>]: Read<B[K]> }
>;

const isCommon = (field: string): boolean => commonFields.has(field);

/**
 * The command that a request makes: its own fields without those that all commands have, and without those
 * that were not sent. Its dates are read when the zone is known.
 */
export function commandOf<T extends string, B extends Partial<CommandBody>>(
  type: T,
  body: B,
): InZone<Said<T, B>> {
  const dates = dateFields(Object.getPrototypeOf(body) as object);
  const read = (timeZone: string): Said<T, B> => {
    const command: Record<string, unknown> = { type };
    for (const [field, value] of Object.entries(body)) {
      if (value === undefined || isCommon(field)) continue;
      command[field] = dates.has(field) ? readDate(value as string, timeZone) : value;
    }
    return command as Said<T, B>;
  };
  if (![...dates].every(isCommon)) return read;
  // Without dates it is the same in every zone.
  const command = read(anyZone);
  return () => command;
}
