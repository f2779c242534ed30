import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { isDone, ofAdoption, ofCalendar, ofSelection } from './consequences.ts';

const at = atInstant('2026-09-01T17:00:00Z');

describe('what follows from a decision', () => {
  it('an adopted motion adopts the version, or selects the schools, that it names', () => {
    expect(
      ofAdoption('m1', { kind: 'adopt_version', instrumentId: 'bylaws', versionId: '2027' }),
    ).toMatchObject({
      category: 'instrument',
      streamId: 'bylaws',
      command: 'AdoptVersion',
      fields: { versionId: '2027', byMotionId: 'm1' },
    });
    expect(
      ofAdoption('m1', { kind: 'approve_selection', cohortId: 'five', schoolIds: ['cedar'] }),
    ).toMatchObject({
      category: 'cohort',
      streamId: 'five',
      command: 'ApproveCohortSelection',
      fields: { schoolIds: ['cedar'], motionId: 'm1' },
    });
  });

  it('every selected school is designated when the selection happened; who had applied is told', () => {
    const schools = [
      { schoolId: 'cedar', applicationId: 'five:cedar', applicationRevision: 3 },
      { schoolId: 'alder' },
    ];
    const all = ofSelection('five', { type: 'CohortSelectionApproved', motionId: 'm1', schools }, at);
    expect(all.map(({ command, streamId }) => [command, streamId])).toEqual([
      ['SelectApplication', 'five:cedar'],
      ['DesignateSchool', 'cedar'],
      ['DesignateSchool', 'alder'],
    ]);
    expect(all.at(-1)?.fields).toEqual({ cohortId: 'five', motionId: 'm1', effectiveFrom: at.literal });
    expect(new Set(all.map(({ name }) => name)).size).toBe(3);
  });

  it('with a consent calendar all motions are adopted that it names, each once', () => {
    const entries = ['minutes', 'invoices'].map((motionId) => {
      return { motionId, itemId: `item-${motionId}`, textSha256: 'a', revision: 4 };
    });
    const all = ofCalendar('calendar', entries);
    expect(all.map(({ command, streamId, fields }) => [command, streamId, fields])).toEqual([
      ['AdoptByConsentCalendar', 'minutes', { byMotionId: 'calendar' }],
      ['AdoptByConsentCalendar', 'invoices', { byMotionId: 'calendar' }],
    ]);
    const refusal = (status: string) => ({ code: 'UNKNOWN_MOTION_STATE_TRANSITION', inputs: { status } });
    expect([isDone(all[0]!, refusal('adopted')), isDone(all[0]!, refusal('withdrawn'))]).toEqual([
      true,
      false,
    ]);
  });

  it('of a selection without a motion, none is cited', () => {
    const selection = { type: 'CohortSelectionApproved', schools: [{ schoolId: 'alder' }] } as const;
    expect(ofSelection('five', selection, at)[0]?.fields).not.toHaveProperty('motionId');
  });

  it('what somebody has recorded already is done', () => {
    const adoption = ofAdoption('m1', { kind: 'adopt_version', instrumentId: 'b', versionId: 'v' });
    expect(isDone(adoption, { code: 'VERSION_ALREADY_ADOPTED', inputs: {} })).toBe(true);
    expect(isDone(adoption, { code: 'BASE_VERSION_STALE', inputs: {} })).toBe(false);
    const [application] = ofSelection(
      'five',
      { type: 'CohortSelectionApproved', schools: [{ schoolId: 'c', applicationId: 'five:c' }] },
      at,
    );
    const refusal = (status: string) => ({
      code: 'UNKNOWN_APPLICATION_STATE_TRANSITION',
      inputs: { status },
    });
    expect(application && isDone(application, refusal('selected'))).toBe(true);
    expect(application && isDone(application, refusal('withdrawn'))).toBe(false);
  });
});
