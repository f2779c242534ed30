import { parentPort, workerData } from 'node:worker_threads';
import { project } from './project.ts';
import type { ProjectorData, ProjectorMessage } from './protocol.ts';

/** The projector thread: an error that is thrown here ends it, and reaches the thread that started it. */
const stopped = new AbortController();
parentPort?.once('message', () => stopped.abort());

await project(
  workerData as ProjectorData,
  (message: ProjectorMessage) => parentPort?.postMessage(message),
  stopped.signal,
);
parentPort?.close();
