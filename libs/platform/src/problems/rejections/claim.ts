import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** Sources, claims and persons. */
export const claimRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    CLAIM_UNKNOWN: ['There is no such claim', 'Record the claim first, or check its id.'],
    PERSON_UNKNOWN: ['There is no such person', 'Register the person first, or check the id.'],
  }),
  ...conflicting({
    SOURCE_EXISTS: ['There is a source with this id', 'Choose another id: a new edition is another source.'],
    CLAIM_EXISTS: [
      'There is a claim with this id',
      'Choose another id: what is said anew is another claim; nothing is overwritten.',
    ],
    PERSON_EXISTS: ['There is a person with this id', 'Use the id, or choose another one.'],
    PERSONS_ALREADY_LINKED: ['The two persons are linked already', 'Nothing needs to be done.'],
    ALREADY_DISPUTED: ['The claim is disputed on this ground already', 'Nothing needs to be done.'],
  }),
  ...refused({
    SOURCE_UNKNOWN: ['There is no such source', 'Register the source first, or check its id.'],
    SOURCE_TEXT_NOT_KEPT: [
      'The plain text of the source is not kept here',
      'Store the text first, or leave `textSha256` out.',
    ],
    QUOTE_NOT_IN_SOURCE: [
      'The quote does not stand in the source',
      'Compare it with the text that is kept, word by word, or leave it out.',
    ],
    COHORT_NAMED_TWICE: ['A cohort is named twice', 'Its schools count once: name it once.'],
    DISPUTE_NEEDS_ONE_GROUND: [
      'A dispute rests on one ground',
      'Name `byClaimId` or `byFact`, one of them; dispute again for another ground.',
    ],
    CLAIM_DISPUTES_ITSELF: ['A claim does not dispute itself', 'Name another claim, or a fact.'],
    FACT_UNKNOWN: ['There is no such event', 'Check the stream and the revision in `byFact`.'],
    NOTHING_TO_RECONCILE: ['One claim alone is not reconciled', 'Name the others in `withClaimIds`.'],
    PREFERRED_CLAIM_NOT_AMONG: [
      'The preferred claim is none of those that are reconciled',
      'Name it in `withClaimIds` too, or leave `preferredClaimId` out.',
    ],
    CLAIM_RETRACTED: ['The claim is retracted', 'Nothing needs to be done.'],
    RETRACTION_NOT_BY_PUBLISHER: [
      'A claim is retracted by its publisher only',
      'Name the publisher of the source, or dispute the claim.',
    ],
    PERSON_LINKED_TO_ITSELF: ['A person is not linked to itself', 'Name the other id.'],
  }),
};
