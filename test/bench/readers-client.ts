import { connect } from 'node:net';
import type { Socket } from 'node:net';

/*
 * Many readers of server-sent events in one process, as bare as they can be: so that what is measured is the feed.
 */

export type ToOpen = Readonly<{ port: number; readers: number }>;
export type FromReaders =
  | Readonly<{ open: number }>
  /** When each of the readers had an entry: milliseconds since 1970. */
  | Readonly<{ id: number; at: readonly number[] }>;

const tell = (message: FromReaders): void => void process.send?.(message);
const atOnce = 100;
const arrivals = new Map<number, number[]>();

const now = (): number => performance.timeOrigin + performance.now();

function arrived(id: number, of: number): void {
  const at = arrivals.get(id) ?? [];
  arrivals.set(id, at);
  at.push(now());
  if (at.length < of) return;
  arrivals.delete(id);
  tell({ id, at });
}

/** A reader that is open once the greeting has come. */
function open(port: number, readers: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let rest = '';
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('data', (chunk: string) => {
      if (chunk.includes('retry: ')) resolve(socket);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      // An entry is there when its data is: the line after its id.
      lines.forEach((line, i) => {
        const id = line.startsWith('data: ') ? /^id: (\d+)$/.exec(lines[i - 1] ?? '')?.[1] : undefined;
        if (id !== undefined) arrived(Number(id), readers);
      });
      if (lines.at(-1)?.startsWith('id: ')) rest = `${lines.at(-1)}\n${rest}`;
    });
    socket.on('close', () => reject(new Error('the feed closed a connection')));
    socket.write('GET /events?after=latest HTTP/1.1\r\nHost: localhost\r\n\r\n');
  });
}

process.on('message', ({ port, readers }: ToOpen) => {
  void (async () => {
    for (let opened = 0; opened < readers; opened += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, readers - opened) }, () => open(port, readers)),
      );
    tell({ open: readers });
  })();
});
