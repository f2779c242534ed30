import { Inject, Injectable } from '@nestjs/common';
import type { meeting } from '#governance';
import { minutesOf, plainText, render, renderer } from '#minutes';
import type { Rendition } from '#minutes';
import { RehearsableWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { MinutesMembers } from './minutes-members.ts';
import { MinutesRecord } from './minutes-record.ts';

type Found = Pick<meeting.Facts, 'rendered' | 'passageFound'>;

const named = ({ lang, format, sha256 }: Rendition): meeting.MinutesRendition => ({ lang, format, sha256 });

/** What decisions on minutes ask: the minutes as the record tells them now, and what the approved ones say. */
@Injectable()
export class MinutesFacts {
  constructor(
    private readonly record: MinutesRecord,
    private readonly members: MinutesMembers,
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: RehearsableWriter,
  ) {}

  async factsFor(
    meetingId: string,
    { minutes }: meeting.MeetingState,
    command: meeting.Command,
  ): Promise<Found> {
    const { approved } = minutes;
    switch (command.type) {
      case 'DraftMinutes':
      case 'ApproveMinutes': {
        if (approved) return {};
        return { rendered: await this.#rendered(meetingId, command.type === 'DraftMinutes') };
      }
      case 'CorrectMinutes':
        return { passageFound: approved && (await this.#says(approved.renditions, command.before)) };
      default:
        return {};
    }
  }

  /** The bytes of a draft are kept before the event that names them is recorded, never after it. */
  async #rendered(meetingId: string, keep: boolean): Promise<meeting.Facts['rendered']> {
    const read = await this.record.read(meetingId);
    const document = read && minutesOf(read.source);
    if (!document) return undefined;
    const members = this.members.of(read.source);
    const { sha256, renditions } = render(document, members.names);
    if (keep) await this.writer.beforehand(() => this.#keep(renditions, members.personIds));
    const { uptoRevision, streams } = read;
    const { missing } = document;
    return { uptoRevision, streams, sha256, renditions: renditions.map(named), renderer, missing };
  }

  async #keep(
    renditions: ReturnType<typeof render>['renditions'],
    personIds: readonly string[],
  ): Promise<void> {
    this.ports.mentions.note(
      personIds,
      renditions.map((one) => one.sha256),
    );
    for (const { bytes, mediaType } of renditions) await this.ports.blobs.put(bytes, mediaType);
  }

  async #says(renditions: readonly meeting.MinutesRendition[], passage: string): Promise<boolean> {
    const wanted = passage.replaceAll(/\s+/g, ' ').trim();
    for (const { format, sha256 } of renditions) {
      const blob = format === 'markdown' ? await this.ports.blobs.get(sha256) : undefined;
      if (blob && plainText(blob.bytes.toString()).includes(wanted)) return true;
    }
    return false;
  }
}
