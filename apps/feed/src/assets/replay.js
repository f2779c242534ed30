// The history of a body under a hand or the arrow keys: asks the feed for the page of a step, and puts what differs
// in the place of what is there. Without it the same page is a stepper of links and a form.

const shown = '#replay-shown';
const quiet = 350;

/** Addresses that belong to the step: their elements stay, so that the focus stays where it is. */
const linked = ['.stepper a', '.languages a', '.colophon a[type]'];

/** Gives an element the attributes of another one. */
function become(element, other) {
  for (const name of ['href', 'aria-current'])
    if (other.hasAttribute(name)) element.setAttribute(name, other.getAttribute(name));
    else element.removeAttribute(name);
}

/** Shows a page in the place of this one, but for what is the same on both. */
function adopt(page) {
  document.querySelector(shown).replaceWith(document.adoptNode(page.querySelector(shown)));
  for (const selector of linked) {
    const others = page.querySelectorAll(selector);
    document.querySelectorAll(selector).forEach((element, i) => others[i] && become(element, others[i]));
  }
}

async function pageAt(address) {
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function enable(drag) {
  const range = drag.querySelector('input');
  const now = drag.querySelector('.now');
  const status = drag.querySelector('[role=status]');
  const number = document.querySelector('#filter-step');
  let wanted;
  let isAsking = false;
  let announcing;

  const told = () => document.querySelector(`${shown} .kicker`).textContent;
  const sentence = () => `${told()}: ${document.querySelector('#step').textContent}`;

  function settle(page) {
    adopt(page);
    range.max = page.querySelector('#replay-range').max;
    range.value = page.querySelector('#replay-range').value;
    range.setAttribute('aria-valuetext', told());
    number.value = range.value;
    now.textContent = sentence();
    history.replaceState(undefined, '', document.querySelector(`${shown} .permalink`).href);
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = now.textContent), quiet);
  }

  /** One request at a time: while a hand drags, only where it has come to counts. */
  async function show(address) {
    wanted = address;
    if (isAsking) return;
    isAsking = true;
    while (wanted !== undefined) {
      const asked = wanted;
      wanted = undefined;
      try {
        const page = await pageAt(asked);
        if (wanted === undefined) settle(page);
        else adopt(page);
      } catch {
        // Whatever it is, the browser tells it better than a page that stands still.
        if (wanted === undefined) document.location.assign(asked);
      }
    }
    isAsking = false;
  }

  now.textContent = sentence();
  range.addEventListener('input', () => void show(`${drag.dataset.path}?step=${range.value}`));
  for (const link of document.querySelectorAll('.stepper a'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void show(link.href);
    });
  drag.hidden = false;
}

for (const drag of document.querySelectorAll('.drag')) enable(drag);
