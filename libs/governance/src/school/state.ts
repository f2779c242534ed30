import type { Term, When } from '../kernel/index.ts';
import type { SchoolEvent } from './events.ts';

export type SchoolStatus = 'none' | 'registered' | 'merged';

/** The active designation; there is never a second. */
export type Designation = Readonly<{
  effectiveFrom: When;
  /** When the last act on it took effect: it was granted, renewed, suspended or restored. */
  lastAct: When;
  suspended: boolean;
}>;

export type SchoolState = Readonly<{
  status: SchoolStatus;
  /** Empty before the school is registered, as the name is. */
  bodyId: string;
  name: string;
  designation?: Designation;
  /** The terms of the designations that have ended. */
  past: readonly Term[];
  siteBodyIds: ReadonlySet<string>;
}>;

export const noSchool: SchoolState = {
  status: 'none',
  bodyId: '',
  name: '',
  past: [],
  siteBodyIds: new Set(),
};

/** An act of unknown date leaves what is known of those before it. */
const laterOf = (a: When, b: When): When => (b.earliest < a.earliest ? a : b);

/** A designation without one to change cannot have been changed. */
function acted({ designation, ...state }: SchoolState, at: When, suspended?: boolean): SchoolState {
  if (!designation) return state;
  const lastAct = laterOf(designation.lastAct, at);
  return {
    ...state,
    designation: { ...designation, lastAct, ...(suspended !== undefined && { suspended }) },
  };
}

function ended({ designation, ...state }: SchoolState, end: When): SchoolState {
  return designation ? { ...state, past: [...state.past, { start: designation.effectiveFrom, end }] } : state;
}

export function evolve(state: SchoolState, event: SchoolEvent): SchoolState {
  switch (event.type) {
    case 'SchoolRegistered':
      return { ...state, status: 'registered', bodyId: event.bodyId, name: event.name };
    case 'SchoolDesignated': {
      const { effectiveFrom } = event;
      return { ...state, designation: { effectiveFrom, lastAct: effectiveFrom, suspended: false } };
    }
    case 'DesignationRenewed':
      return acted(state, event.effectiveFrom);
    case 'DesignationSuspended':
      return acted(state, event.effectiveFrom, true);
    case 'DesignationRestored':
      return acted(state, event.effectiveFrom, false);
    case 'DesignationEnded':
      return ended(state, event.effectiveFrom);
    case 'SchoolRenamed':
      return { ...state, name: event.to };
    case 'SchoolMerged':
      return { ...state, status: 'merged' };
    case 'SiteBodyFormed':
      return { ...state, siteBodyIds: new Set(state.siteBodyIds).add(event.bodyId) };
    case 'SiteLeaderChanged':
    case 'CoordinatorAssigned':
      return state;
  }
}
