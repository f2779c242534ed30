import type { When } from '../kernel/when.ts';

/** From when to when something lasted: the beginning belongs to it, the end does not. No end while it lasts. */
export type Span = Readonly<{ from: When; to?: When }>;

/*
 * Minutes often give no more than the day. Within a meeting a day is therefore a range, not the point at
 * which it begins (as it is for terms of office, kernel/term.ts), and whatever may have been counts.
 */

/** Whatever the two turn out to be, `a` came before `b`. */
export const isEarlier = (a: When, b: When): boolean => a.latest < b.earliest;

/** Whether it may have been so at that time. */
export const mayCover = ({ from, to }: Span, at: When): boolean =>
  from.earliest <= at.latest && (to === undefined || at.earliest < to.latest);

/** Whether it was so throughout that time, wherever its ends lie. */
export const surelyCovers = ({ from, to }: Span, at: When): boolean =>
  from.latest <= at.earliest && (to === undefined || at.latest < to.earliest);

/** What lasts still, ended at a time; without a time, or where it has ended, as it is. */
export const endedBy = <S extends Span>(span: S, at: When | undefined): S =>
  span.to === undefined && at !== undefined ? { ...span, to: at } : span;

export const isOpen = (span: Span | undefined): boolean => span !== undefined && span.to === undefined;

/** Ends the last of some spans, if it lasts still. */
export const closeLast = <S extends Span>(spans: readonly S[], at: When): readonly S[] =>
  spans.map((span, index) => (index === spans.length - 1 ? endedBy(span, at) : span));

const hour = 60 * 60 * 1000;

/**
 * Elapsed hours from one time to another, at most: a notice is too short only where that is certain. Hours
 * of the clock do not count: the night on which clocks change has one more or one less.
 */
export const hoursAtMost = (from: When, to: When): number =>
  (Date.parse(to.latest) - Date.parse(from.earliest)) / hour;

/** Elapsed hours from one time to another, at least: something came too late only where that is certain. */
export const hoursAtLeast = (from: When, to: When): number =>
  (Date.parse(to.earliest) - Date.parse(from.latest)) / hour;
