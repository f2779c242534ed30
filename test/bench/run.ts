import { readdir } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import type { Bench, Measured } from './measure.ts';

/** Every `*.bench.ts` beside this file exports benchmarks; arguments choose some of the files by name. */
async function benches(chosen: readonly string[]): Promise<readonly Bench[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => /\.bench\.[jt]s$/.test(name)).sort();
  const wanted = files.filter((name) => chosen.length === 0 || chosen.some((one) => name.startsWith(one)));
  if (wanted.length === 0)
    throw new Error(`no benchmark is called ${chosen.join(' or ')}; there are ${files.join(', ')}`);
  const modules = await Promise.all(
    wanted.map((name) => import(`./${name}`) as Promise<Readonly<Record<string, unknown>>>),
  );
  return modules
    .flatMap((one) => Object.entries(one))
    .flatMap(([name, value]) => (name.endsWith('Bench') ? [value as Bench] : []));
}

const row = ({ name, ratio, target, detail }: Measured): string =>
  `${ratio >= target ? 'reached' : 'MISSED '}  ${ratio.toFixed(2).padStart(6)}  ≥ ${target.toFixed(2)}  ${name}: ${detail}`;

console.log(
  `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
for (const bench of await benches(process.argv.slice(2)))
  for (const measured of await bench()) console.log(row(measured));
