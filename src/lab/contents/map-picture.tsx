import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Slice } from '../../contract';
import { visible } from '../visible';
import { cellsOf } from './cells';
import { ColourBar } from './colour-bar';
import { colourRange } from './colour-range';
import { pixelsOf } from './colours';
import { axisText, numberText, placeText } from './slice-words';
import { axisTicks, type ITick } from './ticks';

/** What a picture is drawn from. */
export interface IPictureProps {
  readonly slice: Slice;
  /** The picture in words. */
  readonly label: string;
  readonly trans: TranslationBundle;
}

/**
 * A slice as cells of colour, with axes and a colour bar. The pointer reads off a value.
 */
export function MapPicture({
  slice,
  label,
  trans
}: IPictureProps): React.JSX.Element {
  const [cell, setCell] = React.useState<number | null>(null);
  const canvas = React.useRef<HTMLCanvasElement>(null);
  const { width, height, x, y } = slice;
  const cells = React.useMemo(() => cellsOf(slice), [slice]);
  const range = React.useMemo(() => colourRange(slice, cells), [slice, cells]);
  React.useEffect(() => {
    const context = canvas.current?.getContext('2d');
    // Where there is no canvas, as in a browser without one, the words are left.
    const pixels = pixelsOf({ width, height }, cells, range);
    context?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [cells, range, width, height]);
  return (
    <div className="jp-LeapMap">
      <div className="jp-LeapMap-plot">
        {y && <Ticks ticks={axisTicks(y, 6)} side="y" />}
        <canvas
          ref={canvas}
          className="jp-LeapMap-canvas"
          role="img"
          aria-label={label}
          width={width}
          height={height}
          style={{ aspectRatio: ratio(slice) }}
          onPointerMove={event => {
            setCell(cellAt(event, slice));
          }}
          onPointerLeave={() => {
            setCell(null);
          }}
        />
        <Ticks ticks={axisTicks(x, 5)} side="x" />
      </div>
      <ColourBar slice={slice} range={range} trans={trans} />
      <p className="jp-LeapMap-value">
        {cell === null
          ? [x, ...(y ? [y] : [])]
              .map(axis => axisText(axis, trans))
              .join(' × ')
          : valueText(slice, cells, cell, trans)}
      </p>
    </div>
  );
}

function Ticks({
  ticks,
  side
}: {
  readonly ticks: readonly ITick[];
  readonly side: 'x' | 'y';
}): React.JSX.Element {
  // The picture's own text says the same.
  return (
    <div className={`jp-LeapTicks jp-mod-${side}`} aria-hidden="true">
      {ticks.map(({ at, text }) => {
        const place = `${String(at * 100)}%`;
        return (
          <span
            key={text + place}
            style={side === 'x' ? { left: place } : { top: place }}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}

/** As wide as it is high in cells, within what a sidebar has room for. */
function ratio({ width, height }: Slice): number {
  return Math.max(1, Math.min(3, width / Math.max(1, height)));
}

function cellAt(
  event: React.PointerEvent<HTMLCanvasElement>,
  { width, height }: Slice
): number | null {
  const box = event.currentTarget.getBoundingClientRect();
  const column = Math.floor(((event.clientX - box.left) / box.width) * width);
  const row = Math.floor(((event.clientY - box.top) / box.height) * height);
  return column >= 0 && column < width && row >= 0 && row < height
    ? row * width + column
    : null;
}

function valueText(
  { x, y, width, units }: Slice,
  cells: Float32Array,
  cell: number,
  trans: TranslationBundle
): string {
  const value = cells[cell] ?? NaN;
  const where = [
    ...(y ? [placeText(y, Math.floor(cell / width))] : []),
    placeText(x, cell % width)
  ].join(', ');
  return Number.isNaN(value)
    ? trans.__('%1: no data', where)
    : `${where}: ${numberText(value)} ${visible(units ?? '')}`;
}
