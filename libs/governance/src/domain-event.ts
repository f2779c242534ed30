import type { AccessEvent } from './access/events.ts';
import type { BodyEvent } from './body/events.ts';
import type { MeetingEvent } from './meeting/events.ts';
import type { MotionEvent } from './motion/events.ts';
import type { OrganizationEvent } from './organization/events.ts';

/** Everything that can have happened. */
export type DomainEvent = OrganizationEvent | BodyEvent | MeetingEvent | MotionEvent | AccessEvent;
