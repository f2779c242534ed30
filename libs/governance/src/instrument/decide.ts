import type { Decision } from '../kernel/index.ts';
import { addParty } from './add-party.ts';
import type { AddParty } from './add-party.ts';
import { adoptVersion } from './adopt-version.ts';
import type { AdoptVersion } from './adopt-version.ts';
import { bindRule, interpretRule, replaceRule } from './bind-rule.ts';
import type { BindRule, InterpretRule, ReplaceRule } from './bind-rule.ts';
import { enterIntoForce } from './enter-into-force.ts';
import type { EnterIntoForce } from './enter-into-force.ts';
import type { InstrumentEvent } from './events.ts';
import { expire } from './expire.ts';
import type { Expire } from './expire.ts';
import type { Facts } from './facts.ts';
import { incorporateInto } from './incorporate-into.ts';
import type { IncorporateInto } from './incorporate-into.ts';
import { postponeForce } from './postpone-force.ts';
import type { PostponeForce } from './postpone-force.ts';
import { proposeVersion } from './propose-version.ts';
import type { ProposeVersion } from './propose-version.ts';
import { prorogue } from './prorogue.ts';
import type { Prorogue } from './prorogue.ts';
import { publishRendition } from './publish-rendition.ts';
import type { PublishRendition } from './publish-rendition.ts';
import { recordPracticeDeparture } from './record-practice-departure.ts';
import type { RecordPracticeDeparture } from './record-practice-departure.ts';
import { recordRatification } from './record-ratification.ts';
import type { RecordRatification } from './record-ratification.ts';
import { registerInstrument } from './register-instrument.ts';
import type { RegisterInstrument } from './register-instrument.ts';
import { repeal } from './repeal.ts';
import type { Repeal } from './repeal.ts';
import type { InstrumentState } from './state.ts';
import { supersede } from './supersede.ts';
import type { Supersede } from './supersede.ts';

export type Command =
  | RegisterInstrument
  | AddParty
  | ProposeVersion
  | AdoptVersion
  | RecordRatification
  | EnterIntoForce
  | PostponeForce
  | Prorogue
  | Expire
  | Repeal
  | IncorporateInto
  | Supersede
  | PublishRendition
  | RecordPracticeDeparture
  | BindRule
  | ReplaceRule
  | InterpretRule;

type Decide<C> = (state: InstrumentState, command: C, facts: Facts) => Decision<InstrumentEvent>;
type Decisions = { readonly [T in Command['type']]: Decide<Extract<Command, { type: T }>> };

const decisions: Decisions = {
  RegisterInstrument: registerInstrument,
  AddParty: addParty,
  ProposeVersion: proposeVersion,
  AdoptVersion: adoptVersion,
  RecordRatification: recordRatification,
  EnterIntoForce: enterIntoForce,
  PostponeForce: postponeForce,
  Prorogue: prorogue,
  Expire: expire,
  Repeal: repeal,
  IncorporateInto: incorporateInto,
  Supersede: supersede,
  PublishRendition: publishRendition,
  RecordPracticeDeparture: recordPracticeDeparture,
  BindRule: bindRule,
  ReplaceRule: replaceRule,
  InterpretRule: interpretRule,
};

export const decide = (state: InstrumentState, command: Command, facts: Facts): Decision<InstrumentEvent> =>
  (decisions[command.type] as Decide<Command>)(state, command, facts);
