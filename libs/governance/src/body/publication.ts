import { inForceAt } from '../kernel/index.ts';
import type { When } from '../kernel/index.ts';
import type { Publishable } from './events.ts';
import type { BodyState } from './state.ts';

/** Whether the body has said, as of a time, that everybody may read what is for its members otherwise. */
export const publishesAt = ({ policies }: BodyState, at: When, what: Publishable): boolean =>
  inForceAt(policies, at)?.publishes?.includes(what) ?? false;
