import { Injectable } from '@nestjs/common';
import { body, consequence, motion } from '#governance';
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
 * Carries out decisions: an adopted version, a selection with its designations, an election. The ids of what it
 * records derive from the event that caused it, so that it can be repeated at will.
 */
@Injectable()
export class ConsequenceProcess implements ProcessManager {
  readonly name = 'consequences';
  readonly reactsTo = ['MotionAdopted', 'CohortSelectionApproved', 'ElectionDecided'] as const;

  constructor(
    private readonly commands: Commands,
    private readonly writer: StreamWriter,
  ) {}

  async react(cause: Cause): Promise<void> {
    for (const one of await this.#consequencesOf(cause)) await this.#carryOut(cause, one);
  }

  async #consequencesOf({ event, streamId, envelope }: Cause): Promise<readonly Consequence[]> {
    switch (event.type) {
      case 'MotionAdopted': {
        const { effect } = (await this.writer.load(motion.decider, streamId)).state;
        return effect ? [consequence.ofAdoption(streamId, effect)] : [];
      }
      case 'CohortSelectionApproved':
        return consequence.ofSelection(streamId, event, envelope.occurredAt);
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

  /** It happened when its cause did, as far as the cause says, and is as public. */
  #said({ event, streamId, envelope }: Cause) {
    const { occurredAt, recordingMode, visibility, illustration } = envelope;
    const ref = 'motionId' in event && event.motionId !== undefined ? event.motionId : streamId;
    return {
      occurredAt: occurredAt.literal,
      recordingMode,
      visibility,
      ...(illustration && { illustration }),
      authority: { kind: 'motion', ref },
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
