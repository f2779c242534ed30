import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

export const accessRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    ACTOR_UNKNOWN: ['There is no such actor', 'Issue a key or enrol a subject under this id first.'],
    KEY_UNKNOWN: [
      'The actor has no API key',
      'It is a person of the identity provider: revoke its roles instead.',
    ],
  }),
  ...conflicting({
    KEY_EXISTS: [
      'The actor has a key already',
      'Issue the new key to another actor id, then revoke this one.',
    ],
    SUBJECT_EXISTS: ['The person is enrolled already', 'Use the actor that stands for this person.'],
    GRANT_EXISTS: ['The role is granted already', 'Nothing needs to be done.'],
  }),
  ...refused({
    GRANT_UNKNOWN: [
      'The role was not granted like this',
      'Revoke it for the body, or for all bodies, as it was granted.',
    ],
    KEY_EXPIRED: ['The key would be expired at once', 'Choose an instant that lies ahead.'],
    KEY_REVOKED: ['The key is revoked, for ever', 'Issue a new key to another actor id.'],
  }),
};
