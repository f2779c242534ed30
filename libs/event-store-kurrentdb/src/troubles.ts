import { readFileSync } from 'node:fs';
import { connect, isIP } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** What keeps a node from being reached, in words, with what to do. */
export type Trouble = Readonly<{
  what: string;
  /** The node is there, and no waiting will help. */
  lasting: boolean;
}>;

type Settings = Readonly<{
  nodes: readonly Readonly<{ host: string; port: number }>[];
  tls: boolean;
  caFile: string | undefined;
  verifies: boolean;
}>;

/** Milliseconds that a node may take to say that it is there. */
const patience = 2_000;
const defaultPort = 2113;

function settingsOf(connectionString: string): Settings {
  const [, hosts = '', query = ''] =
    /^[^:]+:\/\/(?:[^@/]*@)?([^/?]+)\/?(?:\?(.*))?$/.exec(connectionString.trim()) ?? [];
  const options = new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const nodes = hosts.split(',').map((node) => {
    const [, host = node, port] = /^(.*?)(?::(\d+))?$/.exec(node) ?? [];
    return { host, port: Number(port ?? defaultPort) };
  });
  const isNot = (name: string): boolean => options.get(name) === 'false';
  return { nodes, tls: !isNot('tls'), caFile: options.get('tlscafile'), verifies: !isNot('tlsverifycert') };
}

const untrusted = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

const whoTo = (caFile: string | undefined): string =>
  caFile === undefined
    ? 'give that of the authority which signed it: tlsCaFile=FILE in the connection string'
    : `the authority in ${caFile} has not signed it: give the one that has as tlsCaFile`;

/** By the code of what went wrong. */
function meaningOf({ code = '', message }: NodeJS.ErrnoException, { caFile }: Settings): Trouble {
  const lasting = (what: string): Trouble => ({ what, lasting: true });
  const passing = (what: string): Trouble => ({ what, lasting: false });
  if (untrusted.includes(code)) return lasting(`its certificate is not trusted: ${whoTo(caFile)}`);
  switch (code) {
    case 'ECONNREFUSED':
      return passing('nothing listens there');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return passing('no host of this name is known');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return lasting('its certificate is for other names: name the node as the certificate does');
    case 'CERT_HAS_EXPIRED':
      return lasting('its certificate has expired: renew it');
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return lasting('it does not speak TLS: set it up there, or say tls=false');
    default:
      return passing(message || code);
  }
}

/** @throws what the connection fails with */
async function reach(node: Settings['nodes'][number], { tls, caFile, verifies }: Settings): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile) };
  const named = isIP(node.host) === 0 ? { servername: node.host } : {};
  const options = { ...node, ...named, rejectUnauthorized: verifies, ...ca };
  const done = () => resolve(undefined);
  const socket = tls ? connectSecurely(options, done) : connect(node, done);
  socket.on('error', reject).setTimeout(patience, () => reject(new Error(`no answer within ${patience} ms`)));
  try {
    await promise;
  } finally {
    socket.destroy();
  }
}

/**
 * What keeps each node that a connection string names from being reached; undefined where nothing does. The client
 * itself only says that the database is not available.
 */
export async function troublesOf(connectionString: string): Promise<readonly (Trouble | undefined)[]> {
  const settings = settingsOf(connectionString);
  const asked = settings.nodes.map(async (node) => {
    try {
      await reach(node, settings);
      return undefined;
    } catch (error) {
      const { what, lasting } = meaningOf(error as NodeJS.ErrnoException, settings);
      return { what: `${node.host}:${node.port}: ${what}`, lasting };
    }
  });
  return Promise.all(asked);
}

/** In a sentence. */
export function told(troubles: readonly (Trouble | undefined)[]): string {
  const found = troubles.flatMap((trouble) => (trouble ? [trouble.what] : []));
  return found.length > 0
    ? found.join('; ')
    : 'its nodes can be reached, and do not answer as a database that is ready: look at their logs, and whether they have a leader';
}
