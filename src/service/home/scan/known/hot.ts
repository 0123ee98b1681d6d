import { INCOMPLETE } from '../tree/columns';
import type { IKnownTree } from './known-tree';

/** What changed in the last days before a count changes again: notebooks, logs, results that are being written. */
const RECENT_MS = 7 * 86_400_000;

/**
 * Of all directories, and of all files that lie in them: what is read again in any case is a small part of what looking at all
 * directories takes.
 */
const SHARE = 0.005;
const LEAST_DIRECTORIES = 16;
const LEAST_FILES = 500;

/**
 * The directories that are the likeliest to hold something new: the home itself, those in which anything changed lately, those with
 * the largest files, those that could not be read. By number, since what stands side by side is looked up faster one after the other.
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
  return [...hot].sort((one, other) => one - other);
}

/** The most recent first. What is from the future has a time that nobody can rely on. */
function recent(
  newestMs: Float64Array,
  count: number,
  most: number,
  nowMs: number
): number[] {
  const all = newestMs.subarray(0, count);
  const isRecent = (timeMs: number): boolean =>
    timeMs >= nowMs - RECENT_MS && timeMs <= nowMs;
  // The latest are in the upper half whenever it is full.
  const times = new Float64Array(2 * most);
  let floorMs = -Infinity;
  let end = 0;
  for (const timeMs of all) {
    if (timeMs > floorMs && isRecent(timeMs)) {
      times[end] = timeMs;
      end += 1;
    }
    if (end === times.length) {
      times.sort();
      times.copyWithin(0, most);
      end = most;
      floorMs = times[0] ?? floorMs;
    }
  }
  const latest = times.subarray(0, end).sort();
  floorMs = latest[Math.max(0, end - most)] ?? Infinity;
  const ids: number[] = [];
  for (const [id, timeMs] of all.entries()) {
    if (timeMs >= floorMs && isRecent(timeMs)) {
      ids.push(id);
    }
  }
  return ids
    .sort((one, other) => (all[other] ?? 0) - (all[one] ?? 0))
    .slice(0, most);
}

function sum(column: Uint32Array, count: number): number {
  return column.subarray(0, count).reduce((total, files) => total + files, 0);
}
