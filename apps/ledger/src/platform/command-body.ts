import { recordingModes, visibilities } from '#governance';
import type { Authority, RecordingMode, SourceRef, Visibility } from '#governance';
import { Flag, IdField, LanguageField, Nested, ListOf, OneOf, PartialDate, TextField } from './fields.ts';

export class SourceBody implements SourceRef {
  @TextField({ max: 100, description: 'The document, in the register of sources.', example: 'S3' })
  sourceId!: string;
  @TextField({ max: 500, description: 'Where in it: page, line, timecode.', example: 'p. 4, lines 12-18' })
  locator!: string;
  @TextField({ max: 100, optional: true, description: 'The fact, where the source numbers its facts.' })
  factId?: string;
  @OneOf(['stated', 'implied', 'derived'], { description: 'Whether the source says so or it was concluded.' })
  confidence!: SourceRef['confidence'];
}

export class AuthorityBody implements Authority {
  @OneOf(['office', 'motion', 'clause', 'import'])
  kind!: Authority['kind'];
  @TextField({ max: 200, description: 'Which office, motion, clause or import.', example: 'secretary' })
  ref!: string;
}

export class ClauseRefBody {
  @TextField({ max: 200, example: 'cssc-bylaws' })
  instrument!: string;
  @TextField({ max: 100, optional: true, example: '2023' })
  version?: string;
  @TextField({ max: 200, example: 'Art. III § 2' })
  clause!: string;
}

/** What every command may say besides its own fields. */
export class CommandBody {
  @PartialDate({
    optional: true,
    description: 'When it happened. By default now; required where the mode is not `live`.',
    example: '2026-09-01',
  })
  occurredAt?: string;
  @OneOf(recordingModes, {
    optional: true,
    description: 'As it happens, typed later from minutes, or imported from sources; `live` by default.',
  })
  recordingMode?: RecordingMode;
  @ListOf(SourceBody, { optional: true, max: 50, description: 'Where the fact was read.' })
  sources?: SourceBody[];
  @OneOf(visibilities, {
    optional: true,
    description:
      'Who may read the event. `public` by default; drafts of minutes and reviews are for `members` ' +
      'unless the publication policy of the body says otherwise.',
  })
  visibility?: Visibility;
  @Nested(AuthorityBody, { optional: true, description: 'By which authority it is recorded.' })
  authority?: AuthorityBody;
  @IdField({ optional: true, description: 'For whom it is recorded.' })
  onBehalfOf?: string;
  @LanguageField({ optional: true, description: 'Language of the texts (BCP 47).' })
  lang?: string;
  @Flag({ optional: true, description: 'It never happened: it shows how something is recorded.' })
  illustration?: boolean;
}

/** The names of these fields: they belong to the envelope, not to the command. */
export const commonFields: ReadonlySet<string> = new Set(
  Object.keys({
    occurredAt: true,
    recordingMode: true,
    sources: true,
    visibility: true,
    authority: true,
    onBehalfOf: true,
    lang: true,
    illustration: true,
  } satisfies Record<keyof CommandBody, true>),
);
