import { atInstant } from '../../kernel/index.ts';
import type { CitedMotion } from '../cited.ts';

/** A motion that its body adopted by its first vote. */
export const adopted = (motionId: string, change: Partial<CitedMotion> = {}): CitedMotion => ({
  motionId,
  revision: 12,
  bodyId: 'steering',
  status: 'adopted',
  since: atInstant('2026-09-01T17:00:00Z'),
  voteEventIds: ['vote-1'],
  ...change,
});
