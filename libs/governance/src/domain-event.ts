import type { AccessEvent } from './access/events.ts';
import type { ApplicationEvent } from './application/events.ts';
import type { BodyEvent } from './body/events.ts';
import type { ChallengeEvent } from './challenge/events.ts';
import type { ClaimEvent } from './claim/events.ts';
import type { CommitmentEvent } from './commitment/events.ts';
import type { ConsequenceEvent } from './consequence/events.ts';
import type { MeetingEntryEvent } from './meeting-entry/events.ts';
import type { InstrumentEvent } from './instrument/events.ts';
import type { MeetingEvent } from './meeting/events.ts';
import type { MotionEvent } from './motion/events.ts';
import type { OrganizationEvent } from './organization/events.ts';
import type { PersonEvent } from './person/events.ts';
import type { SourceEvent } from './source/events.ts';
import type { CohortEvent } from './cohort/events.ts';
import type { SchoolEvent } from './school/events.ts';

/** Everything that can have happened. */
export type DomainEvent =
  | OrganizationEvent
  | BodyEvent
  | MeetingEvent
  | MotionEvent
  | AccessEvent
  | SourceEvent
  | ClaimEvent
  | CommitmentEvent
  | ChallengeEvent
  | PersonEvent
  | ConsequenceEvent
  | MeetingEntryEvent
  | InstrumentEvent
  | CohortEvent
  | ApplicationEvent
  | SchoolEvent;
