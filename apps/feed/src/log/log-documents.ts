import { activeKeys } from '#transparency-log';
import type { LogKey, LogState } from '#transparency-log';

const periodOf = ({ since, until }: LogKey): string =>
  until === undefined
    ? `signs since ${since.at}, size ${since.size}`
    : `signed from ${since.at}, size ${since.size}, until ${until.at}, size ${until.size}`;

/** Every key that the log ever signed with, a line each, after a remark with its period. The newest is the last. */
export const keysText = ({ keys }: LogState): string =>
  keys.map((key) => `# ${periodOf(key)}\n${key.vkey}\n`).join('');

/** The newest key, and nothing else: what other programs take as an argument. */
export const keyText = (state: LogState): string | undefined => {
  const newest = activeKeys(state).at(-1);
  return newest && `${newest.vkey}\n`;
};

/** Which checkpoints to accept (C2SP tlog-policy): the log's keys, the witnesses, and who of them has to have cosigned. */
export function policyText(state: LogState, url: string): string | undefined {
  const keys = activeKeys(state);
  const logs = keys.map(({ vkey }) => `log ${vkey} ${url}\n`).join('');
  return keys.length === 0 ? undefined : `${logs}${state.witnesses}`;
}
