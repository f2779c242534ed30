import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, missing, refused } from './entry.ts';

/** What is refused or noted about instruments: agreements, bylaws, resolutions and their versions. */
export const instrumentRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...missing({
    INSTRUMENT_UNKNOWN: ['There is no such instrument', 'Register the instrument first, or check its id.'],
  }),
  ...conflicting({
    INSTRUMENT_EXISTS: ['There is such an instrument already', 'Choose another id.'],
    PARTY_EXISTS: ['The organization is a party already', 'Nothing needs to be done.'],
    VERSION_EXISTS: ['There is such a version already', 'Choose another id for the version.'],
    RENDITION_EXISTS: ['This rendition is published already', 'Nothing needs to be done.'],
  }),
  ...refused({
    VERSION_UNKNOWN: ['There is no such version', 'Propose the version first, or check its id.'],
    BASE_VERSION_STALE: [
      'The version does not follow the last one',
      'Propose it again, as a change of the version in `inputs.head`.',
    ],
    VERSION_SUPERSEDED: ['A later version has taken its place', 'Act on the version in `inputs.by`.'],
    VERSION_ALREADY_ADOPTED: ['The version is adopted already', 'Nothing needs to be done.'],
    VERSION_REJECTED: [
      'A party has rejected the version',
      'Propose another version, as a change of the last one that nobody rejected.',
    ],
    TEXT_HASH_MISMATCH: [
      'The operations do not lead to the text that was announced',
      'Compare the SHA-256 of the canonical consolidated text with `inputs.computed`.',
    ],
    OPERATIONS_MISSING: [
      'The version changes nothing',
      'Send its amending operations; for a text that is not held, send `textHeld: false`.',
    ],
    TEXT_NOT_HELD: [
      'The text of the version is not held',
      'Send the text as operations. Only an import may go without, and then without operations.',
    ],
    CLAUSE_UNKNOWN: ['The text has no such clause', 'Check the clause, and the order of the operations.'],
    CLAUSE_MISSING: [
      'It is not said which clause it is about',
      'Name the clause by its id, or as the source calls it in `clauseLabel`.',
    ],
    CLAUSE_ID_TAKEN: [
      'A clause of this text has, or had, this id',
      'Choose another: the id of a clause is its own for life.',
    ],
    PLACE_AMBIGUOUS: ['The place is given twice', 'Send either `after` or `before`.'],
    WORDS_NOT_UNIQUE: [
      'The words do not occur exactly once in the clause',
      'Quote more of the clause, or replace it as a whole.',
    ],
    SPLIT_CHANGES_WORDS: [
      'A split leaves all words as they are',
      'Split the clause first, and change the words by another operation.',
    ],
    CLAUSES_NOT_ADJACENT: [
      'Only clauses that follow one another can be joined',
      'Name them in their order, or move one of them first.',
    ],
    DECISION_REQUIRED: [
      'It is not said who decided it',
      'Name the motion in `byMotionId`, or the decision outside this ledger in `external`.',
    ],
    DECISION_AMBIGUOUS: ['It is said twice who decided it', 'Send either `byMotionId` or `external`.'],
    ADOPTING_MOTION_NOT_ADOPTED: [
      'The motion is not adopted',
      'Close its vote first, or cite another motion.',
    ],
    ADOPTION_MISSING: ['The version is not adopted', 'Record its adoption first.'],
    ADOPTED_BY_OTHER_BODY: [
      'Another body adopted it than the one whose rules it holds',
      'Check which body the motion was before.',
    ],
    SOURCE_REQUIRED: ['It is not said where this was read', 'Name the source in `sources`.'],
    PARTIES_MISSING: ['An agreement has parties', 'Add the parties first.'],
    RATIFICATION_METHOD_UNKNOWN: [
      'It is not known how the party ratifies',
      'Say how; only an import may leave it unknown.',
    ],
    DISCLOSURE_MISSING: [
      'The agreement with a union was not disclosed at a public meeting',
      'Name the meeting and the item in `disclosure`.',
    ],
    DISCLOSED_TOO_LATE: [
      'The meeting of the disclosure was not held before the adoption',
      'Check the meeting, and when the version was adopted.',
    ],
    PARTY_UNKNOWN: ['The organization is not a party', 'Add the party first, or check its id.'],
    PARTY_ALREADY_RATIFIED: ['The party has ratified the version', 'Nothing needs to be done.'],
    PARTY_ALREADY_REJECTED: [
      'The party has rejected the version',
      'What it agrees to afterwards is another version: propose that.',
    ],
    RATIFICATION_INCOMPLETE: [
      'Not every party has ratified the version',
      'Record the ratifications in `inputs.missing`; where a source only implies one, record it with what is known of its date.',
    ],
    ALREADY_IN_FORCE: ['The version is in force already', 'Nothing needs to be done.'],
    IN_FORCE_TOO_EARLY: [
      'It cannot be in force before it is adopted, ratified by the last party and due',
      'Check the date, and those of the adoption and the ratifications.',
    ],
    NOT_IN_FORCE: ['The instrument is not in force then', 'Check the date, or what is on record of it.'],
    NOT_LATER: ['The new date is not later than the present one', 'Choose a later date.'],
    TERM_NOT_OVER: ['The term is not over yet', 'Check the date; what ends it earlier is a repeal.'],
    INSTRUMENT_ENDED: ['The instrument is repealed or superseded', 'Register another instrument.'],
    INCORPORATED_ELSEWHERE: [
      'The instrument is a part of another one',
      'Amend the instrument in `inputs.intoInstrument`.',
    ],
    INCORPORATION_CYCLE: ['An instrument cannot become a part of itself', 'Check which of them is the host.'],
    OTHER_INSTRUMENT_UNKNOWN: ['There is no such other instrument', 'Register it first, or check its id.'],
    BLOB_UNKNOWN: ['The ledger does not keep such a file', 'Put it into the ledger first (`putBlob`).'],
  }),
};
