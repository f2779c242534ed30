import type { Health } from '../health/index.ts';

/** What is counted while a service works. Labels are names of operations, codes and numbers: never ids. */
export type Metrics = Readonly<{
  /** An answer was sent. */
  answered: (operation: string, status: number, seconds: number) => void;
  /** A request was answered with a problem document of this code, or a line of a meeting was refused with it. */
  refused: (code: string) => void;
  /** An append is durable, or failed. */
  appended: (seconds: number, outcome: 'stored' | 'failed') => void;
  /** So many appends shared a transaction. */
  grouped: (appends: number) => void;
}>;

/** Metrics that can be read. */
export type ServedMetrics = Metrics &
  Readonly<{
    /**
     * Answers `GET /metrics` (Prometheus text format) on a port of its own, and nothing else.
     *
     * @returns its address
     * @throws what keeps the port from being opened
     */
    listen: (options: ListenOptions) => Promise<string>;
    close: () => Promise<void>;
  }>;

export type ListenOptions = Readonly<{
  host: string;
  port: number;
  health: Pick<Health, 'parts'>;
  /** How many readers of server-sent events there are, where there can be any. */
  readers?: () => number;
}>;
