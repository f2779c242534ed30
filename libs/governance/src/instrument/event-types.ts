import type { InstrumentEvent } from './events.ts';

const named: Readonly<Record<InstrumentEvent['type'], true>> = {
  InstrumentRegistered: true,
  InstrumentPartyAdded: true,
  InstrumentVersionProposed: true,
  InstrumentVersionContinued: true,
  InstrumentVersionAdopted: true,
  PartyRatified: true,
  PartyRejected: true,
  InstrumentEnteredIntoForce: true,
  InstrumentForcePostponed: true,
  InstrumentProrogued: true,
  InstrumentExpired: true,
  InstrumentRepealed: true,
  InstrumentIncorporated: true,
  InstrumentSuperseded: true,
  RenditionPublished: true,
  PracticeDeparted: true,
  RuleBound: true,
  RuleReplaced: true,
  RuleInterpreted: true,
};

/** The names of all events of an instrument; the compiler sees to it that none is missing. */
export const eventTypes = Object.keys(named) as readonly InstrumentEvent['type'][];
