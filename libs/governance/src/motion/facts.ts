import type { GoverningFact } from '../instrument/governing.ts';
import type { AuthorityMotion } from './cited.ts';
import type { Regime } from '../body/events.ts';
import type { Roster } from '../body/roster.ts';
import type { AtFact } from '../kernel/index.ts';
import type { ChallengeState } from '../challenge/state.ts';
import type { Attendance } from '../meeting/attendance.ts';
import type { BoundRulePin } from './bound-rule-pin.ts';
import type { AdoptingCalendar, ConsentMotion } from './consent/calendar-facts.ts';
import type { ProcedureFacts } from './procedure/facts.ts';
import type { Selection } from '../rulebook/selection.ts';
import type { DecisionRule } from '../tally/rule.ts';

/** The roster of the motion's body as of `at`; undefined where there is no such body. */
export type RosterFact = Readonly<{ roster: Roster | undefined }>;

/** The meeting that the command is about as of `at`; undefined where there is none. */
export type AttendanceFact = Readonly<{ attendance: Attendance | undefined }>;

/** What the body has selected as of `at`: its open-meeting regime, its rules of order, its own policy. */
export type RegimeFact = Selection & Readonly<{ regime: Regime }>;

/** Whether the body's rules want the second to come from another constituency than the motion (SP-12). */
export type SecondingFact = Readonly<{ secondFromOtherConstituency: boolean }>;

/** The decision rule in force of the clause that the command names; undefined where it has none then. */
export type BoundRuleFact = Readonly<{
  boundRule?:
    | (BoundRulePin &
        Readonly<{
          rule: DecisionRule;
          /** Its parts cannot all hold, and nobody has said yet how it is to be read. */
          inconsistent: boolean;
          /** The clause reads otherwise since the rule was bound to it. */
          clauseAmended: boolean;
        }>)
    | undefined;
}>;

/** SHA-256, in hex, of the text that the command carries; undefined where it carries none. */
export type TextFact = Readonly<{ textSha256: string | undefined }>;

/** The roster of the body to which the motion is referred; undefined where there is no such body. */
export type ReferralFact = Readonly<{ toBody: Roster | undefined }>;

/** The motion that a new one says it cures; left out where there is no such motion. */
export type CuredFact = Readonly<{ cured?: Readonly<{ bodyId: string }> | undefined }>;
/** A motion that gives authority for something, as it stands now; undefined where there is no such motion. */
export type AuthorityFact = Readonly<{ authorityMotion?: AuthorityMotion | undefined }>;

/** The challenge that led to a motion's being void, as its stream tells it; left out where there is no such challenge. */
export type ChallengeFact = Readonly<{
  challenge?:
    | (Pick<ChallengeState, 'status' | 'bodyId' | 'motionId' | 'outcome'> & Readonly<{ revision: number }>)
    | undefined;
}>;

/** The motions of the consent items of the meeting, by id; absent where the command does not ask for them. */
export type ConsentFact = Readonly<{ consentMotions?: ReadonlyMap<string, ConsentMotion> }>;

/** The consent calendar that the command names; undefined where there is none. */
export type CalendarFact = Readonly<{ calendar?: AdoptingCalendar | undefined }>;

/** What decisions on a motion read besides its own stream; `streamsRead` says which streams a command needs. */
export type Facts = AtFact &
  ConsentFact &
  CalendarFact &
  RosterFact &
  AttendanceFact &
  RegimeFact &
  BoundRuleFact &
  SecondingFact &
  TextFact &
  CuredFact &
  ChallengeFact &
  ReferralFact &
  AuthorityFact &
  GoverningFact &
  ProcedureFacts;
