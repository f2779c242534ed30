import { hash } from 'node:crypto';
import { atInstant } from '../../kernel/index.ts';
import type { Command } from '../decide.ts';
import type { ClauseText, Insertion, InstrumentRegistered } from '../events.ts';
import type { CitedMotion } from '../../motion/cited.ts';
import type { Facts } from '../facts.ts';

export const sha256 = (text: string): string => hash('sha256', text);

export const adoptedMotion: CitedMotion = {
  motionId: 'motion-1',
  revision: 17,
  bodyId: 'cssc',
  status: 'adopted',
  since: atInstant('2026-09-01T16:00:00Z'),
  voteEventIds: ['vote-1'],
  voteEventId: 'vote-1',
};

/** Everything is there that a command may name. */
export const facts = (known: Partial<Facts> = {}): Facts => ({
  at: atInstant('2026-09-01T17:00:00Z'),
  instrumentId: 'mou',
  body: { timeZone: 'America/Los_Angeles' },
  motion: adoptedMotion,
  organizations: new Map([
    ['lausd', { classification: 'school_district' }],
    ['utla', { classification: 'union' }],
    ['parents', {}],
  ]),
  disclosure: {
    revision: 9,
    itemIds: new Set(['item-7']),
    calledToOrder: atInstant('2026-08-20T17:00:00Z'),
  },
  other: { revision: 3, hosts: [] },
  blobHeld: true,
  sourced: true,
  sha256,
  authorized: undefined,
  ...known,
});

export const clause = (clauseId: string, text = `Text of ${clauseId}.`): ClauseText => ({ clauseId, text });

export const insertion = (clauseId: string, text?: string): Insertion => ({
  kind: 'insertion',
  clause: clause(clauseId, text),
});

export const registered: InstrumentRegistered = {
  type: 'InstrumentRegistered',
  kind: 'mou',
  title: 'Memorandum on community schools',
  timeZone: 'America/Los_Angeles',
};

export const proposal = (
  versionId: string,
  baseVersion: string | undefined,
  ...operations: NonNullable<Extract<Command, { type: 'ProposeVersion' }>['operations']>
): Command => ({
  type: 'ProposeVersion',
  versionId,
  ...(baseVersion !== undefined && { baseVersion }),
  operations,
});

export const adoption = (
  versionId: string,
  more: Partial<Extract<Command, { type: 'AdoptVersion' }>> = {},
): Command => ({
  type: 'AdoptVersion',
  versionId,
  byMotionId: 'motion-1',
  disclosure: { meetingId: 'meeting-1', itemId: 'item-7' },
  ...more,
});

export const ratification = (
  versionId: string,
  organizationId: string,
  answer: 'ratified' | 'rejected' = 'ratified',
): Command => ({ type: 'RecordRatification', versionId, organizationId, answer });

export const party = (organizationId: string): Command => ({
  type: 'AddParty',
  organizationId,
  ratificationMethod: 'membership_vote',
});

/** A memorandum between the district and the union, proposed as `v1` of two clauses. */
export const drafted: readonly Command[] = [
  { type: 'RegisterInstrument', kind: 'mou', title: 'Memorandum on community schools' },
  party('lausd'),
  party('utla'),
  proposal('v1', undefined, insertion('seats', 'Sixteen seats.'), insertion('term', 'Two years.')),
];

/** Adopted, ratified by both, in force. */
export const agreed: readonly Command[] = [
  ...drafted,
  adoption('v1'),
  ratification('v1', 'lausd'),
  ratification('v1', 'utla'),
];
