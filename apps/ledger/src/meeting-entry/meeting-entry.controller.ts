import { Body, HttpStatus, Inject, Query as Parameters, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '#platform';
import { KeyedQueue, TooMuchContention } from '#recording';
import type { WriteContext } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { Context, Id, Operation, Resource } from '../platform/index.ts';
import { Overtaken } from './entry-request.ts';
import type { EntryRequest } from './entry-request.ts';
import { Journal } from './journal.ts';
import { MeetingEntries } from './meeting-entries.ts';
import { MeetingEntryBody, RecordMeetingBody, RecordMeetingParameters } from './meeting-entry.bodies.ts';
import { codesOfLines, isRefused } from './outcomes.ts';
import { planOf } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';

/** How often a meeting is tried again because another process recorded something of it first. */
const attempts = 8;

/** A secretary types a whole meeting. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { field: 'bodyId' } })
export class MeetingEntryController {
  /** Entries of one meeting come one after another: the second is tried on what the first has recorded. */
  readonly #queue = new KeyedQueue();

  constructor(
    @Inject(PORTS) private readonly ports: Pick<Ports, 'metrics'>,
    private readonly rehearsal: Rehearsal,
    private readonly entries: MeetingEntries,
    private readonly journal: Journal,
  ) {}

  @Operation('recordMeeting', {
    needs: 'secretary',
    summary: 'Record a whole meeting, from the agenda to the adjournment, in one request',
    description:
      'All lines are tried first: if one is refused, none is recorded, and every refusal is told with its line. ' +
      'With `dryRun=true` that is all. Otherwise all lines are recorded at once, under one correlation id: no crash ' +
      'leaves a part of them. Where somebody records something else meanwhile, all lines are judged again on that. ' +
      'Repeated with the same `Idempotency-Key`, the request answers with the first outcome. Where the store cannot ' +
      'keep several streams at once (KurrentDB), the accepted lines are recorded one by one, also after a crash, and ' +
      'one that contradicts what was recorded meanwhile stops the entry (`MEETING_ENTRY_STOPPED`): the same request ' +
      'goes on from that line once the record is mended.',
    answers: MeetingEntryBody,
  })
  async recordMeeting(
    @Id('meetingId') meetingId: string,
    @Body() { bodyId, lines, defaults }: RecordMeetingBody,
    @Parameters() { dryRun = false }: RecordMeetingParameters,
    @Context() said: WriteContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingEntryBody> {
    const plan = planOf(meetingId, bodyId, lines, defaults);
    // The lines say who may read them; the entry itself is nobody's but the secretaries'.
    const { expectedRevision: onRevision, ...rest } = said;
    const context: WriteContext = { ...rest, visibility: 'members' };
    const request: EntryRequest = { plan, context, onRevision };
    if (!dryRun) return this.#queue.run(meetingId, () => this.#recorded(request));
    reply.status(HttpStatus.OK);
    return this.#rehearsed(request);
  }

  async #recorded(request: EntryRequest): Promise<MeetingEntryBody> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        return { dryRun: false, refused: 0, ...(await this.entries.record(request)) };
      } catch (error) {
        if (error instanceof Problem) this.#count(error);
        if (!(error instanceof Overtaken)) throw error;
      }
    }
    throw new TooMuchContention(`meeting-${request.plan.meetingId}`, attempts);
  }

  /** The whole is counted where it is answered. */
  #count(refusal: Problem): void {
    for (const code of codesOfLines(refusal)) this.ports.metrics?.refused(code);
  }

  async #rehearsed({ plan, context, onRevision }: EntryRequest): Promise<MeetingEntryBody> {
    await this.journal.expectMeeting(plan.meetingId, onRevision);
    const { commandId, correlationId, recordedBy: actor } = context;
    const lines = await this.rehearsal.outcomes({ commandId, correlationId, actor, plan });
    return { dryRun: true, correlationId, refused: lines.filter(isRefused).length, lines };
  }
}
