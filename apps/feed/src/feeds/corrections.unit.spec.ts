import { expect, it } from '@jest/globals';
import { atInstant } from '#governance';
import type { DecisionDocument, TellersCorrection } from '#projections';
import { speechIn } from '../words/speech.ts';
import { correctionLines, correctionsOf } from './corrections.ts';

const correction: TellersCorrection = {
  from: [{ option: 'yes', value: 4, constituencyId: 'union' }],
  to: [
    { option: 'yes', value: 3, constituencyId: 'union' },
    { option: 'no', value: 1, constituencyId: 'union' },
  ],
  authority: { kind: 'clerical' },
  reason: 'One ballot was read wrong.',
  changesOutcome: false,
  correctedAt: atInstant('2026-09-02T17:00:00Z'),
  recordedAt: '2026-09-02T17:00:00Z',
  eventId: 'event-1',
};
const decision = {
  outcome: 'rejected',
  reportCorrections: [
    correction,
    { ...correction, authority: { kind: 'motion', motionId: 'amend', motionRevision: 3 } },
  ],
  original: { outcome: 'adopted', counts: { yes: 4 }, constituencies: [], rollCall: [] },
} as unknown as DecisionDocument;

it('an item tells what the tellers had counted, what stands now, and by which right', () => {
  const counted =
    'the tellers counted 3 yes (union), 1 no (union), not 4 yes (union). One ballot was read wrong.';
  const when = 'September 2, 2026 at 10:00 AM';
  expect(correctionLines(speechIn('en', 'America/Los_Angeles'), decision)).toEqual([
    `Corrected by the secretary, ${when}: ${counted}`,
    `Corrected by motion amend, ${when}: ${counted}`,
    'As first recorded: adopted.',
  ]);
  expect(correctionLines(speechIn('es', 'America/Los_Angeles'), decision)[1]).toBe(
    'Corregida por la moción amend, 2 de septiembre de 2026 a las 10:00: los escrutadores contaron ' +
      '3 a favor (union), 1 en contra (union), no 4 a favor (union). One ballot was read wrong.',
  );
  expect(correctionsOf(decision)).toMatchObject({
    report_corrections: decision.reportCorrections,
    original_outcome: 'adopted',
    original_counts: { yes: 4 },
  });
});
