import { readFileSync } from 'node:fs';

/** Commands of the README with the output that is shown under them. */
export type Block = Readonly<{
  line: number;
  commands: string;
  /** Parts of the shown output, in order: `…` stands for anything. */
  shown: readonly string[];
}>;

export const readme = (): string => readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** All `sh` blocks in order; a `text` block that follows one directly is its output. */
export function blocksOf(markdown: string): readonly Block[] {
  const fences = [...markdown.matchAll(fence)].map(([whole, language = '', text = ''], i, all) => {
    const index = all[i]?.index ?? 0;
    return { language, text, index, end: index + whole.length };
  });
  return fences.flatMap(({ language, text, index, end }, i) => {
    if (language !== 'sh') return [];
    const next = fences[i + 1];
    const isOutput = next?.language === 'text' && markdown.slice(end, next.index).trim() === '';
    const shown = isOutput ? next.text.trim().split(/…|\n/).filter(Boolean) : [];
    return [{ line: markdown.slice(0, index).split('\n').length, commands: text, shown }];
  });
}

/** The rows of the table under a heading, cells without their marks. */
export function tableUnder(heading: string, markdown: string): readonly (readonly string[])[] {
  const section = markdown.split(new RegExp(`^## ${heading}$`, 'm'))[1]?.split(/^## /m)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}
