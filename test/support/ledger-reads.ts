import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from './product.ts';

/** Reads from the ledger with the secretary's key of the first start, or another one. @throws Error when refused */
export async function readLedger<T>(product: Product, path: string, key?: string): Promise<T> {
  const secretary = () => readFileSync(join(product.data, 'secretary.key'), 'utf8').trim();
  const headers = { authorization: `Bearer ${key ?? secretary()}` };
  const response = await fetch(`${product.ledger}/v1/${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

type Page<T> = Readonly<{ items: readonly T[]; next?: string }>;

/** Every item of a list, page by page. */
export async function readAll<T>(product: Product, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor = ''; ;) {
    const page = await readLedger<Page<T>>(product, path + cursor);
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(page.next)}`;
  }
}
