import { documentCaching } from '../../http/resource.ts';
import type { CopyOf } from '../../http/resource.ts';
import { useSay } from '../frame/page.tsx';
import type { Page } from '../frame/page.tsx';

const holds = ['copy.holds_pages', 'copy.holds_data', 'copy.holds_log'] as const;
const lacks = ['copy.lacks_search', 'copy.lacks_times', 'copy.lacks_events'] as const;

function CopyView({ data: { size, live } }: Readonly<{ data: CopyOf }>) {
  const { t, base, publicUrl, lang } = useSay();
  return (
    <>
      <h1>{t('copy.title')}</h1>
      <p class="lead">{t('copy.what', { size })}</p>
      <p>
        <a href={`${base}/log/checkpoint`} type="text/plain">
          {t('copy.checkpoint')}
        </a>
      </p>
      <h2>{t('copy.holds')}</h2>
      <ul>
        {holds.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
        <li>
          <a href={`${base}/open-data`} type="application/json">
            {t('copy.holds_open_data')}
          </a>
        </li>
      </ul>
      <h2>{t('copy.lacks')}</h2>
      <ul>
        {lacks.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ul>
      {live !== undefined && (
        <p>
          <a href={`${live}/${lang}/`}>{t('copy.ask_live')}</a>
        </p>
      )}
      <h2>{t('copy.check')}</h2>
      <p>{t('copy.check_how')}</p>
      <p>
        <code>minutebook verify {publicUrl}</code>
      </p>
    </>
  );
}

/** `/{lang}/copy`, in a copy of the feed as files and nowhere else: what it holds, and what only the feed can do. */
export const copyPage: Page<Readonly<Record<never, never>>, CopyOf> = {
  path: '/copy',
  parameters: {},
  cacheControl: documentCaching,
  load: ({ copy }) => copy && { data: copy },
  head: ({ t }) => ({ title: t('copy.title') }),
  view: CopyView,
};
