import { Controller, Inject, Param, Query as Parameters } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { decode } from '#governance';
import { eventAt } from '#event-store';
import type { RecordedEvent } from '#event-store';
import { Problem } from '#platform';
import { canonicalJson, eventEntry, isPublic, mayBePublic } from '#public-record';
import type { Disclosure } from '#public-record';
import { entryIndexOf, proveEntry } from '#transparency-log';
import { Answer, declareScope, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PublicLog } from '../public-log.ts';
import { ReadParameters } from './query.parameters.ts';

/** The salt of an event that is hidden and may be shown. @throws Problem `NOT_FOUND`, `FORBIDDEN` */
function saltOf(stored: RecordedEvent): string {
  const recorded = decode(stored);
  if (!mayBePublic(recorded))
    throw new Problem('FORBIDDEN', { detail: 'Who may act, and who a person is, is never disclosed.' });
  const { salt } = recorded.envelope;
  if (isPublic(recorded) || salt === undefined)
    throw new Problem('NOT_FOUND', {
      detail: 'The event is public: the feed shows it and proves it. Only what is hidden is disclosed.',
    });
  return salt;
}

/** What opens the commitment to an event that was not public when it was recorded. */
@Controller('v1/events')
@ApiTags('Events')
@declareScope({ param: 'position', of: 'event' })
export class DisclosureQueries {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly publicLog: PublicLog,
  ) {}

  @ApiParam({ name: 'position', schema: { type: 'string', pattern: '^[0-9]{1,16}$', maxLength: 16 } })
  @Read('getDisclosure', {
    answers: 'Disclosure',
    needs: 'secretary',
    summary: 'What proves a hidden event to whoever is given it, without a network',
    description:
      'The event with the salt of its commitment, and the proof that the commitment is in the log: for an action of a ' +
      'closed session that is reported out, or for members. `minutebook verify-disclosure` checks it. It cannot be ' +
      'taken back: give it only to those who may see the event.',
    path: ':position/disclosure',
  })
  async getDisclosure(
    @Param('position') position: string,
    @Parameters() _parameters: ReadParameters,
  ): Promise<Answer> {
    const stored = await eventAt(this.ports.store, Number(position));
    if (!stored) throw new Problem('NOT_FOUND');
    return new Answer(await this.#disclosureOf(stored, saltOf(stored)));
  }

  /** @throws Problem `UNAVAILABLE` until a checkpoint covers it */
  async #disclosureOf(stored: RecordedEvent, salt: string): Promise<Disclosure> {
    const log = await this.publicLog.current();
    const index = await entryIndexOf(log.store, Number(stored.position));
    const proven = index === undefined ? undefined : await proveEntry(log, index);
    if (proven?.proof === undefined)
      throw new Problem('UNAVAILABLE', {
        detail: 'No checkpoint covers the event yet. Send the request again after Retry-After seconds.',
        headers: { 'retry-after': '1' },
      });
    // In the log events are numbered, whatever position the store gives them.
    const event = canonicalJson(eventEntry(decode({ ...stored, position: proven.index + 1 })));
    return { index: proven.index, entry: proven.entry, event, salt, proof: proven.proof };
  }
}
