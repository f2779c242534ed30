import type { ComponentChildren } from 'preact';
import { useSay } from '../frame/page.tsx';

/** Characters that turn the direction of what comes after them (Unicode UAX #9), and those that cannot be seen. */
// eslint-disable-next-line no-control-regex
const turning = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** For a title or an attribute, which have no element that would keep a text's direction to itself. */
export const inert = (text: string): string => text.replaceAll(turning, '');

type Props = Readonly<{ lang?: string | undefined; children: string }>;

/** A name or a few words from the record: whatever direction it has stays within it. */
export function Name({ lang, children }: Props) {
  return <bdi lang={lang}>{children}</bdi>;
}

/** A text from the record as it stands there: nothing in it is markup. Empty lines part paragraphs. */
export function RecordText({ lang, children }: Props) {
  return (
    <div class="record-text" lang={lang} dir="auto">
      {children.split(/\n{2,}/).map((paragraph, i) => (
        <p key={i} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** That something is an example and was not decided by anybody. */
export function Illustration({ of }: Readonly<{ of: Readonly<{ illustration?: true }> }>) {
  const { t } = useSay();
  return of.illustration ? <span class="tag">{t('illustration.tag')}</span> : null;
}

export function IllustrationNote({ of }: Readonly<{ of: Readonly<{ illustration?: true }> }>) {
  const { t } = useSay();
  return of.illustration ? <p class="note">{t('illustration.note')}</p> : null;
}

/** A part of a page with its heading. */
export function Section(props: Readonly<{ id: string; title: string; children: ComponentChildren }>) {
  const { id, title, children } = props;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** What may be wider than a phone: it is moved by itself, by the keyboard too. */
export function Scroll({ label, children }: Readonly<{ label: string; children: ComponentChildren }>) {
  return (
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
