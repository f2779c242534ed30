import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../checkout.ts';
import { Failure } from '../failure.ts';

export const services = ['ledger', 'feed'] as const;

/** `minutebook serve SERVICE`: the service itself, in this process, until it is asked to stop. @throws Failure */
export async function serveCommand(service: string): Promise<void> {
  const program = join(root, 'dist', 'bundle', `${service}.js`);
  if (!services.some((one) => one === service) || !existsSync(program))
    throw new Failure(`there is no service ${service}: serve ${services.join(' or ')}`);
  await import(pathToFileURL(program).href);
}
