import type { meeting } from '#governance';
import type { Provenance } from '../provenance.ts';

/** What happened to the minutes, as it was recorded. */
export type MinutesFactView<E extends meeting.MinutesEvent> = Omit<E, 'type'> &
  Readonly<{ provenance: Provenance }>;

export type MinutesView = Readonly<{
  meetingId: string;
  bodyId?: string;
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
