import { describe, expect, it } from '@jest/globals';
import { atInstant, incomplete, irregular, notable, recordingModes, refuse, settle } from './index.ts';
import type { Decision, Objection } from './index.ts';

const governing = { at: atInstant('2026-09-01T17:00:00Z') };

function* decision(...objections: readonly Objection[]): Decision<string> {
  yield* objections;
  return ['recorded'];
}

function* impossible(): Decision<string> {
  yield notable('NOTED');
  return yield* refuse('IMPOSSIBLE', { why: 'x' });
}

describe('settle', () => {
  it.each([
    ['incomplete', incomplete, 'irregular', [false, false, true]],
    ['irregular', irregular, 'irregular', [false, true, true]],
    ['notable', notable, 'warning', [true, true, true]],
  ] as const)(
    'what is %s is recorded with a finding, or refused, as the mode demands',
    (kind, of, severity, accepted) => {
      const objection = of('CODE', { n: 1 });
      expect(objection).toEqual({ kind, code: 'CODE', inputs: { n: 1 } });
      expect(recordingModes.map((mode) => settle(decision(objection), mode, governing))).toEqual(
        accepted.map((is) =>
          is
            ? {
                accepted: true,
                events: ['recorded'],
                findings: [{ code: 'CODE', severity, inputs: { n: 1 } }],
              }
            : { accepted: false, objection },
        ),
      );
    },
  );

  it('what is impossible is refused in every mode, whatever was found before', () => {
    for (const mode of recordingModes)
      expect(settle(impossible(), mode, governing)).toEqual({
        accepted: false,
        objection: { kind: 'impossible', code: 'IMPOSSIBLE', inputs: { why: 'x' } },
      });
  });

  it('keeps every finding in order, and refuses with the first that is fatal', () => {
    const objections = [notable('A'), irregular('B'), incomplete('C')];
    expect(settle(decision(...objections), 'historical_import', governing)).toMatchObject({
      findings: [{ code: 'A' }, { code: 'B' }, { code: 'C' }],
    });
    expect(settle(decision(...objections), 'minutes', governing)).toMatchObject({ objection: { code: 'C' } });
    expect(settle(decision(...objections), 'live', governing)).toMatchObject({ objection: { code: 'B' } });
  });
});
