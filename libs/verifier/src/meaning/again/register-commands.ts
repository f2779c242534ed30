import { gathering } from '#governance';
import type { AtFact, claim, commitment, consequence, organization, source } from '#governance';
import { as, fromTable, without } from './concept.ts';
import type { Concept } from './concept.ts';
import { pinsOf } from './pins.ts';

export const organizations: Concept<
  organization.OrganizationState,
  organization.OrganizationEvent,
  organization.Command
> = {
  commandsFor: fromTable({ OrganizationRegistered: as('RegisterOrganization') }),
  facts: gathering.organizationFacts,
  pins: ({ event }) => pinsOf(event),
};

export const sources: Concept<source.SourceState, source.SourceEvent, source.Command> = {
  commandsFor: fromTable({ SourceRegistered: as('RegisterSource') }),
  facts: gathering.sourceFacts,
  pins: ({ event }) => pinsOf(event),
};

export const claims: Concept<claim.ClaimState, claim.ClaimEvent, claim.Command> = {
  commandsFor: fromTable({
    ClaimRecorded: as('RecordClaim', 'sourceRevision'),
    ClaimDisputed: as('DisputeClaim'),
    ClaimReconciled: as('ReconcileClaims', 'authority'),
    ClaimRetracted: as('RetractClaim'),
  }),
  facts: gathering.claimFacts,
  pins: ({ event }) => pinsOf(event),
};

function named(ref: commitment.AuthorityRef): commitment.NamedAuthority {
  switch (ref.kind) {
    case 'motion':
      return { motionId: ref.motionId };
    case 'clause':
      return { clauseRef: ref.clauseRef };
    case 'source':
      return { sourceId: ref.sourceId, locator: ref.locator };
  }
}

type Authorized = Readonly<{ authorityRef?: commitment.AuthorityRef }>;

/** What was computed was told as a duration. */
function told<E extends Authorized & commitment.Terms>({ authorityRef, due, ...event }: E) {
  return {
    ...event,
    ...(authorityRef && { authorityRef: named(authorityRef) }),
    ...(due?.how.kind === 'computed' && { dueWithin: due.how.duration }),
    ...(due?.how.kind === 'stated' && { due: due.when }),
  };
}

const authorized = <E extends Authorized>(event: E) => ({
  ...without(event, 'authorityRef'),
  ...(event.authorityRef && { authorityRef: named(event.authorityRef) }),
});

export const commitments: Concept<
  commitment.CommitmentState,
  commitment.CommitmentEvent,
  commitment.Command
> = {
  commandsFor: fromTable({
    CommitmentMade: (event) => ({ ...told(event), type: 'MakeCommitment' }),
    CommitmentRevised: (event) => ({ ...told(event), type: 'ReviseCommitment' }),
    CommitmentProgressReported: as('ReportCommitmentProgress'),
    CommitmentMet: (event) => ({ ...authorized(event), type: 'RecordCommitmentMet' }),
    CommitmentMissed: as('RecordCommitmentMissed'),
    CommitmentReleased: (event) => ({ ...authorized(event), type: 'ReleaseCommitment' }),
  }),
  facts: gathering.commitmentFacts,
  pins: ({ event }) => pinsOf(event),
};

// eslint-disable-next-line require-yield -- it reads nothing
function* atOnly({
  happenedAt,
}: gathering.Asked<undefined, consequence.Command>): gathering.Gathering<AtFact> {
  return { at: happenedAt('UTC') };
}

export const consequences: Concept<undefined, consequence.ConsequenceEvent, consequence.Command> = {
  commandsFor: fromTable({ ConsequenceRefused: as('RefuseConsequence') }),
  facts: atOnly,
  pins: ({ event }) => pinsOf(event),
};
