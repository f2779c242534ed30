import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';

/** One operation of the ledger's API: `fillSeat` on `bodies/cssc`, with its body. */
export type Entry = Readonly<{ operation: string; target: string; body: Readonly<Record<string, unknown>> }>;

/** A file of operations in the order in which they are to be recorded. */
export type History = Readonly<{
  /** Names the history: part of every Idempotency-Key. */
  history: string;
  title: string;
  /** Fields that every operation's body has unless it says otherwise. */
  defaults: Readonly<Record<string, unknown>>;
  operations: readonly Entry[];
}>;

export type Request = Readonly<{ path: string; body: string; idempotencyKey: string }>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entryOf(value: unknown, place: string): Entry {
  if (!isObject(value)) throw new Failure(`${place} is not an object`);
  const { operation, target, body } = value;
  if (typeof operation !== 'string' || !/^[a-z][A-Za-z]*$/.test(operation))
    throw new Failure(`${place} needs "operation": an operationId of the API, for example "fillSeat"`);
  if (typeof target !== 'string' || !/^[a-z-]+\/[A-Za-z0-9_.-]+$/.test(target))
    throw new Failure(`${place} needs "target": a collection and an id, for example "bodies/cssc"`);
  if (!isObject(body)) throw new Failure(`${place} needs "body": what the operation is given`);
  return { operation, target, body };
}

/** @throws Failure naming the file and the entry */
export function parseHistory(text: string, file: string): History {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new Failure(`${file} is not a history: a JSON object is expected`);
  const { history, title, defaults = {}, operations } = value;
  if (typeof history !== 'string' || !/^[\w.-]{1,100}$/.test(history))
    throw new Failure(`${file} needs "history": its name, letters, digits, dots and hyphens`);
  if (!Array.isArray(operations)) throw new Failure(`${file} needs "operations": a list`);
  return {
    history,
    title: typeof title === 'string' ? title : history,
    defaults: isObject(defaults) ? defaults : {},
    operations: operations.map((one: unknown, i) => entryOf(one, `${file}: entry ${i + 1}`)),
  };
}

/** @throws Failure when the file cannot be read or is no history */
export async function readHistory(file: string): Promise<History> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure(`cannot read ${file}: ${error.message}`);
  });
  return parseHistory(text, file);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * What is posted for each entry. The Idempotency-Key is made of the history's name and the entry's content, so
 * a repeated or resumed import records nothing twice, also after entries were added before others. Where the
 * same entry stands more than once, its turn counts.
 */
export function requestsOf({ history, defaults, operations }: History): readonly Request[] {
  const turns = new Map<string, number>();
  return operations.map(({ operation, target, body: own }) => {
    const body = JSON.stringify({ ...defaults, ...own });
    const content = createHash('sha256')
      .update(`${operation}\n${target}\n${body}`)
      .digest('hex')
      .slice(0, 32);
    const turn = (turns.get(content) ?? 0) + 1;
    turns.set(content, turn);
    const idempotencyKey = `${history}:${content}:${turn}`;
    return { path: `/v1/${target}/${kebab(operation)}`, body, idempotencyKey };
  });
}
