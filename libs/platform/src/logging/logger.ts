import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** Secrets and what could name a person: never in a log, whoever logs the object. */
const secrets = ['authorization', 'cookie', 'token', 'key', 'secret', 'password', 'ip', 'remoteAddress'];
const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

type Told = Readonly<{ type: string; message: string; stack?: string; code?: unknown; cause?: Told }>;

/** An error as it is logged: what it says and where, never what it carries, which may be what somebody sent. */
function told(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name: type, message, stack, cause } = error;
  const { code } = error as Readonly<{ code?: unknown }>;
  return {
    type,
    message,
    ...(stack !== undefined && { stack }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(cause !== undefined && { cause: told(cause) }),
  };
}

/** Lines of JSON with a time, a level and the name of the process. */
export function createLogger(
  options: Readonly<{ service: string; level: string; destination?: DestinationStream }>,
): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    redact: { paths: redact, censor: '[redacted]' },
    serializers: { err: told },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
