import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Failure } from '../failure.ts';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there (a Minutebook that already runs?)',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
};

/**
 * A port on which a service can listen: the given one, or any free one for 0. Asked before anything is started,
 * so that the answer is a sentence and not a failed child process.
 *
 * @throws Failure naming the option that chooses another port
 */
export async function freePort(host: string, port: number, option: string): Promise<number> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Failure(
      `cannot listen on ${host}:${port}: ${reasons[code] ?? message}; choose another port with ${option}`,
    );
  } finally {
    server.close();
  }
}
