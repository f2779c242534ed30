import type { Decision } from '../kernel/index.ts';
import { closeChallenge } from './close-challenge.ts';
import type { CloseChallenge } from './close-challenge.ts';
import { declineCure } from './decline-cure.ts';
import type { DeclineCure } from './decline-cure.ts';
import type { ChallengeEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { receiveCureDemand } from './receive-cure-demand.ts';
import type { ReceiveCureDemand } from './receive-cure-demand.ts';
import type { ChallengeState } from './state.ts';
import { takeCureAction } from './take-cure-action.ts';
import type { TakeCureAction } from './take-cure-action.ts';

export type Command = ReceiveCureDemand | TakeCureAction | DeclineCure | CloseChallenge;

type Decide<C> = (state: ChallengeState, command: C, facts: Facts) => Decision<ChallengeEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  ReceiveCureDemand: receiveCureDemand,
  TakeCureAction: takeCureAction,
  DeclineCure: declineCure,
  CloseChallenge: closeChallenge,
};

export const decide: Decide<Command> = (state, command, facts) =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
