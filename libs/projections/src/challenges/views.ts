import type { challenge, Finding, When } from '#governance';
import type { Provenance } from '../provenance.ts';

export type DeadlineView = challenge.Deadline &
  Readonly<{
    /** Whether it had passed at the time asked for; `unknown` where its date does not tell. */
    passed: 'yes' | 'no' | 'unknown';
  }>;

export type ChallengeStep = Readonly<{
  type: challenge.ChallengeEvent['type'];
  details: Readonly<Record<string, unknown>>;
  findings: readonly Finding[];
  provenance: Provenance;
}>;

export type ChallengeView = Omit<challenge.CureDemandReceived, 'type'> &
  Readonly<{
    challengeId: string;
    /** Of the challenge's stream. */
    revision: number;
    /** As of this time. */
    asOf: When;
    status: Exclude<challenge.ChallengeStatus, 'none'>;
    /** As computed last: to demand, to respond, to sue. */
    deadlines: readonly DeadlineView[];
    /** The motion by which the action was taken anew. */
    curedByMotionId?: string;
    outcome?: challenge.ChallengeClosed['outcome'];
    steps: readonly ChallengeStep[];
    provenance: Provenance;
  }>;
