import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { meeting } from '#governance';
import type { MinutesDocument } from '../document/minutes-document.ts';
import { languages } from '../languages/index.ts';
import { paragraph } from './blocks.ts';
import type { Block } from './blocks.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import { motionsOf } from './motions.ts';
import {
  agendaOf,
  closedSessionsOf,
  endingOf,
  noticesOf,
  openingOf,
  presenceOf,
  previousOf,
  proceedingsOf,
} from './parts.ts';
import { sayIn } from './say.ts';
import type { Members, Say } from './say.ts';

/** Raised whenever the same minutes would come out as other bytes: what was approved is kept as bytes. */
export const renderer = 'minutebook-minutes/4';

export type Rendition = meeting.MinutesRendition & Readonly<{ mediaType: string; bytes: Buffer }>;

export type RenderedMinutes = Readonly<{
  /** Of the document as canonical JSON (RFC 8785): the same in every language. */
  sha256: string;
  renditions: readonly Rendition[];
}>;

const mediaTypes = { markdown: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' } as const;

const partsOf = (say: Say, minutes: MinutesDocument): readonly Block[] => [
  ...openingOf(say, minutes),
  ...noticesOf(say, minutes),
  ...presenceOf(say, minutes),
  ...previousOf(say, minutes),
  ...agendaOf(say, minutes),
  ...motionsOf(say, minutes),
  ...proceedingsOf(say, minutes),
  ...closedSessionsOf(say, minutes),
  ...endingOf(say, minutes),
];

function renditionOf(lang: string, format: meeting.MinutesFormat, text: string): Rendition {
  const bytes = Buffer.from(text);
  return { lang, format, sha256: hash('sha256', bytes), mediaType: mediaTypes[format], bytes };
}

function inLanguage(
  minutes: MinutesDocument,
  sha256: string,
  lang: string,
  members: Members,
): readonly Rendition[] {
  const say = sayIn(lang, minutes.timeZone, minutes.calledToOrder ?? minutes.startsAt, members);
  const blocks = [...partsOf(say, minutes), paragraph(say.text('hash', { sha256 }))];
  const title = say.text('title', { body: minutes.body.name ?? minutes.body.bodyId });
  return [
    renditionOf(lang, 'markdown', toMarkdown(blocks)),
    renditionOf(lang, 'html', toHtml(blocks, lang, title)),
  ];
}

/**
 * Markdown and HTML in every language: the same bytes for the same minutes. The document and its hash name seats
 * alone; only what is rendered names members, so that it can be erased and the hash still be derived.
 */
export function render(minutes: MinutesDocument, members: Members = new Map()): RenderedMinutes {
  const sha256 = hash('sha256', canonicalize(minutes) ?? '');
  return { sha256, renditions: languages.flatMap((lang) => inLanguage(minutes, sha256, lang, members)) };
}
