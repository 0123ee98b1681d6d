import type {
  HomeDirectory,
  HomeEntry,
  HomePath,
  HomeUsage
} from '../../../../contract';
import type { Loadable } from '../../../loadable';
import { sorted, type Order } from './order';

/**
 * A line of the tree: an entry, or what stands below an unfolded directory instead of entries.
 */
export type Row =
  | {
      readonly kind: 'entry';
      readonly path: HomePath;
      readonly level: number;
      readonly entry: HomeEntry;
      /** Null: cannot be unfolded. */
      readonly open: boolean | null;
      /** Of the largest entry beside it, 0 to 1. */
      readonly share: number;
      /** How much it grew since an earlier count; 0: not much, or nobody knows. */
      readonly grownBytes: number;
      readonly position: number;
      readonly siblings: number;
    }
  | {
      readonly kind: 'rest';
      readonly path: HomePath;
      readonly level: number;
      readonly entries: number;
      readonly usedBytes: number;
    }
  | {
      readonly kind: 'note';
      readonly path: HomePath;
      readonly level: number;
      readonly note: 'loading' | 'empty' | 'failed';
      readonly message: string;
    };

type Listed = Pick<HomeUsage, 'children' | 'otherChildren'>;

/** What the lines depend on beside the numbers. */
interface IRowOptions {
  readonly open: ReadonlyMap<HomePath, Loadable<HomeDirectory>>;
  readonly order?: Order;
  /** What grew, by path. */
  readonly grown?: ReadonlyMap<HomePath, number>;
}

/**
 * The visible lines of the tree, top to bottom.
 */
export function rowsOf(usage: HomeUsage, options: IRowOptions): readonly Row[] {
  return [...below('', 1, usage, options)];
}

function* below(
  parent: HomePath,
  level: number,
  { children, otherChildren }: Listed,
  options: IRowOptions
): Generator<Row> {
  const { open, order = 'size', grown } = options;
  const largest = children[0]?.usedBytes ?? 0;
  for (const [index, entry] of sorted(children, order).entries()) {
    const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
    const unfolded = open.get(path);
    yield {
      kind: 'entry',
      path,
      level,
      entry,
      open: entry.kind === 'directory' ? unfolded !== undefined : null,
      share: largest > 0 ? entry.usedBytes / largest : 0,
      grownBytes: grown?.get(path) ?? 0,
      position: index + 1,
      siblings: children.length
    };
    if (unfolded) {
      yield* inside(path, level + 1, unfolded, options);
    }
  }
  if (otherChildren.entries > 0) {
    yield {
      kind: 'rest',
      path: `${parent}/`,
      level,
      entries: otherChildren.entries,
      usedBytes: otherChildren.usedBytes
    };
  }
}

function* inside(
  path: HomePath,
  level: number,
  directory: Loadable<HomeDirectory>,
  options: IRowOptions
): Generator<Row> {
  if (directory.status === 'failed') {
    const { message } = directory.error;
    yield { kind: 'note', path: `${path}/`, level, note: 'failed', message };
  }
  if (directory.value) {
    if (directory.value.children.length === 0) {
      yield {
        kind: 'note',
        path: `${path}/`,
        level,
        note: 'empty',
        message: ''
      };
    }
    yield* below(path, level, directory.value, options);
  } else if (directory.status === 'loading') {
    yield {
      kind: 'note',
      path: `${path}/`,
      level,
      note: 'loading',
      message: ''
    };
  }
}
