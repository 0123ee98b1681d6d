import { scaleLinear } from 'd3-scale';
import type * as React from 'react';
import type { Slice } from '../../contract';
import { visible } from '../visible';
import { cellsOf } from './cells';
import type { IPictureProps } from './map-picture';
import { axisTicks, rangeTicks } from './ticks';

const WIDTH = 300;
const HEIGHT = 130;
const LEFT = 44;
const BOTTOM = 18;
const TOP = 8;
const RIGHT = 8;

/**
 * A slice as a line, with a gap where there are no data.
 */
export function LinePicture({
  slice,
  label
}: IPictureProps): React.JSX.Element {
  const { xOf, yOf, levels } = scalesOf(slice);
  return (
    <>
      {slice.units !== null && (
        <p className="jp-LeapQuiet" aria-hidden="true">
          {visible(slice.units)}
        </p>
      )}
      <svg
        className="jp-LeapLine"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      >
        <Levels levels={levels} />
        {axisTicks(slice.x, slice.x.texts ? 3 : 5).map(({ at, text }) => (
          <text
            key={text}
            x={xOf(at)}
            y={HEIGHT - 4}
            textAnchor={at < 0.1 ? 'start' : at > 0.9 ? 'end' : 'middle'}
          >
            {text}
          </text>
        ))}
        <path
          className="jp-LeapLine-path"
          d={pathOf(cellsOf(slice), index => [
            xOf((index.at + 0.5) / slice.width),
            yOf(index.value)
          ])}
        />
      </svg>
    </>
  );
}

interface IScales {
  /** Of a share of the width. */
  readonly xOf: (at: number) => number;
  /** Of a value. */
  readonly yOf: (value: number) => number;
  /** Marks of the vertical axis. */
  readonly levels: readonly { readonly y: number; readonly text: string }[];
}

/** Where things stand in the picture; values that are all the same stand in its middle. */
function scalesOf(slice: Slice): IScales {
  const low = slice.min ?? 0;
  const high = slice.max ?? 1;
  const yOf = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([HEIGHT - BOTTOM, TOP]);
  const xOf = scaleLinear()
    .domain([0, 1])
    .range([LEFT, WIDTH - RIGHT]);
  const levels = rangeTicks(low, high, 4).map(({ at, text }) => ({
    y: low === high ? yOf(low) : yOf(low + at * (high - low)),
    text
  }));
  return { xOf, yOf, levels };
}

/** The vertical axis, and a line across at each of its marks. */
function Levels({ levels }: Pick<IScales, 'levels'>): React.JSX.Element {
  return (
    <>
      {levels.map(({ y, text }) => (
        <g key={text}>
          <line
            className="jp-LeapLine-grid"
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y}
            y2={y}
          />
          <text x={LEFT - 4} y={y} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function pathOf(
  cells: Float32Array,
  point: (cell: { at: number; value: number }) => readonly [number, number]
): string {
  let path = '';
  let isPen = false;
  cells.forEach((value, at) => {
    if (Number.isNaN(value)) {
      isPen = false;
      return;
    }
    const [x, y] = point({ at, value });
    // A point between two gaps would be a line of no length: a short stroke shows it.
    path += `${isPen ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}${isPen ? '' : 'h0.5'}`;
    isPen = true;
  });
  return path;
}
