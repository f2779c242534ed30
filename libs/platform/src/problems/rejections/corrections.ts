import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, refused } from './entry.ts';

/** Corrections of the record, minutes and attestation. */
export const correctionRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...conflicting({
    CORRECTION_EXISTS: ['There is a correction with this id', 'Choose another `correctionId`.'],
  }),
  ...refused({
    VOTE_NOT_CLOSED: [
      'This vote is not closed, so its record cannot be corrected',
      'Change the ballot while the vote is open, or check the `voteEventId`.',
    ],
    CORRECTION_NO_CHANGE: ['The correction changes nothing', 'Say what the record is to say instead.'],
    CORRECTION_NEEDS_PRESENCE: [
      'The correction does not say whether the seat was present',
      'Send `present` as it was when the vote was closed: a seat may have answered and left.',
    ],
    CORRECTION_NEEDS_AUTHORITY: [
      'The correction needs an adopted motion',
      'Let the body adopt a motion and name it in `authorityMotionId`.',
    ],
    CLERICAL_CORRECTION_CHANGES_OUTCOME: [
      'A clerical correction cannot change the outcome of a vote',
      'Let the body adopt a motion and name it in `authorityMotionId`.',
    ],
    MEETING_NOT_CALLED_TO_ORDER: [
      'The meeting was not called to order',
      'There are minutes of meetings that were held; record the call to order first.',
    ],
    MINUTES_NOT_RENDERED: ['The minutes could not be rendered', 'Send the request again.'],
    MINUTES_UNCHANGED: [
      'The last draft says the same',
      'Nothing was recorded since that the minutes would tell; use the draft.',
    ],
    MINUTES_INCOMPLETE: [
      'The record does not tell all that minutes should',
      'See `inputs.missing`; record what happened and draft again.',
    ],
    MINUTES_NOT_DRAFTED: [
      'There is no such draft of the minutes',
      'Draft the minutes, or check the `sha256`.',
    ],
    MINUTES_NOT_APPROVED: [
      'The minutes are not approved',
      'Until they are, correct the record and draft the minutes again.',
    ],
    MINUTES_APPROVED_IMMUTABLE: [
      'The minutes are approved and are never altered',
      'Correct them by an adopted motion: the correction stands beside the approved text.',
    ],
    MINUTES_BEHIND_RECORD: [
      'The record has gone on since the draft that was approved',
      'Compare the minutes as approved with the record as it is now.',
    ],
    APPROVAL_MOTION_NOT_ADOPTED: [
      'The body has not adopted the motion to approve the minutes',
      'Record the approval as a motion of this body, then approve the minutes by it.',
    ],
    PRIVACY_CHECK_MISSING: [
      'Nobody checked the minutes for personal data of pupils and parents',
      'Check them against the written requests on file and send `privacyChecked: true`.',
    ],
    PASSAGE_NOT_IN_MINUTES: [
      'The approved minutes do not have this passage',
      'Send `before` as it stands in the approved text, or as an earlier correction left it.',
    ],
    NOT_CO_CHAIR_AS_OF: ['The seat does not co-chair then', 'Each co-chair attests from the own seat.'],
    ATTESTATION_HASH_MISMATCH: [
      'The hash is not that of the minutes as they stand',
      'Read the minutes again and attest their `sha256`.',
    ],
    ALREADY_ATTESTED: ['The co-chair has attested these minutes', 'Nothing needs to be done.'],
  }),
};
