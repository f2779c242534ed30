import { describe, expect, it } from '@jest/globals';
import { incomplete, irregular, notable, recordingModes, refuse, settle } from './index.ts';
import type { Decision, Objection } from './index.ts';

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
    ['incomplete', incomplete, [false, false, true]],
    ['irregular', irregular, [false, true, true]],
    ['notable', notable, [true, true, true]],
  ] as const)(
    'what is %s is recorded with a finding, or refused, as the mode demands',
    (kind, of, accepted) => {
      const objection = of('CODE', { n: 1 });
      expect(objection).toEqual({ kind, code: 'CODE', inputs: { n: 1 } });
      expect(recordingModes.map((mode) => settle(decision(objection), mode))).toEqual(
        accepted.map((is) =>
          is
            ? { accepted: true, events: ['recorded'], findings: [objection] }
            : { accepted: false, objection },
        ),
      );
    },
  );

  it('what is impossible is refused in every mode, whatever was found before', () => {
    for (const mode of recordingModes)
      expect(settle(impossible(), mode)).toEqual({
        accepted: false,
        objection: { kind: 'impossible', code: 'IMPOSSIBLE', inputs: { why: 'x' } },
      });
  });

  it('keeps every finding in order, and refuses with the first that is fatal', () => {
    const objections = [notable('A'), irregular('B'), incomplete('C')];
    expect(settle(decision(...objections), 'historical_import')).toMatchObject({ findings: objections });
    expect(settle(decision(...objections), 'minutes')).toMatchObject({ objection: { code: 'C' } });
    expect(settle(decision(...objections), 'live')).toMatchObject({ objection: { code: 'B' } });
  });
});
