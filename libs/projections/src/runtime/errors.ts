import type { Sourced } from './source.ts';

/** There is no generation of read models yet. */
export class NoGeneration extends Error {
  constructor(folder: string) {
    super(`there are no read models in ${folder}: start the process that projects them, or rebuild them`);
    this.name = 'NoGeneration';
  }
}

/** The rows were made by other read models, or by other versions of them. */
export class OtherFingerprint extends Error {
  constructor(file: string, expected: string, actual: string) {
    super(`${file} holds the read models ${actual}; these are ${expected}: rebuild them`);
    this.name = 'OtherFingerprint';
  }
}

/** Another process fills a generation in the same folder. */
export class RebuildUnderWay extends Error {
  constructor(folder: string) {
    super(`another process rebuilds the read models in ${folder}: wait until it ends, or stop it`);
    this.name = 'RebuildUnderWay';
  }
}

/** A read model could not take an event: it stands still in front of it until it is mended. */
export class ProjectionFailed extends Error {
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly model: string;

  constructor({ position, recorded }: Required<Sourced>, model: string, cause: unknown) {
    const { stream, revision, event } = recorded;
    super(`${model} failed at position ${position}: ${event.type} (${stream} revision ${revision})`, {
      cause,
    });
    this.name = 'ProjectionFailed';
    this.position = position;
    this.stream = stream;
    this.type = event.type;
    this.model = model;
  }
}

/** The read models have not reached a position in time. */
export class NotCaughtUp extends Error {
  readonly wanted: number;
  readonly reached: number;

  constructor(wanted: number, reached: number) {
    super(`the read models have reached position ${reached}, not ${wanted}`);
    this.name = 'NotCaughtUp';
    this.wanted = wanted;
    this.reached = reached;
  }
}

/** The source went away before everything was read. */
export class SourceEnded extends Error {
  constructor(position: number, head: number) {
    super(`the events ended at position ${position} of ${head}: the store was closed`);
    this.name = 'SourceEnded';
  }
}
