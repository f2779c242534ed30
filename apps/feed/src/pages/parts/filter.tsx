import type { ComponentChildren } from 'preact';
import { useSay } from '../frame/page.tsx';

type Choice = Readonly<{ value: string; label: string }>;

type PickProps = Readonly<{
  name: string;
  label: string;
  of: readonly Choice[];
  chosen: string | undefined;
  /** What is said where none is chosen; without it, one always is. */
  none?: string;
}>;

/** One of several. */
export function Pick({ name, label, of, chosen, none }: PickProps) {
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        {none !== undefined && <option value="">{none}</option>}
        {of.map(({ value, label: text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

/** One of several, or any. */
export function Choose(props: PickProps) {
  const { t } = useSay();
  return <Pick none={t('filter.any')} {...props} />;
}

/** A day. A date that is known more coarsely can be given in the address. */
export function Day({
  name,
  label,
  value,
}: Readonly<{ name: string; label: string; value: string | undefined }>) {
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} type="date" name={name} value={value} />
    </p>
  );
}

type FilterProps = Readonly<{ path: string; label: string; submit?: string; children: ComponentChildren }>;

/** Files answer no question: a copy says where it is answered. */
function NoFilter({ path, label, live }: Pick<FilterProps, 'path' | 'label'> & { live: string | undefined }) {
  const { t, href, lang } = useSay();
  return (
    <p class="note">
      {label}: {t('copy.no_filter')}{' '}
      {live === undefined ? (
        <a href={href('/copy')}>{t('copy.title')}</a>
      ) : (
        <a href={`${live}/${lang}${path}`}>{t('copy.ask_live')}</a>
      )}
    </p>
  );
}

export function Filter({ path, label, submit, children }: FilterProps) {
  const { t, href, copy } = useSay();
  if (copy) return <NoFilter path={path} label={label} live={copy.live} />;
  return (
    <form class="filter" method="get" action={href(path)} aria-label={label}>
      {children}
      <p class="field">
        <button type="submit">{submit ?? t('filter.show')}</button>
      </p>
    </form>
  );
}

/** To the page before this one in time. */
export function Older({ url }: Readonly<{ url: string | undefined }>) {
  const { t } = useSay();
  return url === undefined ? null : (
    <p>
      <a href={url} rel="next">
        {t('filter.older')}
      </a>
    </p>
  );
}
