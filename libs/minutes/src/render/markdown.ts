import type { Block } from './blocks.ts';

/** Every character that CommonMark may read as markup, and line breaks, which would begin a block. */
const escape = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>()#+\-.!|~&]/g, String.raw`\$&`).replaceAll(/\s*\r?\n\s*/g, ' ');

const quoted = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${escape(line)}`.trimEnd())
    .join('\n>\n');

const row = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escape(block.text)}`;
    case 'paragraph':
      return escape(block.text);
    case 'quote':
      return quoted(block.text);
    case 'list':
      return block.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'table':
      return [row(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(row)].join('\n');
  }
}

export const toMarkdown = (blocks: readonly Block[]): string => `${blocks.map(markdownOf).join('\n\n')}\n`;

/** A passage as it is read, wherever it stands in Markdown of ours. */
export const plainText = (markdown: string): string =>
  markdown.replaceAll(/\\([\\`*_{}[\]<>()#+\-.!|~&])/g, '$1').replaceAll(/\s+/g, ' ');
