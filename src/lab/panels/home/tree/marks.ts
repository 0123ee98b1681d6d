import type { HomePath } from '../../../../contract';
import { ObservableModel } from '../../../loadable';
import type { IHomeState } from '../state';

/**
 * What the reader marked in the table to delete it together, with its size in bytes when it was marked.
 */
export class Marks extends ObservableModel<ReadonlyMap<HomePath, number>> {
  constructor() {
    super(new Map());
  }

  /**
   * Mark a path, or take its mark away. Of a folder and something in it only the later mark stays: both would
   * count the same bytes twice.
   */
  toggle(path: HomePath, usedBytes: number): void {
    const marks = new Map(this.state);
    if (!marks.delete(path)) {
      for (const other of marks.keys()) {
        if (isIn(path, other) || isIn(other, path)) {
          marks.delete(other);
        }
      }
      marks.set(path, usedBytes);
    }
    this.publish(marks);
  }

  clear(): void {
    if (this.state.size > 0) {
      this.publish(new Map());
    }
  }
}

function isIn(path: HomePath, folder: HomePath): boolean {
  return path.startsWith(`${folder}/`);
}

/**
 * The size of an entry that the table shows, in bytes; 0: it shows none such.
 */
export function sizeOf(
  path: HomePath,
  { usage, open }: Pick<IHomeState, 'usage' | 'open'>
): number {
  const slash = path.lastIndexOf('/');
  const listed = slash < 0 ? usage : open.get(path.slice(0, slash));
  const entry = listed?.value?.children.find(
    ({ name }) => name === path.slice(slash + 1)
  );
  return entry?.usedBytes ?? 0;
}
