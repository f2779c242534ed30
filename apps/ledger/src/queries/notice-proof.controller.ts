import { Controller, Inject, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { streamName } from '#governance';
import type { Recorded } from '#governance';
import { noticeProof } from '#notice-proof';
import { Problem } from '#platform';
import { eventsFrom } from '#recording';
import { entryIndexOf, proveEntry } from '#transparency-log';
import { Answer, declareScope, Id, IdParam, Read } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PublicLog } from '../public-log.ts';
import { ReadParameters } from './query.parameters.ts';

/** What is proven of the notice of a meeting, by who has witnessed the log. */
@Controller('v1/meetings')
@ApiTags('Meetings')
@declareScope({ param: 'meetingId', of: 'meeting' })
export class NoticeProofQueries {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly publicLog: PublicLog,
  ) {}

  @IdParam('meetingId')
  @Read('getNoticeProof', {
    answers: 'NoticeProofView',
    needs: 'auditor',
    summary:
      'What witnesses prove of the notice of a meeting, and the margin to what the law and clauses demand',
    path: ':meetingId/notice-proof',
  })
  async getNoticeProof(
    @Id('meetingId') meetingId: string,
    @Parameters() _parameters: ReadParameters,
  ): Promise<Answer> {
    const log = await this.publicLog.current();
    const found = await noticeProof({
      meetingId,
      eventsOf: (category, streamId) => this.#eventsOf(streamName(category, streamId)),
      prove: async ({ position }) => {
        const index = await entryIndexOf(log.store, position);
        return index === undefined ? undefined : proveEntry(log, index);
      },
    });
    if (!found) throw new Problem('NOT_FOUND');
    return new Answer(found);
  }

  async #eventsOf(stream: string): Promise<readonly Recorded[]> {
    const events: Recorded[] = [];
    for await (const recorded of eventsFrom(this.ports.store, stream, 0)) events.push(recorded);
    return events;
  }
}
