import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { basePath } from '../../http/resource.ts';
import type { CopyOf } from '../../http/resource.ts';
import { Layout } from './layout.tsx';
import { PageProvider, sayOf } from './page.tsx';
import type { Head, PageContext, Say } from './page.tsx';

export type Showing = Readonly<{
  lang: string;
  address: string;
  publicUrl: string;
  zone?: string | undefined;
  copy?: CopyOf | undefined;
}>;

/** A whole page as HTML. Everything that comes from the record is escaped on its way into it. */
export function renderPage(
  { zone = 'UTC', ...showing }: Showing,
  head: (say: Say) => Head,
  content: VNode,
): string {
  const page: PageContext = { ...showing, zone, base: basePath(showing.publicUrl) };
  const html = render(
    <PageProvider value={page}>
      <Layout head={head(sayOf(page))}>{content}</Layout>
    </PageProvider>,
  );
  return `<!DOCTYPE html>\n${html}\n`;
}
