import { streamName } from '#governance';
import type { PublishedEvent } from '../../record/published.ts';
import { checkScript } from '../frame/assets.ts';
import { catalogues } from '../../words/languages.ts';
import type { MessageId } from '../../words/languages.ts';
import { useSay } from '../frame/page.tsx';
import type { Say } from '../frame/page.tsx';

const isSaidByScript = (id: string): id is MessageId =>
  /^check\.(?:running$|(?:verdict|group|yes|no|unable|note)\.)/.test(id);

const spoken = Object.keys(catalogues.get('en') ?? {}).filter(isSaidByScript);

/** The words of the script in the language of the page; it fills in what stands in braces. */
function wordsOf({ t, lang }: Say): Readonly<Record<string, string>> {
  const placesIn = (id: MessageId) => catalogues.get(lang)?.[id].match(/(?<=\{)\w+(?=\})/g) ?? [];
  const kept = (id: MessageId) => Object.fromEntries(placesIn(id).map((place) => [place, `{${place}}`]));
  return Object.fromEntries(spoken.map((id) => [id.replace('check.', ''), t(id, kept(id))]));
}

type Props = Readonly<{ motionId: string; published: readonly PublishedEvent[] }>;

/** Proofs and signatures checked in the browser; without a script it is not there. */
export function Checker({ motionId, published }: Props) {
  const say = useSay();
  const entries = published.map(({ index, type }) => ({ index, type }));
  return (
    <>
      <div
        class="checker"
        hidden
        data-base={say.base}
        data-stream={streamName('motion', motionId)}
        data-entries={JSON.stringify(entries)}
        data-words={JSON.stringify(wordsOf(say))}
      >
        <p>
          <button type="button">{say.t('check.press')}</button>
        </p>
        <p role="status" />
        <div class="check-steps" />
      </div>
      <script type="module" src={`${say.base}${checkScript.path}`} />
    </>
  );
}
