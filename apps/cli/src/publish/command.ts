import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { ConfigError, loadConfig, settings } from '../../../../libs/platform/src/config/index.ts';
import { root } from '../checkout.ts';
import { Failure } from '../failure.ts';

export type PublishOptions = Readonly<{ data?: string; baseUrl?: string; liveUrl?: string; list?: boolean }>;

/** An absolute address without a slash at its end. @throws Failure */
function addressOf(option: string, text: string): string {
  try {
    return loadConfig({ [settings.publicUrl.name]: text }).publicUrl ?? '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new Failure(
      `${option} is "${text}": give an absolute address that starts with https:// or http://.`,
    );
  }
}

/**
 * `minutebook publish FOLDER`: a program of the feed does it, in a process of its own, for what is rendered is the
 * feed's affair.
 *
 * @throws Failure
 */
export async function publishCommand(folder: string, options: PublishOptions): Promise<void> {
  const config = loadConfig();
  const baseUrl = options.baseUrl ?? config.publicUrl;
  if (baseUrl === undefined)
    throw new Failure(
      `say where the folder will be served, for addresses in feeds and sitemaps: --base-url (or ${settings.publicUrl.name}).`,
    );
  const live = options.liveUrl === undefined ? [] : ['--live', addressOf('--live-url', options.liveUrl)];
  const program = join(root, 'dist', 'bundle', 'publish.js');
  const child = spawn(
    process.execPath,
    [program, resolve(folder), ...live, ...(options.list ? ['--list'] : [])],
    {
      env: {
        ...process.env,
        [settings.data.name]: options.data ?? config.data,
        [settings.publicUrl.name]: addressOf('--base-url', baseUrl),
      },
      stdio: 'inherit',
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
