import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, refused } from './entry.ts';

/** Who persons are: what is recorded of it, what is shown, and what is erased. */
export const privacyRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...conflicting({
    PERSON_ERASED: [
      'The person was erased',
      'Nothing more is recorded of who the person is. Register a new id for somebody else.',
    ],
    PERSON_MINORITY_UNCHANGED: ['That is recorded already', 'Nothing needs to be done.'],
    PERSON_NAME_PUBLIC: [
      'The name of the person is public already',
      'Withdraw it first with `withdrawPersonName` where it is to be public for another seat.',
    ],
    PERSON_ERASURE_NOT_ASKED: [
      'Nobody asked for the erasure of this person, or it is done',
      'Ask for it with `erasePerson`.',
    ],
    DISPLAY_NAME_POLICY_UNCHANGED: ['The seat has this policy already', 'Nothing needs to be done.'],
  }),
  ...refused({
    PERSON_ID_TELLS_NAME: [
      'The id of the person spells the name out',
      'Register the person under an id that says nothing, as a UUID: ids stand in the record for ever.',
    ],
    PERSON_WITHOUT_NAME: ['No name of the person is recorded', 'Record it with `changePersonData` first.'],
    PERSON_NAME_NOT_PUBLIC: ['The name of the person is not public', 'Nothing needs to be done.'],
    PERSON_NOT_IN_SEAT: [
      'The person does not sit in this seat now',
      'Name the seat in which the person sits.',
    ],
    SEAT_SHOWS_NO_NAME: [
      'The seat does not show who sits in it',
      'Set its policy to `full` or `initials` with `setDisplayNamePolicy` first.',
    ],
    MINOR_NEVER_BY_NAME: [
      'A minor is never shown by name',
      'The seat is shown by itself alone. Where neither the person nor the seat is a minor’s any more, record that first.',
    ],
    PERSON_NAMED_IN_TEXT: [
      'A public text names a person who is registered',
      'Erasing the person leaves the text as it is: name the seat instead, or record a correction.',
    ],
  }),
};
