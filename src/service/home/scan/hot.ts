import { INCOMPLETE } from './columns';
import type { IKnownTree } from './known-tree';
import { release } from './release';

/** What changed in the last days before a count changes again: notebooks, logs, results that are being written. */
const RECENT_MS = 7 * 86_400_000;

/** Of all directories, and of all files that lie in them: what is looked at before everything else costs next to nothing. */
const SHARE = 0.01;
const LEAST_DIRECTORIES = 16;
const LEAST_FILES = 500;

/**
 * The directories that are the likeliest to hold something new, the home itself first: those in which anything changed lately,
 * those with the largest files, those that could not be read.
 */
export function hotDirectories(known: IKnownTree, nowMs: number): number[] {
  const { columns, readAt, large } = known;
  const count = readAt.length;
  const hot = new Set([0, ...large.map(({ directory }) => directory)]);
  let room = Math.max(LEAST_DIRECTORIES, Math.floor(SHARE * count));
  let files = Math.max(LEAST_FILES, SHARE * sum(columns.files, count));
  for (const id of recent(columns.newestMs, count, room, nowMs)) {
    files -= columns.files[id] ?? 0;
    if (files < 0) {
      break;
    }
    hot.add(id);
  }
  for (let id = 0; id < count && room > 0; id += 1) {
    if (((columns.flags[id] ?? 0) & INCOMPLETE) !== 0) {
      hot.add(id);
      room -= 1;
    }
  }
  return [...hot];
}

/** The most recent first. What is from the future has a time that nobody can rely on. */
function recent(
  newestMs: Float64Array,
  count: number,
  most: number,
  nowMs: number
): number[] {
  const isRecent = (timeMs: number): boolean =>
    timeMs >= nowMs - RECENT_MS && timeMs <= nowMs;
  const all = newestMs.slice(0, count);
  const times = all.filter(isRecent).sort();
  const floorMs = times[Math.max(0, times.length - most)] ?? Infinity;
  release(all, times);
  const ids: number[] = [];
  for (let id = 0; id < count; id += 1) {
    const timeMs = newestMs[id] ?? 0;
    if (timeMs >= floorMs && isRecent(timeMs)) {
      ids.push(id);
    }
  }
  return ids
    .sort((one, other) => (newestMs[other] ?? 0) - (newestMs[one] ?? 0))
    .slice(0, most);
}

function sum(column: Uint32Array, count: number): number {
  return column.subarray(0, count).reduce((total, files) => total + files, 0);
}
