import type { meeting, When } from '#governance';

/* How long a body sat, and a seat with it, where the record gives instants. Times in milliseconds since the epoch. */

type Span = Readonly<{ from: number; to: number }>;

const instant = (when: When | undefined): number | undefined =>
  when?.precision === 'instant' ? Date.parse(when.earliest) : undefined;

/** undefined where an end is missing, or is known more coarsely. */
function spanOf(from: When, to: When | undefined): Span | undefined {
  const [start, end] = [instant(from), instant(to)];
  return start === undefined || end === undefined ? undefined : { from: start, to: Math.max(start, end) };
}

/** All of them, or undefined where any is not known. */
const known = (spans: readonly (Span | undefined)[]): readonly Span[] | undefined => {
  const found = spans.filter((span) => span !== undefined);
  return found.length === spans.length ? found : undefined;
};

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000);

/** When the body sat, without its recesses; undefined where that is not known to the instant. */
export const sittingsOf = ({
  session: { sittings, adjourned },
}: Pick<meeting.MeetingState, 'session'>): readonly Span[] | undefined =>
  sittings.length === 0 ? undefined : known(sittings.map(({ from, to = adjourned }) => spanOf(from, to)));

export const secondsOf = (sittings: readonly Span[]): number =>
  seconds(sittings.reduce((sum, { from, to }) => sum + to - from, 0));

/** How long a seat was there while the body sat; stays of one seat do not overlap. */
export function secondsPresent(
  sittings: readonly Span[],
  stays: readonly meeting.PresenceInterval[],
): number | undefined {
  const spans = known(stays.map(({ from, to }) => spanOf(from, to)));
  return (
    spans &&
    seconds(spans.reduce((sum, stay) => sum + sittings.reduce((all, one) => all + overlap(one, stay), 0), 0))
  );
}
