import type { CatalogueEntry } from '../catalogue.ts';
import { conflicting, refused } from './entry.ts';

/** What is recorded many at once, or by itself. */
export const processRejections: Readonly<Record<string, CatalogueEntry>> = {
  ...conflicting({
    MEETING_ENTRY_EXISTS: [
      'The entry was accepted before',
      'Send the same request with the same Idempotency-Key to see how it ended.',
    ],
    MEETING_ENTRY_ENDED: ['The entry has ended', 'Record what is missing with commands of its own.'],
    MEETING_ENTRY_STOPPED: [
      'A line contradicts what somebody else recorded meanwhile',
      'The lines before `line` are recorded. Mend what `code` and `inputs` name and send the same request with the same Idempotency-Key: it goes on from there. Or record the rest as another entry.',
    ],
  }),
  ...refused({
    MEETING_NOT_RECORDED: [
      'Lines are refused, so nothing was recorded',
      '`errors` names each refused line, `inputs.lines` says why. Mend them and send all again; `dryRun=true` tries without recording.',
    ],
    ENTRY_LINE_INVALID: [
      'The line cannot be part of this entry',
      'A line is a command on the meeting itself or on a motion of its body.',
    ],
    EFFECT_ON_OTHER_BODY: [
      'The motion would act on what belongs to another body',
      'That body adopts it itself, or its secretary records the adoption and cites the motion.',
    ],
    MERGER_CIRCLE: [
      'Schools are merged into each other in a circle',
      'Register the school that remains under another id, and record there what belongs to it.',
    ],
    CONSEQUENCE_REFUSED: [
      'What was to follow from a decision could not be recorded',
      'The finding names the refusal. Record by hand what is to be done instead.',
    ],
  }),
  MEETING_ENTRY_IN_PROGRESS: {
    status: 503,
    title: 'Another entry of this meeting is being recorded',
    help: 'Nothing was recorded. Send it again after Retry-After seconds: it is tried on what the other has recorded.',
  },
  MEETING_ENTRY_UNDER_WAY: {
    status: 503,
    title: 'The meeting is still being recorded',
    help: 'It goes on by itself. Send the same request with the same Idempotency-Key after Retry-After seconds.',
  },
};
