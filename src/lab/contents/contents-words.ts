import type { TranslationBundle } from '@jupyterlab/translation';
import type { ArrayContents, SliceCost, Variable } from '../../contract';
import { formatBytes, formatCount } from '../format';

/** More than this is nobody's to read in a sidebar. */
const MAX_DIMENSIONS = 40;
const MAX_NAME = 80;

/**
 * Dimensions as xarray lists them: `time 480 · lat 720 · lon 1440`.
 */
export function dimensionsText({ dimensions }: ArrayContents): string {
  const shown = dimensions
    .slice(0, MAX_DIMENSIONS)
    .map(({ name, size }) => `${name.slice(0, MAX_NAME)}\u00a0${String(size)}`);
  const more = dimensions.length > MAX_DIMENSIONS ? ['…'] : [];
  return [...shown, ...more].join(' · ');
}

/**
 * How much there is, in a sentence.
 */
export function amountText(
  { bytes, chunkCount, format }: ArrayContents,
  trans: TranslationBundle
): string {
  const parts = [format];
  if (bytes !== null) {
    parts.push(trans.__('%1 unpacked', formatBytes(bytes)));
  }
  if (chunkCount !== null) {
    parts.push(
      trans._n('%2 chunk', '%2 chunks', chunkCount, formatCount(chunkCount))
    );
  }
  return `${parts.join(' · ')}.`;
}

/**
 * Along which dimensions a variable lies and of what type it is: `(time, lat, lon) float32`.
 */
export function shapeText({ dimensions, dtype }: Variable): string {
  return dimensions.length === 0
    ? dtype
    : `(${dimensions.join(', ')}) ${dtype}`;
}

/**
 * What a look would read, for its button.
 */
export function lookLabel(
  name: string,
  cost: SliceCost | undefined,
  trans: TranslationBundle
): string {
  if (!cost) {
    return trans.__('Look at %1', name);
  }
  const bytes = formatBytes(cost.bytes);
  return cost.isExact
    ? trans.__('Look at %1 (reads %2)', name, bytes)
    : trans.__('Look at %1 (reads about %2)', name, bytes);
}

/**
 * The facts of a variable, each a term and what it is.
 */
export function factsOf(
  variable: Variable,
  trans: TranslationBundle
): readonly (readonly [term: string, text: string])[] {
  const { shape, chunks, chunkCount, bytes, packing, fillValue } = variable;
  const facts: [string, string | null][] = [
    [trans.__('Shape'), shape.length === 0 ? null : shape.join(' × ')],
    [trans.__('Chunks'), chunksText(chunks, chunkCount, trans)],
    [trans.__('Size'), bytes === null ? null : formatBytes(bytes)],
    [trans.__('Packed'), packing === '' ? trans.__('not at all') : packing],
    [trans.__('Fill value'), fillValue]
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

function chunksText(
  chunks: readonly number[] | null,
  count: number | null,
  trans: TranslationBundle
): string | null {
  if (chunks === null || chunks.length === 0) {
    return null;
  }
  const text = chunks.join(' × ');
  return count === null
    ? text
    : trans._n('%2 (%3)', '%2 (%3)', count, text, formatCount(count));
}
