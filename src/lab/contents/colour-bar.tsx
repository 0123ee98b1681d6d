import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { Slice } from '../../contract';
import { visible } from '../visible';
import type { IColourRange } from './colour-range';
import { palette } from './colours';
import { numberText } from './slice-words';

/** Few enough to be a gradient, many enough to be the scale. */
const STOPS = 16;

/**
 * Which colour is which value, in the variable's units.
 */
export function ColourBar({
  slice,
  range,
  trans
}: {
  readonly slice: Slice;
  readonly range: IColourRange;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { min, max, units } = slice;
  if (min === null || max === null) {
    return (
      <p className="jp-LeapQuiet">{trans.__('There are no data here.')}</p>
    );
  }
  const { low, high, isCutLow, isCutHigh } = range;
  return (
    <div className="jp-LeapColourBar" aria-hidden="true">
      <span>
        {isCutLow && '≤ '}
        {numberText(low)}
      </span>
      <span
        className="jp-LeapColourBar-scale"
        style={{ background: gradient() }}
      />
      <span>
        {isCutHigh && '≥ '}
        {numberText(high)}
      </span>
      {units !== null && <bdi>{visible(units)}</bdi>}
    </div>
  );
}

function gradient(): string {
  const colours = palette();
  const stops = Array.from({ length: STOPS }, (_, at) => {
    const step = Math.round((at / (STOPS - 1)) * (colours.length - 1));
    return `rgb(${(colours[step] ?? []).join(' ')})`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
