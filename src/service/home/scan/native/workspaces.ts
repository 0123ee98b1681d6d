import type { INative } from './native';
import { Workspace } from './workspace';

/** So many wait for another order: as many as processors are busy with where calls return at once, and four megabytes at most. */
const MOST_WAITING = 12;

/** What is compiled is loaded once in a process. */
const waiting = new WeakMap<INative, Workspace[]>();

/**
 * A workspace that nobody uses. To come by new memory takes the kernel as long as many calls.
 */
export function takeWorkspace(native: INative): Workspace {
  return waiting.get(native)?.pop() ?? new Workspace(native);
}

/** Leave a workspace, whose order was carried out, to others. */
export function leaveWorkspace(native: INative, space: Workspace): void {
  const others = waiting.get(native) ?? [];
  waiting.set(native, others);
  if (others.length < MOST_WAITING) {
    others.push(space);
  }
}
