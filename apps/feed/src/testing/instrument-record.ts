import { hash } from 'node:crypto';
import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import { hostile, hostileTitle } from './hostile.ts';
import { recordEvents } from './scenario.ts';

const zone = 'America/Los_Angeles';
const when = (literal: string) => parseWhen(literal, zone) ?? unknownWhen;

const clause = (clauseId: string, number: string, heading: string, text: string) =>
  ({ kind: 'insertion', clause: { clauseId, number, heading, text } }) as const;

const first: readonly DomainEvent[] = [
  { type: 'InstrumentRegistered', kind: 'bylaws', title: 'Bylaws', timeZone: zone, bodyId: 'council' },
  { type: 'InstrumentPartyAdded', organizationId: 'org-1', ratificationMethod: 'membership_vote' },
  { type: 'InstrumentPartyAdded', organizationId: 'org-2', ratificationMethod: 'governing_board_vote' },
  {
    type: 'InstrumentVersionProposed',
    versionId: 'v1',
    label: 'First',
    operations: [
      clause('quorum', '4.1', 'Quorum', 'A majority of the seats is a quorum.'),
      clause('votes', '4.2', 'Votes', 'Each side has to agree.'),
      clause('odd', '4.3', hostileTitle, hostile.script),
    ],
  },
];

const inForce = (versionId: string, from: string): readonly DomainEvent[] => [
  { type: 'PartyRatified', versionId, organizationId: 'org-1', voteRef: { reference: 'Ballot of May' } },
  { type: 'PartyRatified', versionId, organizationId: 'org-2' },
  { type: 'InstrumentEnteredIntoForce', versionId, from: when(from) },
];

const second: readonly DomainEvent[] = [
  {
    type: 'InstrumentVersionProposed',
    versionId: 'v2',
    baseVersion: 'v1',
    label: 'Second',
    operations: [
      { kind: 'substitution', clauseId: 'quorum', words: 'A majority', by: 'Two thirds' },
      { kind: 'repeal', clauseId: 'odd' },
      clause('trees', '4.4', 'Trees', 'There are two trees.'),
    ],
  },
  {
    type: 'InstrumentVersionAdopted',
    versionId: 'v2',
    requiredParties: ['org-1', 'org-2'],
    byMotionId: 'trees',
    voteEventId: 'v-1',
    motionRevision: 4,
  },
];

/** Adopted, and one of the parties has not answered. */
const third: readonly DomainEvent[] = [
  {
    type: 'InstrumentVersionProposed',
    versionId: 'v3',
    baseVersion: 'v2',
    label: hostile.turned,
    operations: [{ kind: 'replacement', clauseId: 'votes', text: 'Each side has to agree, by a roll call.' }],
  },
  {
    type: 'InstrumentVersionAdopted',
    versionId: 'v3',
    requiredParties: ['org-1', 'org-2'],
    external: { decidedBy: 'The assembly', counts: 'unknown' },
  },
  { type: 'PartyRatified', versionId: 'v3', organizationId: 'org-1' },
  {
    type: 'RenditionPublished',
    versionId: 'v2',
    lang: 'en',
    mime: 'text/html',
    sha256: hash('sha256', 'en'),
    authentic: true,
  },
  {
    type: 'RenditionPublished',
    versionId: 'v2',
    lang: 'es',
    mime: 'text/html',
    sha256: hash('sha256', 'es'),
    authentic: false,
  },
  { type: 'PracticeDeparted', clauseId: 'quorum', description: 'Nobody counts.' },
];

/** Bylaws in three versions: replaced, in force, and waiting for a party. */
export async function recordInstrument(ledger: EventStore): Promise<void> {
  for (const [id, name] of [
    ['org-1', 'The union'],
    ['org-2', 'The district'],
  ] as const) {
    const registered: DomainEvent = { type: 'OrganizationRegistered', name };
    await recordEvents(ledger, `organization-${id}`, [registered], { at: '2020-01-01' });
  }
  const record = (events: readonly DomainEvent[], at: string) =>
    recordEvents(ledger, 'instrument-bylaws', events, { at, lang: 'en' });
  await record(first, '2020-01-10');
  const adopted: DomainEvent = {
    type: 'InstrumentVersionAdopted',
    versionId: 'v1',
    requiredParties: ['org-1', 'org-2'],
    external: { decidedBy: 'The founders', counts: 'unknown' },
  };
  await record([adopted, ...inForce('v1', '2020-03-01')], '2020-02-01');
  await record(second, '2026-01-14');
  await record(inForce('v2', '2026-02-01'), '2026-01-20');
  await record(third, '2026-03-01');
}
