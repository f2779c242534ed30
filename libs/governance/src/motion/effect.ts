import { refuse } from '../kernel/index.ts';
import type { Check } from './guards.ts';

export const effectKinds = ['adopt_version', 'approve_selection'] as const;
export type EffectKind = (typeof effectKinds)[number];

/**
 * What a motion does if it is adopted, beside being adopted. It is said in the draft, so that the body knows what
 * it votes on, and carried out by itself: nobody has to record the decision a second time.
 */
export type Effect = Readonly<
  | { kind: 'adopt_version'; instrumentId: string; versionId: string }
  | { kind: 'approve_selection'; cohortId: string; schoolIds: readonly string[] }
>;

/** An effect as it is asked for: whether it has what its kind needs is looked at here. */
export type EffectGiven = Readonly<{
  kind: EffectKind;
  instrumentId?: string;
  versionId?: string;
  cohortId?: string;
  schoolIds?: readonly string[];
}>;

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
