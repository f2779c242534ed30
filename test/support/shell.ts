import { execFile } from 'node:child_process';

export type Ran = Readonly<{ code: number; output: string }>;

/** Runs lines in a shell, as if they were pasted: the first that fails ends them. */
export const shell = (script: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: 540_000 };
    // Bash takes the socket that is its input for a remote login, and would read what greets that.
    execFile('bash', ['--norc', '-euo', 'pipefail', '-c', script], options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ code, output: stdout + stderr });
    });
  });
