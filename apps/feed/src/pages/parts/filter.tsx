import type { ComponentChildren } from 'preact';
import { useSay } from '../frame/page.tsx';

type Choice = Readonly<{ value: string; label: string }>;

/** One of several, or any. */
export function Choose(
  props: Readonly<{ name: string; label: string; of: readonly Choice[]; chosen: string | undefined }>,
) {
  const { name, label, of, chosen } = props;
  const { t } = useSay();
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{t('filter.any')}</option>
        {of.map(({ value, label: text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
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

export function Filter({
  path,
  label,
  children,
}: Readonly<{ path: string; label: string; children: ComponentChildren }>) {
  const { t, href } = useSay();
  return (
    <form class="filter" method="get" action={href(path)} aria-label={label}>
      {children}
      <p class="field">
        <button type="submit">{t('filter.show')}</button>
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
