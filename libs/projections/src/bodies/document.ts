import type { body } from '#governance';
import type { Entry } from '../entries.ts';
import { stated } from '../statements.ts';
import type { BodyDocument, BodyStatus, WitnessView } from './views.ts';

/** Events of a body that its register shows; seats and those who sit in them are the composition's. */
export type RegisterEvent =
  | body.BodyEstablished
  | body.OpenMeetingRegimeDetermined
  | body.RulesOfOrderAdopted
  | body.PublicationPolicyAdopted
  | body.GoverningInstrumentNamed
  | body.GoverningInstrumentReleased
  | body.WitnessAppointed
  | body.WitnessDismissed
  | body.CosignatureMissed
  | body.CosignatureCaughtUp
  | body.ConstituencyDefined
  | body.CompositionRuleAdopted
  | body.SubcommitteeCharged
  | body.BodySucceeded
  | body.BodyDissolved;

const noDocument: BodyDocument = {
  regimes: [],
  rulesOfOrder: [],
  publicationPolicies: [],
  governingInstruments: [],
  witnesses: [],
  constituencies: [],
  compositionRules: [],
  charges: [],
  successions: [],
};

function established(document: BodyDocument, entry: Entry<body.BodyEstablished>): BodyDocument {
  const { foundingClause, purpose } = entry.event;
  return {
    ...document,
    established: entry.provenance,
    ...(foundingClause && { foundingClause }),
    ...(purpose !== undefined && { purpose }),
  };
}

function governing(document: BodyDocument, entry: Entry<body.GoverningInstrumentNamed>): BodyDocument {
  const { instrumentId } = entry.event;
  const others = document.governingInstruments.filter((one) => one.instrumentId !== instrumentId);
  return { ...document, governingInstruments: [...others, stated(entry)] };
}

const released = (document: BodyDocument, entry: Entry<body.GoverningInstrumentReleased>): BodyDocument => ({
  ...document,
  governingInstruments: document.governingInstruments.map((one) =>
    one.instrumentId === entry.event.instrumentId ? { ...one, released: stated(entry) } : one,
  ),
});

type OfWitness = body.WitnessDismissed | body.CosignatureMissed | body.CosignatureCaughtUp;

function witnessAfter(witness: WitnessView, entry: Entry<OfWitness>): WitnessView {
  const { event } = entry;
  const { late = [] } = witness;
  switch (event.type) {
    case 'WitnessDismissed':
      return { ...witness, dismissed: stated({ ...entry, event }) };
    case 'CosignatureMissed':
      return { ...witness, late: [...late, stated({ ...entry, event })] };
    case 'CosignatureCaughtUp': {
      const last = late.at(-1);
      return last
        ? { ...witness, late: late.with(-1, { ...last, caughtUp: stated({ ...entry, event }) }) }
        : witness;
    }
  }
}

const ofWitness = (document: BodyDocument, entry: Entry<OfWitness>): BodyDocument => ({
  ...document,
  witnesses: document.witnesses.map((one) =>
    one.witnessId === entry.event.witnessId ? witnessAfter(one, entry) : one,
  ),
});

/** The document after one more event. */
function withEvent(document: BodyDocument, entry: Entry<RegisterEvent>): BodyDocument {
  const { event } = entry;
  switch (event.type) {
    case 'BodyEstablished':
      return established(document, { ...entry, event });
    case 'OpenMeetingRegimeDetermined':
      return { ...document, regimes: [...document.regimes, stated({ ...entry, event })] };
    case 'RulesOfOrderAdopted':
      return { ...document, rulesOfOrder: [...document.rulesOfOrder, stated({ ...entry, event })] };
    case 'PublicationPolicyAdopted':
      return {
        ...document,
        publicationPolicies: [...document.publicationPolicies, stated({ ...entry, event })],
      };
    case 'GoverningInstrumentNamed':
      return governing(document, { ...entry, event });
    case 'GoverningInstrumentReleased':
      return released(document, { ...entry, event });
    case 'WitnessAppointed':
      return { ...document, witnesses: [...document.witnesses, stated({ ...entry, event })] };
    case 'WitnessDismissed':
    case 'CosignatureMissed':
    case 'CosignatureCaughtUp':
      return ofWitness(document, { ...entry, event });
    case 'ConstituencyDefined':
      return { ...document, constituencies: [...document.constituencies, stated({ ...entry, event })] };
    case 'CompositionRuleAdopted':
      return { ...document, compositionRules: [...document.compositionRules, stated({ ...entry, event })] };
    case 'SubcommitteeCharged':
      return { ...document, charges: [...document.charges, stated({ ...entry, event })] };
    case 'BodySucceeded':
      return { ...document, successions: [...document.successions, stated({ ...entry, event })] };
    case 'BodyDissolved':
      return { ...document, dissolution: stated({ ...entry, event }) };
  }
}

const registerTypes: ReadonlySet<string> = new Set(
  Object.keys({
    BodyEstablished: true,
    OpenMeetingRegimeDetermined: true,
    RulesOfOrderAdopted: true,
    PublicationPolicyAdopted: true,
    GoverningInstrumentNamed: true,
    GoverningInstrumentReleased: true,
    WitnessAppointed: true,
    WitnessDismissed: true,
    CosignatureMissed: true,
    CosignatureCaughtUp: true,
    ConstituencyDefined: true,
    CompositionRuleAdopted: true,
    SubcommitteeCharged: true,
    BodySucceeded: true,
    BodyDissolved: true,
  } satisfies Record<RegisterEvent['type'], true>),
);

/** What the register keeps of an event: of others only that it was one. */
export type KeptEvent =
  RegisterEvent | Readonly<{ type: Exclude<body.BodyEvent['type'], RegisterEvent['type']> }>;

export const isRegisterEvent = (event: Readonly<{ type: string }>): event is RegisterEvent =>
  registerTypes.has(event.type);

const inRegister = (entry: Entry<KeptEvent>): entry is Entry<RegisterEvent> => isRegisterEvent(entry.event);

/** What some of a body's events tell. */
export const documentOf = (entries: readonly Entry<KeptEvent>[]): BodyDocument =>
  entries.filter(inRegister).reduce(withEvent, noDocument);

export function statusOf({ dissolution, successions }: BodyDocument): BodyStatus {
  if (dissolution) return 'dissolved';
  return successions.length > 0 ? 'succeeded' : 'established';
}
