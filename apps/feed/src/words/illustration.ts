import type { Speech } from './speech.ts';

/* In the title, the text, the tags and the extension: nobody takes an example for a decision. */

type Of = Readonly<{ illustration?: boolean | undefined }>;

export const markedTitle = ({ t }: Speech, title: string, { illustration }: Of): string =>
  illustration ? `[${t('illustration.tag')}] ${title}` : title;

export const illustrationTags = ({ t }: Speech, { illustration }: Of): readonly string[] =>
  illustration ? [t('illustration.tag')] : [];

export const illustrationNotes = ({ t }: Speech, { illustration }: Of): readonly string[] =>
  illustration ? [t('illustration.note')] : [];
