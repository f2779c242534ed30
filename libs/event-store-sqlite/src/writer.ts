import { BroadcastChannel, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { groupAppender } from './append-group.ts';
import { UnusableStoreFile } from './errors.ts';
import { turnIs } from './protocol.ts';
import type { Batch, FromWriter, Packet, ToWriter, Turn, WriterOptions } from './protocol.ts';
import { openForWriting } from './schema.ts';

/** The writer thread: owns the only connection of its store that writes. */

/** Appends that share a transaction: bounds how long the first of a long queue waits for the others. */
const groupLimit = 512;

/** How long a transaction stays open for the rest of a turn of the calling thread; about an fsync. Milliseconds. */
const patience = 0.5;

/** The next packet, if there is one or the calling thread is about to send one. */
function nextPacket(port: MessagePort, turn: Turn): Packet | undefined {
  do {
    const arrived = receiveMessageOnPort(port);
    if (arrived) return arrived.message as Packet;
  } while (Atomics.wait(turn, 0, turnIs.going, patience) === 'ok');
  return receiveMessageOnPort(port)?.message as Packet | undefined;
}

/** A packet and those that follow it while it is being stored; `taken` counts their appends. */
function* groupFrom(
  first: Packet,
  next: () => Packet | undefined,
  taken: { appends: number },
): Generator<Batch> {
  for (
    let packet: Packet | undefined = first;
    packet;
    packet = taken.appends < groupLimit ? next() : undefined
  ) {
    taken.appends += packet.appends;
    yield packet.batch;
  }
}

/** Ends with its port: at `close`. */
function serve(port: MessagePort, db: Database, commits: BroadcastChannel, turn: Turn): void {
  const append = groupAppender(db);

  const store = (first: Packet): FromWriter => {
    const taken = { appends: 0 };
    const group = groupFrom(first, () => nextPacket(port, turn), taken);
    try {
      const answers = append(group);
      return { kind: 'stored', appends: taken.appends, answers };
    } catch (error) {
      // When the transaction could not even begin, all that has arrived fails with it.
      Array.from(group);
      return { kind: 'failed', appends: taken.appends, message: String(error) };
    }
  };

  port.on('message', (message: ToWriter) => {
    if (message === 'close') {
      db.close();
      commits.close();
      port.close();
    } else {
      port.postMessage(store(message));
      commits.postMessage(null);
    }
  });
}

function start(port: MessagePort, { file, channel, busyTimeout, turn }: WriterOptions): void {
  try {
    serve(port, openForWriting(file, busyTimeout), new BroadcastChannel(channel), turn);
    port.postMessage({ kind: 'ready' } satisfies FromWriter);
  } catch (error) {
    if (!(error instanceof UnusableStoreFile)) throw error;
    port.postMessage({ kind: 'unusable', problem: error.problem } satisfies FromWriter);
  }
}

if (parentPort) start(parentPort, workerData as WriterOptions);
