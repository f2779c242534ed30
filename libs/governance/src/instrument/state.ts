import type { When } from '../kernel/when.ts';
import { amended, emptyText } from './amend.ts';
import type { Text } from './amend.ts';
import type {
  InstrumentEvent,
  InstrumentKind,
  InstrumentVersionAdopted,
  InstrumentVersionProposed,
  PartyRatified,
  PartyRejected,
  RatificationMethod,
  RuleBound,
  RuleInterpreted,
  RuleReplaced,
} from './events.ts';
import type { BoundRule } from './clause-rule.ts';
import { rejectedBy } from './version.ts';
import type { Version } from './version.ts';

/** How an instrument ended as a whole. */
export type Ending = Readonly<{ how: 'repealed' | 'superseded'; at: When; byInstrument?: string }>;

export type Rendition = Readonly<{
  versionId: string;
  lang: string;
  mime: string;
  sha256: string;
  authentic: boolean;
}>;

export type InstrumentState = Readonly<{
  /** Absent before it is registered. */
  kind?: InstrumentKind;
  title: string;
  timeZone: string;
  bodyId?: string | undefined;
  /** By organization. */
  parties: ReadonlyMap<string, RatificationMethod>;
  /** In the order in which they were proposed. */
  versions: ReadonlyMap<string, Version>;
  /** Adopted versions in the order of their adoption: each but the first amends the one before. */
  adopted: readonly string[];
  incorporated?: Readonly<{ intoInstrument: string; asArticle?: string | undefined; at: When }>;
  ending?: Ending;
  renditions: readonly Rendition[];
  /** In the order in which they were bound. */
  rules: readonly BoundRule[];
}>;

export const noInstrument: InstrumentState = {
  title: '',
  timeZone: 'UTC',
  parties: new Map(),
  versions: new Map(),
  adopted: [],
  renditions: [],
  rules: [],
};

/** The versions of which the chain consists: adopted, and not refused by a party. */
export function chain({ adopted, versions }: InstrumentState): readonly Version[] {
  const links: Version[] = [];
  for (const id of adopted) {
    const version = versions.get(id);
    const follows = version?.baseVersion === undefined || version.baseVersion === links.at(-1)?.versionId;
    if (version && follows && rejectedBy(version).length === 0) links.push(version);
  }
  return links;
}

/** The version that the next one amends. */
export const head = (state: InstrumentState): Version | undefined => chain(state).at(-1);

/** The text that a version begins with; nothing where there is no base, or nobody knows what that says. */
export const baseText = ({ versions }: InstrumentState, baseVersion: string | undefined): Text =>
  (baseVersion === undefined ? undefined : versions.get(baseVersion)?.text) ?? emptyText;

const withVersion = (state: InstrumentState, version: Version): InstrumentState => ({
  ...state,
  versions: new Map(state.versions).set(version.versionId, version),
});

/** A version of which the proposal is not on record, as in a public record from which it was left out. */
const unheard = (versionId: string): Version => ({
  versionId,
  textHeld: false,
  text: emptyText,
  answers: new Map(),
});

const changed = (
  state: InstrumentState,
  versionId: string,
  change: (version: Version) => Partial<Version>,
): InstrumentState => {
  const version = state.versions.get(versionId) ?? unheard(versionId);
  return withVersion(state, { ...version, ...change(version) });
};

function proposed(state: InstrumentState, event: InstrumentVersionProposed, at: When): InstrumentState {
  const { versionId, baseVersion, label, operations, fullTextSha256, textHeld = true } = event;
  const text = textHeld ? amended(baseText(state, baseVersion), operations, versionId) : emptyText;
  const version = { versionId, label, baseVersion, proposedAt: at, textHeld, fullTextSha256, text };
  return withVersion(state, { ...version, answers: new Map() });
}

function adopted(state: InstrumentState, event: InstrumentVersionAdopted, at: When): InstrumentState {
  const { type: _type, versionId, entryIntoForce, until, ...adoption } = event;
  const after = changed(state, versionId, () => ({
    adoption: { ...adoption, at, separate: entryIntoForce === 'separate' },
    until,
  }));
  return { ...after, adopted: [...state.adopted, versionId] };
}

const answered = (state: InstrumentState, event: PartyRatified | PartyRejected, at: When): InstrumentState =>
  changed(state, event.versionId, ({ answers }) => {
    const answer = event.type === 'PartyRatified' ? 'ratified' : 'rejected';
    return { answers: new Map(answers).set(event.organizationId, { answer, at }) };
  });

type RuleEvent = RuleBound | RuleReplaced | RuleInterpreted;

function evolveRules(rules: readonly BoundRule[], event: RuleEvent, at: When): readonly BoundRule[] {
  if (event.type === 'RuleInterpreted') {
    const { type: _type, ...interpretation } = event;
    return rules.map((rule) =>
      rule.ruleId === event.ruleId
        ? { ...rule, interpretations: [...rule.interpretations, { ...interpretation, at }] }
        : rule,
    );
  }
  const { type: _type, ...bound } = event;
  return [...rules, { ...bound, start: event.effectiveFrom, interpretations: [] }];
}

/** An instrument as its stream tells it, in the order of the stream. */
export function evolve(state: InstrumentState, event: InstrumentEvent, at: When): InstrumentState {
  switch (event.type) {
    case 'InstrumentRegistered': {
      const { kind, title, timeZone, bodyId } = event;
      return { ...state, kind, title, timeZone, bodyId };
    }
    case 'InstrumentPartyAdded':
      return {
        ...state,
        parties: new Map(state.parties).set(event.organizationId, event.ratificationMethod),
      };
    case 'InstrumentVersionProposed':
      return proposed(state, event, at);
    case 'InstrumentVersionContinued':
      return changed(state, event.versionId, ({ text }) => ({
        text: amended(text, event.operations, event.versionId),
      }));
    case 'InstrumentVersionAdopted':
      return adopted(state, event, at);
    case 'PartyRatified':
    case 'PartyRejected':
      return answered(state, event, at);
    case 'InstrumentEnteredIntoForce':
      return changed(state, event.versionId, () => ({ inForceFrom: event.from }));
    case 'InstrumentForcePostponed':
      return changed(state, event.versionId, ({ inForceFrom }) =>
        inForceFrom ? { inForceFrom: event.to } : { notBefore: event.to },
      );
    case 'InstrumentProrogued':
      return changed(state, event.versionId, () => ({ until: event.until }));
    case 'InstrumentExpired':
      return changed(state, event.versionId, () => ({ expiredAt: at }));
    case 'InstrumentRepealed':
      return { ...state, ending: { how: 'repealed', at } };
    case 'InstrumentSuperseded':
      return { ...state, ending: { how: 'superseded', at, byInstrument: event.byInstrument } };
    case 'InstrumentIncorporated': {
      const { intoInstrument, asArticle } = event;
      return { ...state, incorporated: { intoInstrument, asArticle, at } };
    }
    case 'RenditionPublished': {
      const { type: _type, ...rendition } = event;
      return { ...state, renditions: [...state.renditions, rendition] };
    }
    case 'RuleBound':
    case 'RuleReplaced':
    case 'RuleInterpreted':
      return { ...state, rules: evolveRules(state.rules, event, at) };
    case 'PracticeDeparted':
      // On the record; no later decision asks for it.
      return state;
  }
}
