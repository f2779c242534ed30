// A meeting as it goes on: follows the public record, and when something of it is new asks the feed for the same page
// and shows what it says. Loses nothing: a connection that comes back goes on after the last entry it had.

const shown = '#live-shown';
const lookAgain = 200;
const patience = 50;
const reconnect = 5_000;

const entryOf = (page) => Number(page.querySelector(shown)?.dataset.entry ?? -1);
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Keeps the focus on the same link, where it was on one that is shown anew. */
function replaceShown(page) {
  const old = document.querySelector(shown);
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const fresh = document.adoptNode(page.querySelector(shown));
  old.replaceWith(fresh);
  if (focused === null) return;
  [...fresh.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
}

function follow(connection) {
  const { base, meeting } = connection.dataset;
  const words = JSON.parse(connection.dataset.words);
  const [state, said] = ['.state', '.said'].map((one) => connection.querySelector(one));
  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  let last = entryOf(document);
  let wanted = last;
  let isAsking = false;

  /** The page may be an instant behind the events: it is asked for until it has what they told of. */
  async function refresh() {
    if (isAsking) return;
    isAsking = true;
    for (let tries = 0; entryOf(document) < wanted && tries < patience; tries++) {
      try {
        const answer = await fetch(document.location.href, { cache: 'no-cache', credentials: 'omit' });
        const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
        if (entryOf(page) > entryOf(document)) replaceShown(page);
      } catch {
        // The events say whether there is a connection.
      }
      if (entryOf(document) < wanted) await later(lookAgain);
    }
    isAsking = false;
    say(said, document.querySelector(shown).dataset.said);
  }

  const concerns = ({ kind, stream = '' }) =>
    kind === 'event' && (stream === `meeting-${meeting}` || stream.startsWith('motion-'));

  function connect() {
    const events = new EventSource(`${base}/events?after=${last}`);
    events.onopen = () => say(state, words.live);
    events.onmessage = ({ lastEventId, data }) => {
      last = Number(lastEventId);
      if (!concerns(JSON.parse(data))) return;
      wanted = last;
      void refresh();
    };
    events.onerror = () => {
      say(state, words.lost);
      // It tries again by itself, unless it was refused.
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, reconnect);
    };
  }

  connection.hidden = false;
  for (const reload of document.querySelectorAll('.reload')) reload.hidden = true;
  connect();
}

for (const connection of document.querySelectorAll('.connection')) follow(connection);
