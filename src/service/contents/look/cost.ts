import type { SliceCost } from '../../../contract';
import { bytesOf, chunkBytesOf } from '../array';
import type { ISource } from '../source';
import type { IFileArray } from '../file-array';
import { chunkKey, chunksInObject } from '../zarr/chunk-key';
import type { IZarrArray } from '../zarr/zarr-array';
import type { IDrawing } from './drawing';
import { chunkCount, chunksOf, planLook, type IPlan } from './plan';

/** Objects whose size is asked for; with more chunks than this, some stand for all. */
const ASKED = 12;

/** A plan and what it would read. */
export interface IPricedPlan {
  readonly plan: IPlan;
  readonly cost: Pick<SliceCost, 'chunks' | 'bytes' | 'isExact'>;
}

/**
 * Plan a look so that it stays within what a look may read, and say beforehand what it will.
 */
export async function pricePlan(
  array: IZarrArray,
  drawing: IDrawing,
  positions: ReadonlyMap<number, number>,
  source: ISource,
  signal: AbortSignal
): Promise<IPricedPlan> {
  const whole = planLook(array, drawing, positions, 0);
  const first = await ask(array, whole, source, signal);
  const plan = planLook(array, drawing, positions, first.meanBytes);
  const isWhole = chunkCount(plan) === chunkCount(whole);
  const { meanBytes, isExact } = isWhole
    ? first
    : await ask(array, plan, source, signal);
  const chunks = chunkCount(plan);
  const bytes = Math.round(meanBytes * chunks);
  return { plan, cost: { chunks, bytes, isExact } };
}

/** The mean packed size of a plan's chunks, by the sizes of some objects evenly spread. */
async function ask(
  array: IZarrArray,
  plan: IPlan,
  source: ISource,
  signal: AbortSignal
): Promise<{ meanBytes: number; isExact: boolean }> {
  const count = chunkCount(plan);
  const every = Math.max(1, Math.ceil(count / ASKED));
  const keys = new Set<string>();
  let at = 0;
  for (const index of chunksOf(array, plan)) {
    if (at % every === 0) {
      keys.add(chunkKey(array, index));
    }
    at += 1;
  }
  const sizes = await Promise.all(
    [...keys].map(async key => (await source.sizeOf(key, signal)) ?? 0)
  );
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  return {
    meanBytes: total / Math.max(1, sizes.length) / chunksInObject(array),
    isExact: every === 1 && !array.isSharded
  };
}

/**
 * Plan a look into a file, whose chunks' sizes only the file itself knows: what they are unpacked is the most that is
 * read, unless the file says how well they are packed.
 */
export function priceFilePlan(
  array: IFileArray,
  drawing: IDrawing,
  positions: ReadonlyMap<number, number>
): IPricedPlan {
  const read = { ...array, chunks: array.readChunks };
  const share = array.packedShare ?? null;
  const chunkBytes = (chunkBytesOf(read) ?? 0) * (share ?? 1);
  const plan = planLook(read, drawing, positions, chunkBytes);
  const chunks = chunkCount(plan);
  const all = (bytesOf(array) ?? 0) * (share ?? 1);
  const bytes = Math.round(Math.min(all, chunks * chunkBytes));
  const isExact = array.packing === '' && share === null;
  return { plan, cost: { chunks, bytes, isExact } };
}
