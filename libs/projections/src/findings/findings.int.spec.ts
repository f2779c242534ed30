import { describe, expect, it } from '@jest/globals';
import { bodyFacts, bodyId, decidedBody, foundedRecord, on, projected, v01 } from '../testing/index.ts';
import type { Circumstances, TestRecord } from '../testing/index.ts';
import { findingsModel } from './model.ts';
import { listFindings } from './index.ts';
import type { FindingFilter } from './index.ts';

const found = (code: string, severity: 'irregular' | 'warning' = 'irregular'): Circumstances => ({
  findings: [{ code, severity, inputs: { n: 1 } }],
});

/** A record with findings in the streams of a body, a meeting, a motion, and one of nobody's. */
function irregularities(): TestRecord {
  const { record, meet, decide } = v01.meetingBeforeVote({}, found('DRAFT'));
  meet(8, { type: 'Recess' }, found('MEETING', 'warning'));
  meet(9, { type: 'Reconvene' });
  decide(10, { type: 'TableMotion' }, { ...found('MOTION'), illustration: true });
  record.add('body', 'other', { type: 'SubcommitteeCharged', charge: 'any' }, found('OTHER'));
  record.add('organization', 'lausd', { type: 'OrganizationRegistered', name: 'again' }, found('NOBODY'));
  return record;
}

const codesOf = ({ events }: Pick<TestRecord, 'events'>, request: FindingFilter = {}) =>
  listFindings(projected([findingsModel], events), request).items.map(({ code }) => code);

describe('the findings register', () => {
  it('holds what the deciders found, with the event that carries it', () => {
    const record = foundedRecord();
    const stream = decidedBody(record);
    const openSeat = {
      type: 'OpenSeat',
      seatId: 'guest',
      label: 'lausd-1',
      nominatorIds: [],
      votingRight: 'unknown',
    } as const;
    expect(stream.attempt(openSeat, bodyFacts(on('2020')))).toBe(false);
    stream.execute(openSeat, bodyFacts(on('2020')), { mode: 'historical_import' });
    const carrier = record.events.at(-1)!;
    const { items } = listFindings(projected([findingsModel], record.events));
    expect(items.map(({ code }) => code).sort()).toEqual(['SEAT_LABEL_TAKEN', 'VOTING_RIGHT_UNKNOWN']);
    expect(items.find(({ code }) => code === 'SEAT_LABEL_TAKEN')).toEqual({
      code: 'SEAT_LABEL_TAKEN',
      severity: 'irregular',
      inputs: { label: 'lausd-1', seatId: 'lausd-1' },
      stream: `body-${bodyId}`,
      bodyId,
      eventId: carrier.eventId,
      eventType: 'SeatOpened',
      position: String(carrier.position),
      occurredAt: on('2020'),
      recordedAt: carrier.recordedAt,
      recordingMode: 'historical_import',
    });
  });

  it('is in the order of the record, latest first, and knows the body of meetings and motions', () => {
    const record = irregularities();
    expect(codesOf(record)).toEqual(['NOBODY', 'OTHER', 'MOTION', 'MEETING', 'DRAFT']);
    expect(codesOf(record, { bodyId: v01.committeeId })).toEqual(['MOTION', 'MEETING', 'DRAFT']);
    expect(codesOf(record, { bodyId: 'other' })).toEqual(['OTHER']);
  });

  it('is filtered by code, severity and stream', () => {
    const record = irregularities();
    expect(codesOf(record, { code: 'OTHER' })).toEqual(['OTHER']);
    expect(codesOf(record, { severity: 'warning' })).toEqual(['MEETING']);
    expect(codesOf(record, { stream: `motion-${v01.motionId}` })).toEqual(['MOTION', 'DRAFT']);
    expect(codesOf(record, { severity: 'warning', code: 'OTHER' })).toEqual([]);
  });

  it('marks illustrations', () => {
    const { items } = listFindings(projected([findingsModel], irregularities().events));
    expect(items.filter(({ illustration }) => illustration).map(({ code }) => code)).toEqual(['MOTION']);
  });

  it('has pages that do not move, also between findings of one event', () => {
    const record = foundedRecord();
    const severity = 'irregular' as const;
    const three = ['A', 'B', 'C'].map((code) => ({ code, severity, inputs: {} }));
    const charged = { type: 'SubcommitteeCharged', charge: 'any' } as const;
    record.add('body', bodyId, charged, { findings: three });
    const first = listFindings(projected([findingsModel], record.events), { limit: 2 });
    record.add('body', bodyId, charged, found('LATER'));
    const rest = listFindings(projected([findingsModel], record.events), { limit: 2, cursor: first.next });
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(['C', 'B', 'A']);
    expect(rest.next).toBeUndefined();
  });

  it('keeps a finding where it is not known which body it concerns', () => {
    const events = irregularities().events.filter(({ event }) => event.type !== 'MeetingScheduled');
    const { items } = listFindings(projected([findingsModel], events), { code: 'MEETING' });
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('bodyId');
  });
});
