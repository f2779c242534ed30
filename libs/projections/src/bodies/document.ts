import { eventData } from '#governance';
import type { body, Recorded } from '#governance';
import { provenanceOf } from '../provenance.ts';
import type { BodyDocument, WitnessView } from './views.ts';

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

export const noDocument: BodyDocument = {
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

function established(document: BodyDocument, recorded: Recorded<body.BodyEstablished>): BodyDocument {
  const { foundingClause, purpose } = recorded.event;
  return {
    ...document,
    established: provenanceOf(recorded),
    ...(foundingClause && { foundingClause }),
    ...(purpose !== undefined && { purpose }),
  };
}

const stated = <E extends RegisterEvent>(event: E, recorded: Recorded) =>
  ({ ...eventData(event), provenance: provenanceOf(recorded) }) as Omit<E, 'type'> & {
    provenance: ReturnType<typeof provenanceOf>;
  };

function governing(document: BodyDocument, recorded: Recorded<body.GoverningInstrumentNamed>): BodyDocument {
  const { instrumentId } = recorded.event;
  const others = document.governingInstruments.filter((one) => one.instrumentId !== instrumentId);
  return { ...document, governingInstruments: [...others, stated(recorded.event, recorded)] };
}

function released(
  document: BodyDocument,
  recorded: Recorded<body.GoverningInstrumentReleased>,
): BodyDocument {
  const { event } = recorded;
  return {
    ...document,
    governingInstruments: document.governingInstruments.map((one) =>
      one.instrumentId === event.instrumentId ? { ...one, released: stated(event, recorded) } : one,
    ),
  };
}

type OfWitness = body.WitnessDismissed | body.CosignatureMissed | body.CosignatureCaughtUp;

function witnessAfter(witness: WitnessView, recorded: Recorded<OfWitness>): WitnessView {
  const { event } = recorded;
  const { late = [] } = witness;
  switch (event.type) {
    case 'WitnessDismissed':
      return { ...witness, dismissed: stated(event, recorded) };
    case 'CosignatureMissed':
      return { ...witness, late: [...late, stated(event, recorded)] };
    case 'CosignatureCaughtUp': {
      const last = late.at(-1);
      return last
        ? { ...witness, late: late.with(-1, { ...last, caughtUp: stated(event, recorded) }) }
        : witness;
    }
  }
}

const ofWitness = (document: BodyDocument, recorded: Recorded<OfWitness>): BodyDocument => ({
  ...document,
  witnesses: document.witnesses.map((one) =>
    one.witnessId === recorded.event.witnessId ? witnessAfter(one, recorded) : one,
  ),
});

/** The document after one more event. */
export function withEvent(document: BodyDocument, recorded: Recorded<RegisterEvent>): BodyDocument {
  const { event } = recorded;
  switch (event.type) {
    case 'BodyEstablished':
      return established(document, { ...recorded, event });
    case 'OpenMeetingRegimeDetermined':
      return { ...document, regimes: [...document.regimes, stated(event, recorded)] };
    case 'RulesOfOrderAdopted':
      return { ...document, rulesOfOrder: [...document.rulesOfOrder, stated(event, recorded)] };
    case 'PublicationPolicyAdopted':
      return { ...document, publicationPolicies: [...document.publicationPolicies, stated(event, recorded)] };
    case 'GoverningInstrumentNamed':
      return governing(document, { ...recorded, event });
    case 'GoverningInstrumentReleased':
      return released(document, { ...recorded, event });
    case 'WitnessAppointed':
      return { ...document, witnesses: [...document.witnesses, stated(event, recorded)] };
    case 'WitnessDismissed':
    case 'CosignatureMissed':
    case 'CosignatureCaughtUp':
      return ofWitness(document, { ...recorded, event });
    case 'ConstituencyDefined':
      return { ...document, constituencies: [...document.constituencies, stated(event, recorded)] };
    case 'CompositionRuleAdopted':
      return { ...document, compositionRules: [...document.compositionRules, stated(event, recorded)] };
    case 'SubcommitteeCharged':
      return { ...document, charges: [...document.charges, stated(event, recorded)] };
    case 'BodySucceeded':
      return { ...document, successions: [...document.successions, stated(event, recorded)] };
    case 'BodyDissolved':
      return { ...document, dissolution: stated(event, recorded) };
  }
}
