import { Failure } from '../failure.ts';
import { progress } from '../progress.ts';
import { readHistory, requestsOf } from './history.ts';
import type { History } from './history.ts';
import { importHistory } from './import-history.ts';
import type { Imported } from './import-history.ts';
import { postTo } from './ledger-client.ts';

export type ImportOptions = Readonly<{ url: string; key?: string; dryRun?: boolean }>;

export function summary({ title }: History, { operations, repeated, findings }: Imported): string {
  const before = repeated > 0 ? `, ${repeated} of them before` : '';
  const counts = [...findings].map(([code, count]) => `${count} × ${code}`).join(', ');
  return `${title}: ${operations} operations recorded${before}; findings: ${counts || 'none'}`;
}

function list(history: History): void {
  for (const { path, body } of requestsOf(history)) console.log(`POST ${path} ${body}`);
  console.log(`${history.operations.length} operations would be recorded; nothing was sent.`);
}

/** `minutebook import FILE`. @throws Failure */
export async function importCommand(
  file: string,
  { url, key, dryRun = false }: ImportOptions,
): Promise<void> {
  const history = await readHistory(file);
  if (dryRun) {
    list(history);
    return;
  }
  if (!key) throw new Failure('give an API key with --key or in MINUTEBOOK_KEY');
  const shown = progress(history.history);
  try {
    const imported = await importHistory(history, { post: postTo(url, key), onProgress: shown.at });
    shown.end();
    console.log(summary(history, imported));
  } finally {
    shown.end();
  }
}
