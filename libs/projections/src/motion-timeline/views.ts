import type { DomainEvent, Finding, RecordedBy } from '#governance';
import type { AnsweredTimes } from '../asked-times.ts';
import type { Provenance } from '../provenance.ts';

export type TimelineEntry = Readonly<{
  type: DomainEvent['type'];
  position: string;
  recordedBy: RecordedBy;
  findings: readonly Finding[];
  /** The event's payload; without eligibility, rule, roll call and traces, which stand in the decision. */
  details: Readonly<Record<string, unknown>>;
  provenance: Provenance;
}>;

export type MotionTimeline = AnsweredTimes &
  Readonly<{ motionId: string; entries: readonly TimelineEntry[] }>;
