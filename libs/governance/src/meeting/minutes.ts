import type { When } from '../kernel/when.ts';
import type {
  MinutesApproved,
  MinutesCorrectionRecorded,
  MinutesDrafted,
  MinutesEvent,
} from './minutes-events.ts';

type Dated<E> = Omit<E, 'type'> & Readonly<{ at: When }>;

/** The minutes of a meeting: drafts one after another, the approved one, and what was corrected since. */
export type Minutes = Readonly<{
  drafts: readonly Dated<MinutesDrafted>[];
  approved?: Dated<MinutesApproved>;
  corrections: readonly Dated<MinutesCorrectionRecorded>[];
  /** By constituency, the hash that its co-chair attested last. */
  attested: ReadonlyMap<string, string>;
}>;

export const noMinutes: Minutes = { drafts: [], corrections: [], attested: new Map() };

function dated<E extends Readonly<{ type: string }>>({ type: _type, ...event }: E, at: When): Dated<E> {
  return { ...event, at };
}

export function evolveMinutes(minutes: Minutes, event: MinutesEvent, at: When): Minutes {
  switch (event.type) {
    case 'MinutesDrafted':
      return { ...minutes, drafts: [...minutes.drafts, dated(event, at)] };
    case 'MinutesApproved':
      return { ...minutes, approved: dated(event, at) };
    case 'MinutesCorrectionRecorded':
      return { ...minutes, corrections: [...minutes.corrections, dated(event, at)] };
    case 'RecordAttested':
      return { ...minutes, attested: new Map(minutes.attested).set(event.constituencyId, event.sha256) };
  }
}

/** The hash of the minutes as they stand: of those approved, else of the last draft. */
export const currentSha256 = ({ drafts, approved }: Minutes): string | undefined =>
  (approved ?? drafts.at(-1))?.sha256;

/** Whether each co-chair vouches for the minutes as they stand (meeting rule SP-16): a new draft undoes it. */
export function isAttested(minutes: Minutes): boolean {
  const current = currentSha256(minutes);
  const coChairsOf = minutes.drafts.findLast(({ sha256 }) => sha256 === current)?.coChairsOf ?? [];
  return (
    coChairsOf.length > 0 &&
    coChairsOf.every((constituency) => minutes.attested.get(constituency) === current)
  );
}
