import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { maxRequest } from '#witness';
import type { Witness } from '#witness';

const text = 'text/plain; charset=utf-8';

/** The body, or undefined where it is longer than any request. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > maxRequest) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}

async function addCheckpoint(witness: Witness, request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  const {
    status,
    contentType,
    body: said,
    retryAfter,
  } = await witness.addCheckpoint(
    // One byte more than there may be is refused as all that is too long.
    body ?? ' '.repeat(maxRequest + 1),
  );
  if (body === undefined) response.setHeader('connection', 'close');
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(said);
}

/**
 * The witness on the network (C2SP tlog-witness): `POST /add-checkpoint`, and for monitors what it cosigned last at
 * `GET /<hex of the SHA-256 of the origin>/checkpoint`.
 */
export function witnessServer(witness: Witness, origin: string, onError: (error: unknown) => void): Server {
  const monitored = `/${hash('sha256', origin)}/checkpoint`;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const plain = (status: number, body: string) =>
      void response.writeHead(status, { 'content-type': text, 'cache-control': 'no-store' }).end(body);
    if (request.url === '/add-checkpoint')
      return request.method === 'POST'
        ? addCheckpoint(witness, request, response)
        : plain(405, 'POST a checkpoint here\n');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && request.url === monitored && witness.last) return plain(200, witness.last.note);
    return plain(404, 'this is a witness: POST /add-checkpoint\n');
  };
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': text });
      response.end();
    });
  });
  server.maxConnections = 100;
  return server;
}

export async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? port) : port;
}
