import type { Decider } from '../kernel/index.ts';
import { decide } from './decide.ts';
import type { Command } from './decide.ts';
import type { InstrumentEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { evolve, noInstrument } from './state.ts';
import type { InstrumentState } from './state.ts';

/** Stream `instrument-{id}`. */
export const decider: Decider<InstrumentState, InstrumentEvent, Command, Facts> = {
  category: 'instrument',
  initialState: noInstrument,
  evolve,
  decide,
};

export type { AddParty } from './add-party.ts';
export type { AdoptVersion } from './adopt-version.ts';
export type { BindRule, InterpretRule, ReplaceRule } from './bind-rule.ts';
export { ruleKinds } from './bound-rule.ts';
export { governingRules, ruleInForce, rulesInForce } from './rules-in-force.ts';
export type { GoverningRule } from './governing.ts';
export type { BoundRule, Interpretation } from './clause-rule.ts';
export type { RuleInForce } from './rules-in-force.ts';
export { canonicalText } from './amend.ts';
export type { Text } from './amend.ts';
export { operationKinds } from './clause.ts';
export { citedClause } from './cited.ts';
export type { CitedClause } from './cited.ts';
export type { Command } from './decide.ts';
export type { EnterIntoForce } from './enter-into-force.ts';
export { eventTypes } from './event-types.ts';
export * from './events.ts';
export type { Expire } from './expire.ts';
export type * from './facts.ts';
export * from './force.ts';
export type { Deciding, GivenExternal } from './guards.ts';
export type { IncorporateInto } from './incorporate-into.ts';
export type { PostponeForce } from './postpone-force.ts';
export { proposedText } from './propose-version.ts';
export type { ProposeVersion } from './propose-version.ts';
export type { Prorogue } from './prorogue.ts';
export type { PublishRendition } from './publish-rendition.ts';
export type { RecordPracticeDeparture } from './record-practice-departure.ts';
export type { RecordRatification } from './record-ratification.ts';
export type { RegisterInstrument } from './register-instrument.ts';
export type { Repeal } from './repeal.ts';
export { chain, evolve, head } from './state.ts';
export type { Ending, InstrumentState, Rendition } from './state.ts';
export { streamsRead } from './streams-read.ts';
export type { StreamsRead } from './streams-read.ts';
export type { Supersede } from './supersede.ts';
export { completeAt, outstanding, rejectedBy } from './version.ts';
export type { Adoption, Answers, Version } from './version.ts';
export { rulePresets } from './presets.ts';
