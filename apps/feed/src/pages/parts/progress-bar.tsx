export type BarPart = Readonly<{
  size: number;
  /** `done` is there, `planned` is not yet, `bound` is the least that something unknown comes to. */
  kind: 'done' | 'planned' | 'bound';
}>;

const width = 600;
const height = 36;

/** What is only a bound is striped: a thick line of dashes. */
function Part({ kind, x, length }: Pick<BarPart, 'kind'> & Readonly<{ x: number; length: number }>) {
  if (length === 0) return null;
  if (kind === 'bound') return <path class="is-bound" d={`M${x} 18H${x + length}`} />;
  return <rect class={`part is-${kind}`} x={x} y="9" width={length} height="18" />;
}

/** How far it is, part by part, with a mark at each target. A table or a sentence beside it says the same. */
export function ProgressBar({
  parts,
  targets,
}: Readonly<{ parts: readonly BarPart[]; targets: readonly number[] }>) {
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const whole = Math.max(total, ...targets, 1);
  const scaled = (size: number): number => Math.round((size / whole) * (width - 4) * 10) / 10;
  const starts = parts.map((_part, i) => parts.slice(0, i).reduce((sum, { size }) => sum + size, 0));
  return (
    <svg class="progress" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect class="track" x="1" y="8" width={width - 2} height="20" />
      {parts.map(({ size, kind }, i) => (
        <Part key={i} kind={kind} x={2 + scaled(starts[i] ?? 0)} length={scaled(size)} />
      ))}
      {[...new Set(targets)].map((target) => (
        <path key={target} class="target" d={`M${2 + scaled(target)} 2V34`} />
      ))}
    </svg>
  );
}
