import type { meeting, When } from '#governance';
import type { Provenance } from '../provenance.ts';

/** What happened to the minutes, as it was recorded. */
export type MinutesFactView<E extends meeting.MinutesEvent> = Omit<E, 'type'> &
  Readonly<{ provenance: Provenance }>;

/** How the minutes of a meeting stand. */
export type MinutesStanding = Readonly<{ status: 'draft' | 'approved'; sha256: string }>;

/** What had happened to the minutes by a time, and what of it the record knew at a time (ISO 8601, UTC). */
export type MinutesTimes = Readonly<{ asOf?: When | undefined; knownAt?: string | undefined }>;

export type MinutesView = Readonly<{
  meetingId: string;
  bodyId?: string;
  /** The time that was asked for. */
  asOf?: When;
  knownAt?: string;
  status: 'draft' | 'approved';
  /** Of the minutes as they stand, in every language: approved, else the last draft. */
  sha256: string;
  /** Every co-chair vouches for the minutes as they stand. */
  attested: boolean;
  approved?: MinutesFactView<meeting.MinutesApproved>;
  /** What the body corrected since it approved them; the approved text stays as it is. */
  corrections: readonly MinutesFactView<meeting.MinutesCorrectionRecorded>[];
  attestations: readonly MinutesFactView<meeting.RecordAttested>[];
  drafts: readonly MinutesFactView<meeting.MinutesDrafted>[];
}>;
