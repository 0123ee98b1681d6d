import { ZeroContent } from './content';
import type { ISource } from './cursor';
import { firstIndex } from './names';
import type { IStoredObject } from './object';

/**
 * A million objects by rule: nothing is kept, so memory stays bounded.
 */
export interface ILayout {
  readonly count: number;
  /** Must grow with the index in the order of UTF-8 bytes. */
  nameAt(index: number): string;
  bytesAt(index: number): number;
}

interface ILayoutOptions {
  readonly count: number;
  /** Put before every name. */
  readonly prefix?: string;
}

/**
 * One folder with all objects in it: `part-000000.nc` …
 */
export function flat({ count, prefix = '' }: ILayoutOptions): ILayout {
  return layout(count, index => `${prefix}part-${padded(index, count)}.nc`);
}

/**
 * A tree of `fanOut` folders in each folder, `depth` levels, objects in the lowest alone.
 */
export function deep(
  options: ILayoutOptions & { depth?: number; fanOut?: number }
): ILayout {
  const { count, prefix = '', depth = 6, fanOut = 8 } = options;
  const perLeaf = Math.ceil(count / fanOut ** depth);
  return layout(count, index => {
    let leaf = Math.floor(index / perLeaf);
    let path = '';
    for (let level = 0; level < depth; level++) {
      path = `level-${padded(leaf % fanOut, fanOut)}/${path}`;
      leaf = Math.floor(leaf / fanOut);
    }
    return `${prefix}${path}${padded(index % perLeaf, perLeaf)}.bin`;
  });
}

/**
 * Names that differ only after some 200 characters, as those of climate models do.
 */
export function longStems({ count, prefix = '' }: ILayoutOptions): ILayout {
  const stem = 'CMIP6.ScenarioMIP.NOAA-GFDL.GFDL-ESM4.ssp585.r1i1p1f1.';
  const common = prefix + stem.repeat(4);
  const perVariable = Math.ceil(count / 20);
  return layout(count, index => {
    const variable = padded(Math.floor(index / perVariable), 20);
    return `${common}variable-${variable}_gn_${padded(index % perVariable, perVariable)}-201512.nc`;
  });
}

/**
 * One folder of a thousand holds half of the objects, the next a quarter, and so on; the big ones lie in the middle.
 */
export function skewed({ count, prefix = '' }: ILayoutOptions): ILayout {
  const folders = 1000;
  const counts = new Array<number>(folders).fill(
    Math.floor(count / (folders * 10))
  );
  let rest = count - counts.reduce((sum, part) => sum + part, 0);
  for (let folder = 417; rest > 0; folder = (folder + 389) % folders) {
    const part = Math.ceil(rest / 2);
    counts[folder] = (counts[folder] ?? 0) + part;
    rest -= part;
  }
  const ends: number[] = [];
  for (const part of counts) {
    ends.push((ends.at(-1) ?? 0) + part);
  }
  return layout(count, index => {
    const folder = firstIndex(folders, at => (ends[at] ?? 0) > index);
    const start = folder === 0 ? 0 : (ends[folder - 1] ?? 0);
    return `${prefix}run-${padded(folder, folders)}/${padded(index - start, count)}.nc`;
  });
}

/** In the order of code points; in UTF-16 order the last two would stand before `Ａ`. */
const LETTERS = [
  'A',
  'z',
  '~',
  'é',
  'ω',
  'Я',
  'א',
  '字',
  '한',
  'Ａ',
  '𝔸',
  '🌊'
];

/**
 * Folders and objects named by letters far beyond ASCII.
 */
export function nonAscii({ count, prefix = '' }: ILayoutOptions): ILayout {
  const base = LETTERS.length;
  const digits = Math.max(2, Math.ceil(Math.log(count) / Math.log(base)));
  return layout(count, index => {
    let rest = index;
    let name = '';
    for (let digit = 0; digit < digits; digit++) {
      name = `${LETTERS[rest % base] ?? ''}${digit === digits - 1 ? '/' : ''}${name}`;
      rest = Math.floor(rest / base);
    }
    return prefix + name;
  });
}

/**
 * The chunks of one Zarr array, numbered without leading zeros: `0.0`, `1.0`, `10.0`, `2.0` …
 */
export function zarrChunks({ count, prefix = '' }: ILayoutOptions): ILayout {
  return layout(count, index => `${prefix}${String(lexical(index, count))}.0`);
}

/**
 * The bytes of all objects together.
 */
export function totalBytes(all: ILayout): number {
  let sum = 0;
  for (let index = 0; index < all.count; index++) {
    sum += all.bytesAt(index);
  }
  return sum;
}

/**
 * A layout as a source of a bucket's objects.
 */
export class GeneratedSource implements ISource {
  constructor(
    private readonly _bucket: string,
    private readonly _layout: ILayout,
    private readonly _now: number
  ) {
    this.length = _layout.count;
  }

  readonly length: number;

  nameAt(index: number): string {
    return this._layout.nameAt(index);
  }

  objectAt(index: number): IStoredObject {
    const createdAt = new Date(this._now - (index % 600_000) * 1000);
    return {
      bucket: this._bucket,
      name: this._layout.nameAt(index),
      content: new ZeroContent(this._layout.bytesAt(index)),
      generation: String(createdAt.getTime() * 1000 + 1),
      metageneration: 1,
      createdAt,
      updatedAt: createdAt,
      contentType: 'application/octet-stream',
      storageClass: 'STANDARD',
      componentCount: 1
    };
  }
}

function layout(count: number, nameAt: (index: number) => string): ILayout {
  return { count, nameAt, bytesAt };
}

/**
 * Sixteen sizes from 1 byte to 512 KiB in no order: few enough that their checksums are soon known.
 */
function bytesAt(index: number): number {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 28;
  return mixed < 15 ? 1 + 37 * 2 ** (mixed % 14) : 1;
}

function padded(value: number, count: number): string {
  return String(value).padStart(String(Math.max(0, count - 1)).length, '0');
}

/**
 * The number at place `index` among 0 … count − 1 sorted as text.
 */
function lexical(index: number, count: number): number {
  if (index === 0) {
    return 0;
  }
  let left = index - 1;
  let current = 1;
  while (left > 0) {
    const below = subtree(current, count);
    if (below <= left) {
      left -= below;
      current++;
    } else {
      left--;
      current *= 10;
    }
  }
  return current;
}

/** How many numbers below `count` begin with the digits of `start`. */
function subtree(start: number, count: number): number {
  let total = 0;
  let first = start;
  let next = start + 1;
  while (first < count) {
    total += Math.min(next, count) - first;
    first *= 10;
    next *= 10;
  }
  return total;
}
