import type { PersonEvent } from './events.ts';

export type PersonState = Readonly<{ registered: boolean; linkedTo: ReadonlySet<string> }>;

export const noPerson: PersonState = { registered: false, linkedTo: new Set() };

export function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
      return { ...state, registered: true };
    case 'PersonsLinked':
      return { ...state, linkedTo: new Set(state.linkedTo).add(event.otherPersonId) };
  }
}
