import type { WordChange } from '#projections';

type Side = 'before' | 'after';

/** One side of what was changed: what was struck, or what was put there, among what stayed. */
export function Words({ of, side }: Readonly<{ of: readonly WordChange[]; side: Side }>) {
  const hidden = side === 'before' ? 'inserted' : 'deleted';
  return (
    <>
      {of
        .filter(({ change }) => change !== hidden)
        .map(({ text, change }, i) => {
          if (change === undefined) return <span key={i}>{text}</span>;
          return side === 'before' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>;
        })}
    </>
  );
}
