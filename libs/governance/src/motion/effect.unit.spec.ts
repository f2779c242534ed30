import { describe, expect, it } from '@jest/globals';
import { given, stateAfter } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Command, EffectGiven } from './index.ts';
import { drafted, facts } from './testing/committee.ts';

const draft = (effect: EffectGiven): Command => ({
  type: 'DraftMotion',
  bodyId: 'cssc',
  title: 'Two more schools',
  text: 'Resolved, that two more schools are recommended.',
  effect,
});

describe('the effect of a motion', () => {
  it.each<[EffectGiven]>([
    [{ kind: 'adopt_version', instrumentId: 'bylaws', versionId: '2027' }],
    [{ kind: 'approve_selection', cohortId: 'five', schoolIds: ['cedar', 'alder'] }],
  ])('stands in the draft: %j', (effect) => {
    given(decider)()
      .when(draft(effect), facts())
      .live.records({ ...drafted, effect } as typeof drafted);
    expect(stateAfter(decider, [{ ...drafted, effect } as typeof drafted])).toMatchObject({ effect });
  });

  it('has only what was said of it', () => {
    const effect = { kind: 'adopt_version', instrumentId: 'b', versionId: 'v', cohortId: undefined } as const;
    given(decider)()
      .when(draft(effect as unknown as EffectGiven), facts())
      .live.records({
        ...drafted,
        effect: { kind: 'adopt_version', instrumentId: 'b', versionId: 'v' },
      } as typeof drafted);
  });

  it.each<[EffectGiven]>([
    [{ kind: 'adopt_version', instrumentId: 'bylaws' }],
    [{ kind: 'adopt_version', instrumentId: 'bylaws', versionId: '1', cohortId: 'five' }],
    [{ kind: 'approve_selection', schoolIds: ['cedar'] }],
  ])('EFFECT_INCOMPLETE in every mode: %j', (effect) => {
    const outcome = given(decider)().when(draft(effect), facts());
    outcome.live.rejectedWith('EFFECT_INCOMPLETE', { kind: effect.kind });
    outcome.historicalImport.rejectedWith('EFFECT_INCOMPLETE');
  });
});
