import { BACKWARDS, END, KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import { GenericContainer, Network, Wait, getContainerRuntimeClient } from 'testcontainers';

/** Where tests find a server. */
export type Database = Readonly<{ connectionString: string; end: () => Promise<unknown> }>;

const {
  KURRENTDB_URL: url,
  KURRENTDB_IMAGE: image = 'kurrentplatform/kurrentdb:latest',
  KURRENTDB_NODES: nodes = '1',
} = process.env;
const port = 2113;

const hasDocker = (): Promise<boolean> =>
  getContainerRuntimeClient().then(
    () => true,
    () => false,
  );

async function inContainer(): Promise<Database> {
  const container = await new GenericContainer(image)
    .withExposedPorts(port)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true' })
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
    .start();
  return {
    connectionString: `kurrentdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    end: () => container.stop(),
  };
}

/** Ports of this machine under which a cluster's nodes tell clients that they can be reached. */
const firstPort = 22_131;

/** Three nodes that find each other in a network of their own. */
async function clusterInContainers(): Promise<Database> {
  const network = await new Network().start();
  const names = ['node1', 'node2', 'node3'];
  const started = await Promise.all(
    names.map((name, i) =>
      new GenericContainer(image)
        .withNetwork(network)
        .withNetworkAliases(name)
        .withExposedPorts({ container: port, host: firstPort + i })
        .withEnvironment({
          KURRENTDB_INSECURE: 'true',
          KURRENTDB_MEM_DB: 'true',
          KURRENTDB_CLUSTER_SIZE: String(names.length),
          KURRENTDB_DISCOVER_VIA_DNS: 'false',
          KURRENTDB_GOSSIP_SEED: names
            .filter((other) => other !== name)
            .map((other) => `${other}:${port}`)
            .join(','),
          KURRENTDB_NODE_HOST_ADVERTISE_AS: name,
          KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: name,
          KURRENTDB_ADVERTISE_HOST_TO_CLIENT_AS: '127.0.0.1',
          KURRENTDB_ADVERTISE_NODE_PORT_TO_CLIENT_AS: String(firstPort + i),
        })
        .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
        .start(),
    ),
  );
  const hosts = names.map((_, i) => `127.0.0.1:${firstPort + i}`).join(',');
  return {
    connectionString: `kurrentdb://${hosts}?tls=false`,
    end: async () => {
      await Promise.all(started.map((container) => container.stop()));
      await network.stop();
    },
  };
}

/**
 * The server at KURRENTDB_URL, which somebody else may keep; otherwise one in a container, where there is Docker,
 * or as many as KURRENTDB_NODES says: three.
 * Where there is neither, it says so.
 */
export async function testDatabase(suite: string): Promise<Database | undefined> {
  if (url) return { connectionString: url, end: () => Promise.resolve() };
  if (await hasDocker()) return nodes === '3' ? clusterInContainers() : inContainer();
  process.stderr.write(
    `SKIPPED: ${suite}: there is no server to test against. Set KURRENTDB_URL, for example to ` +
      `kurrentdb://127.0.0.1:2113?tls=false, or run it where there is Docker.\n`,
  );
  return undefined;
}

/** Deletes all streams whose names begin so. */
export async function deletePrefixed(connectionString: string, prefix: string): Promise<void> {
  const client = KurrentDBClient.connectionString(connectionString);
  const filter = streamNameFilter({ prefixes: [prefix] });
  const streams = new Set<string>();
  const events = client.readAll({ direction: BACKWARDS, fromPosition: END, filter, maxCount: 100_000 });
  for await (const { event } of events) if (event) streams.add(event.streamId);
  await client.dispose();
  await deleteStreams(connectionString, streams);
}

/** Deletes streams that a test has made. */
export async function deleteStreams(connectionString: string, streams: Iterable<string>): Promise<void> {
  const client = KurrentDBClient.connectionString(connectionString);
  await Promise.allSettled([...streams].map((stream) => client.deleteStream(stream)));
  await client.dispose();
}
