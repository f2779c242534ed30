import type { AtFact, Decider, Decision } from '../kernel/index.ts';
import { enrolSubject } from './enrol-subject.ts';
import type { EnrolSubject } from './enrol-subject.ts';
import type { AccessEvent } from './events.ts';
import { grantRole } from './grant-role.ts';
import type { GrantRole } from './grant-role.ts';
import { issueKey } from './issue-key.ts';
import type { IssueKey } from './issue-key.ts';
import { revokeKey } from './revoke-key.ts';
import type { RevokeKey } from './revoke-key.ts';
import { revokeRole } from './revoke-role.ts';
import type { RevokeRole } from './revoke-role.ts';
import { evolve, noActor } from './state.ts';
import type { AccessState } from './state.ts';

export * from './events.ts';
export { isActive } from './state.ts';
export type { AccessState } from './state.ts';
export type { EnrolSubject, GrantRole, IssueKey, RevokeKey, RevokeRole };

export type Command = IssueKey | EnrolSubject | GrantRole | RevokeRole | RevokeKey;
export type Facts = AtFact;

function decide(state: AccessState, command: Command, facts: Facts): Decision<AccessEvent> {
  switch (command.type) {
    case 'IssueKey':
      return issueKey(state, command, facts);
    case 'EnrolSubject':
      return enrolSubject(state, command);
    case 'GrantRole':
      return grantRole(state, command);
    case 'RevokeRole':
      return revokeRole(state, command);
    case 'RevokeKey':
      return revokeKey(state, command);
  }
}

/** Stream `access-{actorId}`; never public. */
export const decider: Decider<AccessState, AccessEvent, Command, Facts> = {
  category: 'access',
  initialState: noActor,
  evolve,
  decide,
};
