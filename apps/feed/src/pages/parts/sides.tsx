import type { tally } from '#governance';
import type { Sides } from '../../words/outcome.ts';

/* The sides of a joint body: each has an accent and a shape, so that nobody depends on seeing colours. */

const shapes = ['circle', 'square', 'triangle', 'diamond'] as const;
type Shape = (typeof shapes)[number] | 'hexagon';

const outlines: Readonly<Record<Exclude<Shape, 'circle' | 'square'>, string>> = {
  triangle: '10,2 18.5,17.5 1.5,17.5',
  diamond: '10,1 19,10 10,19 1,10',
  hexagon: '10,1.5 17.5,5.8 17.5,14.2 10,18.5 2.5,14.2 2.5,5.8',
};

function Outline({ shape }: Readonly<{ shape: Shape }>) {
  if (shape === 'circle') return <circle cx="10" cy="10" r="8" />;
  if (shape === 'square') return <rect x="2.5" y="2.5" width="15" height="15" />;
  return <polygon points={outlines[shape]} />;
}

/** How a mark is filled: full for yes, crossed for no, a bar for an abstention, broken for who is not there. */
export type Fill = 'yes' | 'no' | 'abstain' | 'away';

const fills: Readonly<Record<tally.VoteOption, Fill>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  'not voting': 'abstain',
  recused: 'away',
  excused: 'away',
  absent: 'away',
  paired: 'away',
};
export const fillOf = (option: tally.VoteOption): Fill => fills[option];

const strokes: Readonly<Partial<Record<Fill, string>>> = {
  no: 'M6.5 6.5 13.5 13.5M13.5 6.5 6.5 13.5',
  abstain: 'M6 10H14',
};

export const sideOf = (sides: Sides, id: string | undefined): number => {
  const index = sides.findIndex((side) => side.id === id);
  return index < 0 ? shapes.length : Math.min(index, shapes.length);
};

type MarkProps = Readonly<{ side: number; fill: Fill; x?: number; y?: number }>;

/** One seat, in a picture of 20 units by 20. */
function Mark({ side, fill, x = 0, y = 0 }: MarkProps) {
  const stroke = strokes[fill];
  return (
    <g class={`mark side-${side} is-${fill}`} transform={`translate(${x} ${y})`}>
      <Outline shape={shapes[side] ?? 'hexagon'} />
      {stroke !== undefined && <path d={stroke} />}
    </g>
  );
}

const pitch = 23;

/** As many marks as seats, in lines. What it shows is always said in words beside it. */
export function Marks(props: Readonly<{ side: number; fill: Fill; count: number; perLine?: number }>) {
  const { side, fill, count, perLine = 8 } = props;
  const width = Math.min(count, perLine) * pitch - 3;
  const height = Math.ceil(count / perLine) * pitch - 3;
  return (
    <svg class="marks" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <Mark key={i} side={side} fill={fill} x={(i % perLine) * pitch} y={Math.floor(i / perLine) * pitch} />
      ))}
    </svg>
  );
}

/** The sign of a side, before its name. */
export const SideMark = ({ sides, id }: Readonly<{ sides: Sides; id: string | undefined }>) => (
  <Marks side={sideOf(sides, id)} fill="yes" count={1} />
);
