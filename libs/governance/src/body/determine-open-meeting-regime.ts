import { irregular } from '../kernel/index.ts';
import type { AtFact, Decision } from '../kernel/index.ts';
import type { OpenMeetingRegimeDetermined } from './events.ts';
import { existingBody } from './guards.ts';
import type { BodyState } from './state.ts';

/**
 * Someone competent says which open-meeting law applies, since when, and on what basis. It is never assumed:
 * a committee born of a union agreement may be outside the Brown Act (Californians Aware v. JLMBC, 2011).
 */
export type DetermineOpenMeetingRegime = Readonly<{ type: 'DetermineOpenMeetingRegime' }> &
  Omit<OpenMeetingRegimeDetermined, 'type'>;

export function* determineOpenMeetingRegime(
  state: BodyState,
  command: DetermineOpenMeetingRegime,
  { at }: AtFact,
): Decision<OpenMeetingRegimeDetermined> {
  yield* existingBody(state, at);
  if (command.basis.trim() === '') yield irregular('BASIS_REQUIRED', { regime: command.regime });
  return [{ ...command, type: 'OpenMeetingRegimeDetermined' }];
}
