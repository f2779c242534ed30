import { gathering } from '#governance';
import type { instrument } from '#governance';
import { as, fromTable, without } from './concept.ts';
import type { CommandsOf, Concept } from './concept.ts';
import { pinsOf } from './pins.ts';

type State = instrument.InstrumentState;
type Event = instrument.InstrumentEvent;

/** Counts that the record calls unknown were not told. */
function deciding({ byMotionId, external }: instrument.DecidedBy): instrument.Deciding {
  const { counts, ...said } = external ?? {};
  return {
    ...(byMotionId !== undefined && { byMotionId }),
    ...(external && { external: counts === 'unknown' || counts === undefined ? said : { ...said, counts } }),
  };
}

const decided = <T extends string, E extends instrument.DecidedBy & Readonly<{ type: string }>>(
  type: T,
  event: E,
) => ({
  ...without(event, 'type', 'byMotionId', 'voteEventId', 'motionRevision', 'external'),
  ...deciding(event),
  type,
});

const answered =
  (answer: 'ratified' | 'rejected') =>
  ({ versionId, organizationId, voteRef }: instrument.PartyRatified | instrument.PartyRejected) =>
    ({
      type: 'RecordRatification',
      versionId,
      organizationId,
      answer,
      ...(voteRef && { voteRef: without(voteRef, 'motionRevision') }),
    }) as const;

const commands: CommandsOf<Event, instrument.Command, State, 'InstrumentVersionContinued'> = {
  InstrumentRegistered: as('RegisterInstrument'),
  InstrumentPartyAdded: as('AddParty'),
  InstrumentVersionProposed: as('ProposeVersion', 'fullTextSha256'),
  InstrumentVersionAdopted: ({ requiredParties: _follows, disclosure, ...event }) => ({
    ...decided('AdoptVersion', event),
    ...(disclosure && { disclosure: without(disclosure, 'meetingRevision') }),
  }),
  PartyRatified: answered('ratified'),
  PartyRejected: answered('rejected'),
  InstrumentEnteredIntoForce: as('EnterIntoForce'),
  InstrumentForcePostponed: (event) => decided('PostponeForce', event),
  InstrumentProrogued: (event) => decided('Prorogue', event),
  InstrumentExpired: () => ({ type: 'Expire' }),
  InstrumentRepealed: (event) => decided('Repeal', event),
  InstrumentIncorporated: as('IncorporateInto', 'hostRevision'),
  InstrumentSuperseded: as('Supersede', 'successorRevision'),
  RenditionPublished: as('PublishRendition'),
  PracticeDeparted: as('RecordPracticeDeparture'),
  RuleBound: as('BindRule', 'inconsistencies', 'bodyRevision'),
  RuleReplaced: as('ReplaceRule', 'inconsistencies', 'bodyRevision'),
  RuleInterpreted: as('InterpretRule', 'bodyRevision'),
};

export const instruments: Concept<State, Event, instrument.Command> = {
  commandsFor: fromTable(commands),
  *facts(asked, _candidate, { event }) {
    const facts = yield* gathering.instrumentFacts(asked);
    // What pins no body was recorded before seats were compared with clauses.
    return 'bodyRevision' in event ? facts : { ...facts, composed: undefined };
  },
  pins: ({ event }, { bodyId }) => pinsOf(event, { bodyRevision: bodyId && `body-${bodyId}` }),
};
