import type { TranslationBundle } from '@jupyterlab/translation';
import type { Axis, Slice } from '../../contract';
import { visible } from '../visible';

/**
 * A number with as many digits as a label has room for.
 */
export function numberText(value: number): string {
  if (value === 0) {
    return '0';
  }
  const size = Math.abs(value);
  return size >= 1e6 || size < 1e-3
    ? value.toExponential(1)
    : String(Number(value.toPrecision(4)));
}

/**
 * A place along an axis: `60°N`, `2024-03-01`, `12.5`.
 */
export function placeText(axis: Axis, index: number): string {
  const text = axis.texts?.[index];
  if (text !== undefined) {
    return visible(text);
  }
  const value = axis.values[index] ?? NaN;
  if (/^degrees?_?n(orth)?$/i.test(axis.units ?? '')) {
    return degrees(value, 'N', 'S');
  }
  if (/^degrees?_?e(ast)?$/i.test(axis.units ?? '')) {
    // 270° east is 90° west.
    return degrees(value > 180 ? value - 360 : value, 'E', 'W');
  }
  return numberText(value);
}

/**
 * What an axis is: its name, its units where they are not on its marks, and that it only counts cells where it does.
 */
export function axisText(axis: Axis, trans: TranslationBundle): string {
  const name = visible(axis.name);
  if (axis.isIndex) {
    return trans.__('%1 (grid index)', name);
  }
  const { units } = axis;
  return axis.texts || units === null || /^degrees?_?[ne]/i.test(units)
    ? name
    : `${name} (${visible(units)})`;
}

/**
 * The picture in words, for those who do not see it.
 */
export function altText(slice: Slice, trans: TranslationBundle): string {
  const name = visible(slice.longName ?? slice.variable);
  const range =
    slice.min === null || slice.max === null
      ? trans.__('no data')
      : trans
          .__(
            'from %1 to %2 %3',
            numberText(slice.min),
            numberText(slice.max),
            visible(slice.units ?? '')
          )
          .trim();
  const ends = [slice.x, slice.y]
    .filter(axis => axis !== null)
    .map(axis =>
      trans.__(
        '%1 from %2 to %3',
        axisText(axis, trans),
        placeText(axis, 0),
        placeText(axis, axis.values.length - 1)
      )
    );
  const at = slice.at
    .filter(({ size }) => size > 1)
    .map(({ dimension, text }) => `${visible(dimension)} ${visible(text)}`);
  const parts = [range, ...ends, ...at].join(', ');
  return slice.drawn === 'line'
    ? trans.__('Line of %1: %2', name, parts)
    : trans.__('Map of %1: %2', name, parts);
}

function degrees(value: number, positive: string, negative: string): string {
  const number = String(Number(Math.abs(value).toPrecision(4)));
  if (value === 0) {
    return `${number}°`;
  }
  return `${number}°${value > 0 ? positive : negative}`;
}
