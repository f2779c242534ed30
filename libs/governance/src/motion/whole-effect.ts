import { refuse } from '../kernel/index.ts';
import type { Effect, EffectGiven, EffectKind } from './effect.ts';
import type { Check } from './guards.ts';

const needed: Readonly<Record<EffectKind, readonly (keyof EffectGiven)[]>> = {
  adopt_version: ['instrumentId', 'versionId'],
  approve_selection: ['cohortId', 'schoolIds'],
};

/** An effect names what it is about, whole, and nothing else. */
export function* wholeEffect(given: EffectGiven): Check<Effect> {
  const { kind, ...fields } = given;
  const wanted = needed[kind];
  const about = Object.entries(fields).filter(([, value]) => value !== undefined);
  const has = about.map(([field]) => field as keyof EffectGiven);
  const isWhole =
    wanted.every((field) => has.includes(field)) && has.every((field) => wanted.includes(field));
  if (!isWhole) return yield* refuse('EFFECT_INCOMPLETE', { kind, needs: wanted, given: has });
  return { kind, ...Object.fromEntries(about) } as Effect;
}
