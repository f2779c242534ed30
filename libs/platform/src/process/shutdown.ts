import type { Logger } from '../logging/index.ts';

export type ShutdownOptions = Readonly<{
  logger: Logger;
  /** Lets it be known that nobody should be sent here any more; answering goes on for `delay` milliseconds. */
  drain?: (this: void) => void;
  delay?: number;
  /** Finishes requests under way and lets go of files. */
  close: () => Promise<void>;
  /** Milliseconds for closing, after which the process ends all the same. */
  timeout: number;
  exit?: (this: void, code: number) => void;
}>;

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ends the process in good order when it is asked to: drained first, then closed, once for SIGINT or SIGTERM, and at
 * once on the second.
 * Exit code 0 after an orderly end, 1 when closing failed or took too long.
 */
export function closeOnSignals({
  logger,
  drain,
  delay = 0,
  close,
  timeout,
  exit = (code) => process.exit(code),
}: ShutdownOptions): void {
  let asked = false;
  const closeInTime = (): void => {
    setTimeout(() => {
      logger.error({ timeout }, 'stopping took too long');
      exit(1);
    }, timeout).unref();
    close().then(
      () => exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        exit(1);
      },
    );
  };
  const end = (signal: NodeJS.Signals): void => {
    if (asked) return exit(1);
    asked = true;
    logger.info({ signal, delay }, 'stopping');
    drain?.();
    if (delay > 0) setTimeout(closeInTime, delay);
    else closeInTime();
  };
  for (const signal of signals) process.on(signal, end);
}
