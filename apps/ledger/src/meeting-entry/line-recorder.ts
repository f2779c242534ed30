import { Injectable } from '@nestjs/common';
import { meeting, motion } from '#governance';
import { Problem } from '#platform';
import { partIdFor, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { Commands, isId, saidContext } from '../platform/index.ts';
import type { Actor, CommandBody, CommandOperation, ReceiptBody } from '../platform/index.ts';
import type { Line, Plan } from './plan.ts';

/** The command of which all lines are parts, and who gave it. */
export type Entry = Readonly<{
  commandId: string;
  correlationId: string;
  /** Of the event that accepted the entry; absent in a rehearsal. */
  causationId?: string;
  actor: Actor;
  plan: Plan;
}>;

const invalid = (detail: string): Problem => new Problem('ENTRY_LINE_INVALID', { detail });

/** Records single lines of an entry, each once, however often it is asked to. */
@Injectable()
export class LineRecorder {
  constructor(
    private readonly commands: Commands,
    private readonly writer: StreamWriter,
  ) {}

  /** @throws Problem, Rejected and what else a command may end with */
  async record(entry: Entry, index: number): Promise<ReceiptBody> {
    const line = entry.plan.lines[index];
    if (!line) throw new Error(`an entry of ${entry.plan.lines.length} lines has no line ${index}`);
    const command = this.#commandOf(line);
    const id = this.#idIn(line, command, entry.plan);
    const body = await command.read(line.body);
    await this.#belongsTo(entry.plan.bodyId, command, id, body);
    return command.record(id, body, this.#contextOf(entry, index, body));
  }

  #contextOf({ actor, commandId, correlationId, causationId }: Entry, index: number, body: CommandBody) {
    return {
      ...saidContext(actor, body),
      commandId: partIdFor(commandId, `line ${index}`),
      correlationId,
      ...(causationId !== undefined && { causationId }),
    } satisfies WriteContext;
  }

  #commandOf({ operation }: Line): CommandOperation {
    const command = this.commands.get(operation);
    const allowed = command && ['meetings', 'motions'].includes(command.collection);
    if (!allowed || command.needs !== 'secretary')
      throw invalid(`${operation} is not a command on a meeting or a motion: see /openapi.json.`);
    return command;
  }

  #idIn({ target, operation }: Line, { collection }: CommandOperation, { meetingId }: Plan): string {
    const [kind, id, ...rest] = target.split('/');
    if (kind !== collection || !isId(id) || rest.length > 0)
      throw invalid(`${operation} wants a target of the form ${collection}/{id}, not ${target}.`);
    if (kind === 'meetings' && id !== meetingId)
      throw invalid(`An entry records one meeting: ${target} is another.`);
    return id;
  }

  /** What is of another body needs a role in that body: the interface's guard is not asked here. */
  async #belongsTo(bodyId: string, { collection }: CommandOperation, id: string, body: object) {
    const stated = 'bodyId' in body ? (body.bodyId as string) : undefined;
    const found = stated ?? (await this.#bodyOf(collection, id));
    if (found !== undefined && found !== bodyId)
      throw invalid(`${collection}/${id} belongs to the body ${found}, and the entry to ${bodyId}.`);
  }

  async #bodyOf(collection: string, id: string): Promise<string | undefined> {
    if (collection === 'meetings')
      return (await this.writer.load(meeting.decider, id)).state.schedule?.bodyId;
    const { bodyId } = (await this.writer.load(motion.decider, id)).state;
    return bodyId === '' ? undefined : bodyId;
  }
}
