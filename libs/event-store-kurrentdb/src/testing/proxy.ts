import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a server that can be cut, or hang as a stopped node does: connected, and silent. */
export type Proxy = Readonly<{
  port: number;
  /** Breaks every connection; new ones can be made. */
  cut: () => void;
  /** Connections that are there now get nothing any more; new ones work. */
  hang: () => void;
  close: () => Promise<void>;
}>;

export async function proxyTo(host: string, port: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect({ host, port });
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const [one, other] of [pair, pair.toReversed()] as const)
      one
        ?.on('error', () => undefined)
        .on('close', () => {
          other?.destroy();
          pairs.delete(pair);
        });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => pairs.forEach(([near]) => near.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hang: () =>
      pairs.forEach(([near, far]) => {
        near.unpipe();
        far.unpipe();
        near.pause();
        far.pause();
      }),
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
