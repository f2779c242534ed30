import type { Envelope, Recorded, RecordingMode, SourceRef, Visibility, When } from '#governance';

/** How a fact entered the record: shown beside it. */
export type Provenance = Readonly<{
  eventId: string;
  revision: number;
  occurredAt: When;
  recordedAt: string;
  recordingMode: RecordingMode;
  /** Absent where it is public. */
  visibility?: Exclude<Visibility, 'public'>;
  illustration?: true;
  sources?: readonly SourceRef[];
}>;

const restricted = ({ visibility }: Envelope): Pick<Provenance, 'visibility'> =>
  visibility === 'public' ? {} : { visibility };

export const provenanceOf = ({ eventId, revision, recordedAt, envelope }: Recorded): Provenance => ({
  eventId,
  revision,
  occurredAt: envelope.occurredAt,
  recordedAt,
  recordingMode: envelope.recordingMode,
  ...restricted(envelope),
  ...(envelope.illustration && { illustration: true }),
  ...(envelope.sources && { sources: envelope.sources }),
});
