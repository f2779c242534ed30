import type { Problem } from '#platform';
import { useSay } from './page.tsx';
import type { Head, Say } from './page.tsx';

type Kind = 'not_found' | 'request' | 'unavailable' | 'other';

function kindOf({ code, status }: Problem): Kind {
  if (code === 'NOT_FOUND') return 'not_found';
  if (status === 503 || status === 429) return 'unavailable';
  return status < 500 ? 'request' : 'other';
}

function View({ problem }: Readonly<{ problem: Problem }>) {
  const { t, href } = useSay();
  const kind = kindOf(problem);
  const { errors = [] } = problem.details;
  return (
    <>
      <h1>{t('error.title', { kind })}</h1>
      <p class="lead">{t('error.advice', { kind })}</p>
      {errors.length > 0 && (
        <ul lang="en">
          {errors.map(({ pointer, detail }) => (
            <li key={pointer}>
              <code>{pointer.slice(1)}</code>: {detail}.
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={href('/')}>{t('error.home')}</a>
      </p>
    </>
  );
}

/** What is shown instead of a page. */
export const ErrorPage = {
  View,
  head: ({ t }: Say, problem: Problem): Head => ({ title: t('error.title', { kind: kindOf(problem) }) }),
};
