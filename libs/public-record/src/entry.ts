import type { Finding, RecordedBy, RecordingMode, SourceRef, When } from '#governance';

/** The stream of the public record; an entry's revision in it is its index in the transparency log. */
export const publicRecordStream = 'public-record';

/** An entry bundle gives an entry's length in 16 bits (C2SP tlog-tiles, "Log Entries"). Bytes, UTF-8. */
export const maxEntryBytes = 65_535;

/** A public event, whole. Its canonical JSON is also what a commitment to an event of another visibility hashes. */
export type EventEntry = Readonly<{
  v: 1;
  kind: 'event';
  /** Its number among the ledger's events, from 1: the same on every store, whose own positions differ. */
  position: number;
  eventId: string;
  stream: string;
  revision: number;
  type: string;
  schemaVersion: number;
  occurredAt: When;
  recordedAt: string;
  recordedBy: RecordedBy;
  recordingMode: RecordingMode;
  /** The rulebook that judged it; absent in older events. */
  rules?: string;
  visibility: string;
  data: Readonly<Record<string, unknown>>;
  commandId: string;
  correlationId: string;
  causationId?: string;
  findings?: readonly Finding[];
  sources?: readonly SourceRef[];
  lang?: string;
  illustration?: true;
}>;

/** What an event is about, so coarsely that it tells nothing of what happened. */
export const typeClasses = ['structure', 'proceedings', 'administration', 'other'] as const;
export type TypeClass = (typeof typeClasses)[number];

/**
 * An event that is not public: that it is in the ledger at this place, and nothing else. What an append-only
 * log has said cannot be taken back, so it says neither stream nor type nor when it happened, and the class
 * follows from the category alone.
 */
export type CommitmentEntry = Readonly<{
  v: 1;
  kind: 'commitment';
  position: number;
  recordedAt: string;
  /** The category of the event's stream; `other` for one that this version does not know. */
  streamClass: string;
  typeClass: TypeClass;
  /** SHA-256(salt ‖ canonical JSON of the event's `EventEntry`), hex. */
  commitment: string;
}>;

export type PublicEntry = EventEntry | CommitmentEntry;
