import { parseWhen, unknownWhen } from '#governance';
import type { DomainEvent } from '#governance';
import type { EventStore } from '#event-store';
import { hostile, hostileTitle } from './hostile.ts';
import { recordEvents } from './scenario.ts';

const when = (literal: string) => parseWhen(literal, 'America/Los_Angeles') ?? unknownWhen;

/** An instrument with a version that is adopted and in force: five events. */
export async function recordInstrument(
  ledger: EventStore,
  instrumentId: string,
  title: string,
): Promise<void> {
  const events: readonly DomainEvent[] = [
    {
      type: 'InstrumentRegistered',
      kind: 'bylaws',
      title,
      timeZone: 'America/Los_Angeles',
      bodyId: 'council',
    },
    {
      type: 'InstrumentVersionProposed',
      versionId: 'v-2026',
      operations: [
        { kind: 'insertion', clause: { clauseId: 'c-1', text: 'The council meets in a greenhouse.' } },
      ],
    },
    {
      type: 'InstrumentVersionAdopted',
      versionId: 'v-2026',
      byMotionId: 'trees',
      requiredParties: ['union'],
    },
    { type: 'PartyRatified', versionId: 'v-2026', organizationId: 'union' },
    { type: 'PracticeDeparted', clauseId: 'c-1', description: hostile.script },
  ];
  await recordEvents(ledger, `instrument-${instrumentId}`, events, { at: '2026-01-20', lang: 'en' });
}

/** A school that is designated, and whose name is hostile: two events. */
export async function recordSchool(ledger: EventStore, schoolId: string): Promise<void> {
  const events: readonly DomainEvent[] = [
    { type: 'SchoolRegistered', name: hostileTitle, bodyId: 'council' },
    { type: 'SchoolDesignated', cohortId: 'cohort-1', effectiveFrom: when('2026-07-01') },
  ];
  await recordEvents(ledger, `school-${schoolId}`, events, { at: '2026-02-01', illustration: true });
}
