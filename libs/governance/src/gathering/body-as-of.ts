import { governingAt, selectionAt } from '../body/as-of.ts';
import type { Roster } from '../body/roster.ts';
import { rosterAt } from '../body/roster-at.ts';
import { governingRules as rulesOf } from '../instrument/rules-in-force.ts';
import type { GoverningRule } from '../instrument/governing.ts';
import type { When } from '../kernel/index.ts';
import { load } from './wanted.ts';
import type { Gathering } from './wanted.ts';

/** What meetings and motions read of their body, as of when the command happened. */
export type BodyAsOf = ReturnType<typeof selectionAt> &
  Readonly<{
    at: When;
    timeZone: string;
    /** A committee of another body. */
    isCommittee: boolean;
    /** Rules in force of the instruments that govern it. */
    governing: readonly GoverningRule[];
    /** Undefined where there is no such body. */
    roster: () => Roster | undefined;
  }>;

/** When a command happened, read in a time zone: that of the body that it is about. */
export type HappenedAt = (timeZone: string) => When;

/** Decisions refuse what concerns an unknown body: its dates may be read anywhere. */
function unknownBody(happenedAt: HappenedAt): BodyAsOf {
  const timeZone = 'UTC';
  return {
    at: happenedAt(timeZone),
    timeZone,
    regime: 'UNDETERMINED',
    isCommittee: false,
    governing: [],
    roster: () => undefined,
  };
}

/** Rules in force of instruments, each as its own stream tells them. */
export function* governingRules(
  instrumentIds: readonly string[],
  at: When,
): Gathering<readonly GoverningRule[]> {
  const rules: GoverningRule[] = [];
  for (const instrumentId of instrumentIds) {
    const { state, revision } = yield* load('instrument', instrumentId);
    rules.push(...rulesOf(state, { instrumentId, revision }, at));
  }
  return rules;
}

export function* bodyAsOf(bodyId: string | undefined, happenedAt: HappenedAt): Gathering<BodyAsOf> {
  if (bodyId === undefined) return unknownBody(happenedAt);
  const { state, revision } = yield* load('body', bodyId);
  if (revision < 0) return unknownBody(happenedAt);
  const { timeZone } = state;
  const at = happenedAt(timeZone);
  return {
    at,
    timeZone,
    isCommittee: state.parentBodyId !== undefined,
    governing: yield* governingRules(governingAt(state, at), at),
    ...selectionAt(state, at),
    roster: () => rosterAt(state, at, { bodyId, revision }),
  };
}
