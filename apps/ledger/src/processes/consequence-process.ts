import { Injectable } from '@nestjs/common';
import { body, cohort, consequence, instrument, motion } from '#governance';
import type { Recorded, When } from '#governance';
import { Problem } from '#platform';
import type { ProcessManager } from '#processes';
import { partIdFor, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { Commands, saidContext } from '../platform/index.ts';
import { writeProblem } from '../platform/write-problems.ts';

type Cause = Recorded;
type Consequence = consequence.Consequence;

/** Who records what follows by itself. By whose authority, the event says: that of the motion. */
const actor = { actorId: 'consequences', role: 'process' };

const operationOf = (command: string): string => command.charAt(0).toLowerCase() + command.slice(1);

/** What the rules have against a consequence; undefined where something else failed, which may succeed later. */
function refusalIn(error: unknown): consequence.Refusal | undefined {
  const problem = error instanceof Problem ? error : writeProblem(error);
  if (!problem || problem.status >= 500) return undefined;
  const { inputs = {}, errors } = problem.details;
  return { code: problem.code, inputs: errors ? { ...inputs, errors } : inputs };
}

/**
 * Carries out decisions: an adopted version, a selection with its designations, an election, the motions of a consent
 * calendar; and tells a body of the instruments that govern it. The ids of what it
 * records derive from the event that caused it, so that it can be repeated at will.
 */
@Injectable()
export class ConsequenceProcess implements ProcessManager {
  readonly name = 'consequences';
  readonly reactsTo = ['MotionAdopted', 'CohortSelectionApproved', 'ElectionDecided', 'RuleBound'] as const;

  constructor(
    private readonly commands: Commands,
    private readonly writer: StreamWriter,
  ) {}

  async react(cause: Cause): Promise<void> {
    const imported = cause.envelope.recordingMode === 'historical_import';
    const following = await (imported ? this.#ofTheSameAct(cause) : this.#consequencesOf(cause));
    for (const one of following) await this.#carryOut(cause, one);
  }

  /**
   * An import says itself what followed then, as its sources tell it. What is one act on several streams is whole in an
   * import, too: who adopted a consent calendar adopted its motions; and that a rule was bound, no source tells.
   */
  async #ofTheSameAct(cause: Cause): Promise<readonly Consequence[]> {
    if (cause.event.type === 'MotionAdopted') return this.#ofCalendar(cause.streamId);
    return cause.event.type === 'RuleBound' ? this.#consequencesOf(cause) : [];
  }

  async #ofCalendar(motionId: string): Promise<readonly Consequence[]> {
    const { consent } = (await this.writer.load(motion.decider, motionId)).state;
    return consequence.ofCalendar(motionId, consent?.calendar?.entries ?? []);
  }

  async #consequencesOf({ event, streamId, envelope }: Cause): Promise<readonly Consequence[]> {
    switch (event.type) {
      case 'MotionAdopted': {
        const { effect } = (await this.writer.load(motion.decider, streamId)).state;
        const carried = effect ? [consequence.ofAdoption(streamId, effect)] : [];
        return [...carried, ...(await this.#ofCalendar(streamId))];
      }
      case 'CohortSelectionApproved':
        return consequence.ofSelection(streamId, event, envelope.occurredAt);
      case 'RuleBound': {
        const { bodyId } = (await this.writer.load(instrument.decider, streamId)).state;
        return consequence.ofBoundRule(streamId, event, bodyId);
      }
      case 'ElectionDecided':
        return this.#ofElection(streamId, event, envelope.occurredAt);
      default:
        return [];
    }
  }

  async #ofElection(
    motionId: string,
    event: motion.ElectionDecided,
    at: When,
  ): Promise<readonly Consequence[]> {
    const { bodyId } = (await this.writer.load(motion.decider, motionId)).state;
    const { state } = await this.writer.load(body.decider, bodyId);
    return consequence.ofElection(motionId, bodyId, event, state, at);
  }

  async #carryOut(cause: Cause, one: Consequence): Promise<void> {
    const operation = this.commands.get(operationOf(one.command));
    if (!operation) throw new Error(`there is no operation for ${one.command}`);
    const overreach = await this.#overreach(cause, one);
    if (overreach) return this.#refuse(cause, one, overreach);
    try {
      const given = await operation.read({ ...one.fields, ...this.#said(cause) });
      const context = { ...saidContext(actor, given), ...this.#ids(cause, one.name) };
      await operation.record(one.streamId, given, context);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      if (!consequence.isDone(one, refusal)) await this.#refuse(cause, one, refusal);
    }
  }

  /**
   * A motion disposes of what its own body has: whoever drafts motions of one body has no say in another's. What
   * one body may do to another's instrument is for those to record who keep that one.
   */
  async #overreach(cause: Cause, one: Consequence): Promise<consequence.Refusal | undefined> {
    if (cause.event.type !== 'MotionAdopted') return undefined;
    const { bodyId } = await this.#bodyOf(cause);
    const belongsTo = await this.#ownerOf(one);
    if (belongsTo === undefined || belongsTo === bodyId) return undefined;
    return { code: 'EFFECT_ON_OTHER_BODY', inputs: { bodyId, belongsTo } };
  }

  /** undefined where it belongs to no body, or does not exist: that the command itself will say. */
  async #ownerOf({ category, streamId }: Consequence): Promise<string | undefined> {
    if (category === 'instrument') return (await this.writer.load(instrument.decider, streamId)).state.bodyId;
    if (category !== 'cohort') return undefined;
    const { state, revision } = await this.writer.load(cohort.decider, streamId);
    return revision < 0 ? undefined : state.bodyId;
  }

  /** It happened when its cause did, as far as the cause says, and is as public. */
  #said(cause: Cause) {
    const { event, streamId, envelope } = cause;
    const { occurredAt, recordingMode, visibility, illustration } = envelope;
    const motionId = cause.category === 'motion' ? streamId : 'motionId' in event && event.motionId;
    return {
      occurredAt: occurredAt.literal,
      recordingMode,
      visibility,
      ...(illustration && { illustration }),
      ...(motionId && { authority: { kind: 'motion', ref: motionId } }),
    };
  }

  #ids(
    { eventId, envelope }: Cause,
    name: string,
  ): Pick<WriteContext, 'commandId' | 'correlationId' | 'causationId'> {
    return {
      commandId: partIdFor(eventId, name),
      correlationId: envelope.$correlationId,
      causationId: eventId,
    };
  }

  async #refuse(cause: Cause, one: Consequence, refusal: consequence.Refusal): Promise<void> {
    const { eventId, stream, event, envelope } = cause;
    const command = {
      type: 'RefuseConsequence' as const,
      process: this.name,
      ...(await this.#bodyOf(cause)),
      causedBy: { stream, eventId, type: event.type },
      stream: `${one.category}-${one.streamId}`,
      command: one.command,
      ...refusal,
    };
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      visibility: envelope.visibility,
      ...(envelope.illustration && { illustration: true as const }),
      ...this.#ids(cause, `refused ${one.name}`),
    };
    await this.writer.write(consequence.decider, { streamId: eventId, command, context }, () =>
      Promise.resolve({ at: envelope.occurredAt }),
    );
  }

  async #bodyOf({ category, streamId }: Cause): Promise<{ bodyId?: string }> {
    if (category !== 'motion') return {};
    return { bodyId: (await this.writer.load(motion.decider, streamId)).state.bodyId };
  }
}
