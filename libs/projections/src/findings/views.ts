import type { DomainEvent, Finding, RecordingMode, When } from '#governance';

/** An objection that was recorded instead of refused, with the event that carries it. */
export type FindingView = Finding &
  Readonly<{
    stream: string;
    bodyId?: string;
    eventId: string;
    eventType: DomainEvent['type'];
    position: string;
    occurredAt: When;
    recordedAt: string;
    recordingMode: RecordingMode;
    illustration?: true;
  }>;
