import type { Block } from './blocks.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const cells = (name: 'th' | 'td', texts: readonly string[]): string =>
  element('tr', texts.map((text) => element(name, escape(text))).join(''));

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, escape(block.text));
    case 'paragraph':
      return element('p', escape(block.text));
    case 'quote':
      return element('blockquote', escape(block.text).replaceAll(/\r?\n/g, '<br>\n'));
    case 'list':
      return element('ul', block.items.map((item) => `\n${element('li', escape(item))}`).join('') + '\n');
    case 'table': {
      const body = block.rows.map((texts) => cells('td', texts)).join('\n');
      return element(
        'table',
        `\n${element('thead', cells('th', block.head))}\n${element('tbody', `\n${body}\n`)}\n`,
      );
    }
  }
}

/** For paper first: no script, no address of anything that is not in the page. */
const style = `
@page { margin: 2.5cm }
body { font: 11pt/1.5 Georgia, serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #111 }
h1 { font-size: 1.5em } h2 { font-size: 1.2em; margin-top: 1.6em } h3 { font-size: 1em }
h1, h2, h3 { break-after: avoid }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: 0.2em 0.5em; text-align: left }
tr, blockquote { break-inside: avoid }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #999 }
@media print { body { max-width: none; margin: 0; padding: 0 } }
`;

/** @param lang BCP 47 */
export const toHtml = (blocks: readonly Block[], lang: string, title: string): string => `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map(htmlOf).join('\n')}
</main>
</body>
</html>
`;
