import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

const contextOf = (rest: readonly unknown[]): { context?: string } => {
  const last = rest.at(-1);
  return typeof last === 'string' ? { context: last } : {};
};

/** Nest's own messages in our log: what it says while it wires modules is for debugging. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: 'debug' | 'trace' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      if (message instanceof Error) logger[level]({ err: message, ...contextOf(rest) });
      else logger[level](contextOf(rest), String(message));
    };
  return {
    log: at('debug'),
    debug: at('debug'),
    verbose: at('trace'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
  };
}
