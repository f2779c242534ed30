import type { Finding, RecordingMode } from './decision.ts';
import type { When } from './when.ts';

export const visibilities = ['public', 'members', 'closed_session', 'sealed'] as const;
export type Visibility = (typeof visibilities)[number];

/** Where a fact was read; `confidence` says whether the source states it or we inferred it. */
export type SourceRef = Readonly<{
  sourceId: string;
  locator: string;
  factId?: string;
  confidence: 'stated' | 'implied' | 'derived';
}>;

export type Authority = Readonly<{ kind: 'office' | 'motion' | 'clause' | 'import'; ref: string }>;

/** Who recorded an event: a pseudonymous actor, in which role, by which authority. Never a name. */
export type RecordedBy = Readonly<{
  actorId: string;
  role: string;
  onBehalfOf?: string;
  authority?: Authority;
}>;

/** The metadata of every event (domain model 2.1). `recordedAt` is the store's. */
export type Envelope = Readonly<{
  schemaVersion: number;
  occurredAt: When;
  recordedBy: RecordedBy;
  recordingMode: RecordingMode;
  /** The rulebook that judged it; events from before it was named have none. */
  rules?: string;
  /** The id of the command that caused the event, derived from the actor and the Idempotency-Key. */
  commandId: string;
  /** SHA-256 of the command as given, where the client chose its key: a key is not reused for another command. */
  commandDigest?: string;
  $correlationId: string;
  $causationId?: string;
  visibility: Visibility;
  /** 32 random bytes, hex, in events that are not public: opens their commitment in the public record. */
  salt?: string;
  /** Set on illustrations (the example meeting): shown wherever the event shows. */
  illustration?: true;
  lang?: string;
  sources?: readonly SourceRef[];
  findings?: readonly Finding[];
}>;

/** A clause of a version of an instrument: where a rule comes from. */
export type ClauseRef = Readonly<{ instrument: string; version?: string; clause: string }>;
