import { Body, HttpStatus, Query as Parameters, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { meeting } from '#governance';
import { Problem } from '#platform';
import { KeyedQueue, StaleRevision, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { Context, Id, Operation, Resource } from '../platform/index.ts';
import { MeetingEntries } from './meeting-entries.ts';
import { MeetingEntryBody, RecordMeetingBody, RecordMeetingParameters } from './meeting-entry.bodies.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';

/** How often a meeting is tried again because another process recorded something of it first. */
const attempts = 8;

const isRefused = ({ outcome }: LineOutcomeBody): boolean => outcome === 'refused';

/** All refused lines, each with its place and its reason. */
const refusal = (outcomes: readonly LineOutcomeBody[]): Problem =>
  new Problem('MEETING_NOT_RECORDED', {
    inputs: { lines: outcomes.filter(isRefused) },
    errors: outcomes.filter(isRefused).map(({ line, problem }) => {
      const { code, title } = problem as { code: string; title: string };
      return { pointer: `/lines/${line}`, detail: `${code}: ${title}` };
    }),
  });

/** A secretary types a whole meeting. */
@Resource('meetings', { id: 'meetingId', tag: 'Meetings', scope: { field: 'bodyId' } })
export class MeetingEntryController {
  /** Entries of one meeting come one after another: the second is tried on what the first has recorded. */
  readonly #queue = new KeyedQueue();

  constructor(
    private readonly rehearsal: Rehearsal,
    private readonly entries: MeetingEntries,
    private readonly writer: StreamWriter,
  ) {}

  @Operation('recordMeeting', {
    needs: 'secretary',
    summary: 'Record a whole meeting, from the agenda to the adjournment, in one request',
    description:
      'All lines are tried first: if one is refused, none is recorded, and every refusal is told with its line. ' +
      'With `dryRun=true` that is all. Otherwise the lines are recorded under one correlation id; repeated ' +
      'with the same `Idempotency-Key`, the request goes on with the same entry, also after a crash. Where ' +
      'somebody records something else meanwhile, the lines are judged on what is recorded then; one that ' +
      'contradicts it stops the entry (`MEETING_ENTRY_STOPPED`), and the same request goes on from that line once ' +
      'the record is mended.',
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
    const { expectedRevision: _ofTheMeeting, ...rest } = said;
    const context: WriteContext = { ...rest, visibility: 'members' };
    await this.#isAsExpected(meetingId, said);
    if (dryRun) {
      reply.status(HttpStatus.OK);
      return this.#rehearsed(plan, context);
    }
    return this.#queue.run(meetingId, () => this.#recorded(plan, context));
  }

  /** Where another process accepted an entry of the meeting meanwhile, all is tried again on what that one recorded. */
  async #recorded(plan: Plan, context: WriteContext): Promise<MeetingEntryBody> {
    for (let attempt = 1; ; attempt++) {
      const { revision, isKnown } = await this.entries.before(plan.meetingId, context.commandId);
      if (!isKnown) await this.#accepted(plan, context);
      try {
        const recorded = await this.entries.record(plan, {
          ...context,
          ...(!isKnown && { expectedRevision: revision }),
        });
        return { dryRun: false, refused: 0, ...recorded };
      } catch (error) {
        if (!(error instanceof StaleRevision) || attempt === attempts) throw error;
      }
    }
  }

  /** @throws Problem `MEETING_NOT_RECORDED` */
  async #accepted(plan: Plan, context: WriteContext): Promise<void> {
    const { refused, lines } = await this.#rehearsed(plan, context);
    if (refused > 0) throw refusal(lines);
  }

  /** If-Match is of the meeting: what was typed, was typed on that state. @throws StaleRevision */
  async #isAsExpected(meetingId: string, { commandId, expectedRevision }: WriteContext): Promise<void> {
    if (expectedRevision === undefined) return;
    const { revision } = await this.writer.load(meeting.decider, meetingId);
    if (revision === expectedRevision || (await this.entries.isKnown(meetingId, commandId))) return;
    throw new StaleRevision(`meeting-${meetingId}`, expectedRevision, revision);
  }

  async #rehearsed(plan: Plan, context: WriteContext): Promise<MeetingEntryBody> {
    const { commandId, correlationId, recordedBy: actor } = context;
    const lines = await this.rehearsal.outcomes({ commandId, correlationId, actor, plan });
    return { dryRun: true, correlationId, refused: lines.filter(isRefused).length, lines };
  }
}
