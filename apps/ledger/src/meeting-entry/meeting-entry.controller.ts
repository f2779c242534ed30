import { Body, HttpStatus, Query as Parameters, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '#platform';
import { KeyedQueue } from '#recording';
import type { WriteContext } from '#recording';
import { Context, Id, Operation, Resource } from '../platform/index.ts';
import { MeetingEntries } from './meeting-entries.ts';
import { MeetingEntryBody, RecordMeetingBody, RecordMeetingParameters } from './meeting-entry.bodies.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';

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
  ) {}

  @Operation('recordMeeting', {
    needs: 'secretary',
    summary: 'Record a whole meeting, from the agenda to the adjournment, in one request',
    description:
      'All lines are tried first: if one is refused, none is recorded, and every refusal is told with its line. ' +
      'With `dryRun=true` that is all. Otherwise the lines are recorded under one correlation id; repeated ' +
      'with the same `Idempotency-Key`, the request goes on with the same entry, also after a crash.',
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
    const context: WriteContext = { ...said, visibility: 'members' };
    if (dryRun) {
      reply.status(HttpStatus.OK);
      return this.#rehearsed(plan, context);
    }
    return this.#queue.run(meetingId, () => this.#recorded(plan, context));
  }

  async #recorded(plan: Plan, context: WriteContext): Promise<MeetingEntryBody> {
    if (!(await this.entries.has(context.commandId))) {
      const rehearsed = await this.#rehearsed(plan, context);
      if (rehearsed.refused > 0) throw refusal(rehearsed.lines);
    }
    return { dryRun: false, refused: 0, ...(await this.entries.record(plan, context)) };
  }

  async #rehearsed(plan: Plan, context: WriteContext): Promise<MeetingEntryBody> {
    const { commandId, correlationId, recordedBy: actor } = context;
    const lines = await this.rehearsal.outcomes({ commandId, correlationId, actor, plan });
    return { dryRun: true, correlationId, refused: lines.filter(isRefused).length, lines };
  }
}
