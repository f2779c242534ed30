import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** Secrets and what could name a person: never in a log, whoever logs the object. */
const secrets = ['authorization', 'cookie', 'token', 'key', 'secret', 'password', 'ip', 'remoteAddress'];
const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Lines of JSON with a time, a level and the name of the process. */
export function createLogger(
  options: Readonly<{ service: string; level: string; destination?: DestinationStream }>,
): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    redact: { paths: redact, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
