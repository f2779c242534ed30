import { asked } from './when.ts';
import type { When } from './when.ts';

/* A state never changes: what follows from one alone is worked out once, and forgotten with it. */

/** What follows from a state, worked out when it is first asked for. */
export function ofState<S extends object, T>(workOut: (state: S) => T): (state: S) => T {
  const known = new WeakMap<S, { value: T }>();
  return (state) => {
    const found = known.get(state);
    if (found) return found.value;
    const value = workOut(state);
    known.set(state, { value });
    return value;
  };
}

const isWhen = (value: object): value is When => 'earliest' in value && 'latest' in value;

/** Bounds of all times that a value tells of, wherever in it they stand. */
function noteBounds(value: unknown, bounds: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isWhen(value)) bounds.add(value.earliest).add(value.latest);
  else if (value instanceof Map || Array.isArray(value))
    for (const one of value.values()) noteBounds(one, bounds);
  else for (const name in value) noteBounds((value as Record<string, unknown>)[name], bounds);
}

function boundsOf(state: object): readonly string[] {
  const bounds = new Set<string>();
  noteBounds(state, bounds);
  return [...bounds].sort();
}

/** How many bounds are not after a time. */
function rank(bounds: readonly string[], time: string): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? '') <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What a state tells of a time, by the terms in it (`holdsAt`): the same for all times between two bounds of these
 * terms, and worked out once for them.
 *
 * @param workOut asks of the time only whether terms of the state hold then
 */
export function betweenChanges<S extends object, T>(
  workOut: (state: S, at: When) => T,
): (state: S, at: When) => T {
  const cached = ofState((state: S) => ({ bounds: boundsOf(state), known: new Map<string, T>() }));
  return (state, at) => {
    const { bounds, known } = cached(state);
    const { from, to } = asked(at);
    const between = `${rank(bounds, from)} ${rank(bounds, to)}`;
    const found = known.get(between);
    if (found !== undefined) return found;
    const value = workOut(state, at);
    known.set(between, value);
    return value;
  };
}
