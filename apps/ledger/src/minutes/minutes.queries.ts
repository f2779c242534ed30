import { Controller, Inject, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { meeting } from '#governance';
import { languages, minutesOf, render } from '#minutes';
import { bodyOfMeeting, minutesView } from '#projections';
import type { MinutesView } from '#projections';
import { Problem } from '#platform';
import { Answer, Count, declareScope, Id, IdParam, OneOf, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { number, TwoTimesParameters } from '../queries/query.parameters.ts';
import { MinutesMembers } from './minutes-members.ts';
import { MinutesRecord } from './minutes-record.ts';
import { askedIn, Query } from '../queries/query.ts';
import type { MinutesAnswer } from '../queries/views.ts';

class GetMinutesParameters extends TwoTimesParameters {
  @number
  @Count({
    optional: true,
    max: Number.MAX_SAFE_INTEGER,
    description: 'The draft of this revision of the meeting (`uptoRevision`); by default what stands.',
  })
  revision?: number;
  @OneOf(languages, { optional: true, description: 'Language of the rendition; English by default.' })
  lang?: string;
  @OneOf(meeting.minutesFormats, { optional: true, description: 'Markdown by default.' })
  format?: meeting.MinutesFormat;
}

/** @throws Problem `NOT_FOUND` for a revision without a draft */
function renditionsOf(
  { approved, drafts }: MinutesView,
  revision: number | undefined,
): readonly meeting.MinutesRendition[] {
  if (revision === undefined) return (approved ?? drafts.at(-1))?.renditions ?? [];
  const draft = drafts.findLast((one) => one.uptoRevision === revision);
  if (!draft) throw new Problem('NOT_FOUND');
  return draft.renditions;
}

/** The minutes of a meeting. */
@Controller('v1/meetings')
@ApiTags('Meetings')
@declareScope({ param: 'meetingId', of: 'meeting' })
export class MinutesQueries {
  constructor(
    private readonly query: Query,
    @Inject(PORTS) private readonly ports: Ports,
    private readonly record: MinutesRecord,
    private readonly members: MinutesMembers,
  ) {}

  /** The text is the bytes that were kept when the draft was made: a later version of this product renders none anew. */
  @IdParam('meetingId')
  @Read('getMinutes', {
    answers: 'MinutesAnswer',
    needs: 'auditor',
    summary: 'The minutes of a meeting: drafts, what was approved, corrections, attestations, and the text',
    description: 'As they stood at `asOf`, as the record knew it at `knownAt`; by default as they stand now.',
    path: ':meetingId/minutes',
  })
  async getMinutes(
    @Id('meetingId') id: string,
    @Parameters() { revision, lang = 'en', format = 'markdown', ...times }: GetMinutesParameters,
  ): Promise<Answer> {
    const { body, headers } = this.query.one((reads) => {
      return minutesView(reads, id, askedIn(times, reads, bodyOfMeeting(reads, id)));
    });
    const view = body as MinutesView;
    const wanted = renditionsOf(view, revision).find((one) => one.lang === lang && one.format === format);
    const blob = wanted && (await this.ports.blobs.get(wanted.sha256));
    const isErased = wanted && !blob && (await this.ports.blobs.isErased(wanted.sha256));
    const rendition = wanted && {
      ...(blob && { rendition: { ...wanted, text: blob.bytes.toString() } }),
      ...(isErased && { erasedRendition: wanted, ...(await this.#again(id, view, wanted)) }),
    };
    const answer: MinutesAnswer = { ...view, ...rendition };
    return new Answer(answer, headers);
  }

  /** The same minutes without the name that was erased from them; nothing where the record tells others by now. */
  async #again(
    meetingId: string,
    { sha256 }: MinutesView,
    { lang, format }: meeting.MinutesRendition,
  ): Promise<Pick<MinutesAnswer, 'rendition'>> {
    const source = (await this.record.read(meetingId))?.source;
    const document = source && minutesOf(source);
    const rendered = source && document && render(document, this.members.of(source).names);
    const found = rendered?.renditions.find((one) => one.lang === lang && one.format === format);
    return found && rendered?.sha256 === sha256
      ? { rendition: { lang, format, sha256: found.sha256, text: found.bytes.toString() } }
      : {};
  }
}
