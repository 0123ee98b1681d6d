import { interpolateViridis } from 'd3-scale-chromatic';
import type { Slice } from '../../contract';
import type { IColourRange } from './colour-range';

/** Perceptually even, and told apart by those who see no red or no green. */
const STEPS = 256;

/**
 * The colours of the scale, from the lowest value on: red, green and blue from 0 to 255.
 */
export function palette(): readonly (readonly [number, number, number])[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const colour = interpolateViridis(step / (STEPS - 1));
    const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
    const parts = hex
      ? hex.slice(1).map(part => parseInt(part, 16))
      : (colour.match(/\d+/g) ?? []).map(Number);
    return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
  });
}

/**
 * The pixels of a slice of `width * height` cells, four bytes each; what has no data is transparent.
 */
export function pixelsOf(
  { width, height }: Pick<Slice, 'width' | 'height'>,
  cells: Float32Array,
  { low, high }: Pick<IColourRange, 'low' | 'high'>
): Uint8ClampedArray<ArrayBuffer> {
  const colours = palette();
  const pixels = new Uint8ClampedArray(width * height * 4);
  const span = high - low || 1;
  cells.forEach((value, at) => {
    if (Number.isNaN(value)) {
      return;
    }
    const step = Math.round(((value - low) / span) * (STEPS - 1));
    const colour = colours[Math.max(0, Math.min(STEPS - 1, step))];
    pixels.set([...(colour ?? []), 255], at * 4);
  });
  return pixels;
}
