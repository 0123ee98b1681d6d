import type { Walk } from '../walk/walk';
import { Children } from './children';
import { groundOf, type IKnownTree } from './known-tree';

/** What is known after a tree was counted from nothing, with the names of linked files kept. */
export function knownAfter(walk: Walk, seconds: number): IKnownTree {
  const { columns } = walk.tree;
  return {
    ground: groundOf(walk.plan),
    columns,
    children: new Children(columns.parent, columns.count),
    readAt: new Uint32Array(columns.count).fill(seconds),
    linked: walk.linked,
    large: walk.large.files,
    habits: walk.habits
  };
}
