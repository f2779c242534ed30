import { get } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export type ServerSentEvent = Readonly<{ id: number; data: string }>;

/** A reader of server-sent events over a connection of its own. */
export type SseClient = Readonly<{
  response: IncomingMessage;
  /** The next events; fewer where the connection ends before. */
  take: (count: number) => Promise<readonly ServerSentEvent[]>;
  /** Resolves with what comes next that is no event: comments and other fields. */
  nextOther: () => Promise<string>;
  leave: () => void;
}>;

const eventOf = (block: string): ServerSentEvent | undefined => {
  const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? [];
  return id === undefined || data === undefined ? undefined : { id: Number(id), data };
};

async function* blocksOf(response: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      yield* blocks;
    }
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

const respond = (url: string, headers: OutgoingHttpHeaders): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });

export async function connect(url: string, headers: OutgoingHttpHeaders = {}): Promise<SseClient> {
  const response = await respond(url, headers);
  const blocks = blocksOf(response);

  async function take(count: number): Promise<readonly ServerSentEvent[]> {
    const events: ServerSentEvent[] = [];
    while (events.length < count) {
      const block = await blocks.next();
      if (block.done) break;
      const event = eventOf(block.value);
      if (event) events.push(event);
    }
    return events;
  }

  async function nextOther(): Promise<string> {
    for (;;) {
      const block = await blocks.next();
      if (block.done) return '';
      if (!eventOf(block.value)) return block.value;
    }
  }

  return { response, take, nextOther, leave: () => response.destroy() };
}
