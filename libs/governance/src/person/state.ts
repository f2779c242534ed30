import type { PersonEvent, PersonNamePublished } from './events.ts';

export type PersonState = Readonly<{
  registered: boolean;
  linkedTo: ReadonlySet<string>;
  /** Whether a name is recorded. */
  named: boolean;
  minor: boolean;
  /** The digest under which the name is public, and for which seat. */
  published?: Pick<PersonNamePublished, 'nameDigest' | 'bodyId' | 'seatId' | 'policy'> | undefined;
  /** `asked`: the erasing is under way. */
  erased: 'no' | 'asked' | 'done';
}>;

export const noPerson: PersonState = {
  registered: false,
  linkedTo: new Set(),
  named: false,
  minor: false,
  erased: 'no',
};

export function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
      return { ...state, registered: true };
    case 'PersonsLinked':
      return { ...state, linkedTo: new Set(state.linkedTo).add(event.otherPersonId) };
    case 'PersonDataChanged':
      return { ...state, named: true };
    case 'PersonMinoritySet':
      return { ...state, minor: event.minor };
    case 'PersonNamePublished': {
      const { nameDigest, bodyId, seatId, policy } = event;
      return { ...state, published: { nameDigest, bodyId, seatId, policy } };
    }
    case 'PersonNameWithdrawn':
      return { ...state, published: undefined };
    case 'PersonErased':
      return { ...state, named: false, published: undefined, erased: 'asked' };
    case 'PersonDataErased':
      return { ...state, erased: 'done' };
  }
}
