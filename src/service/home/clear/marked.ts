import type { ClearableItem, HomeClearable } from '../../../contract';
import type { ProgramsInUse } from '../deletion/in-use';

/** All that is known of it but who uses it now. */
export type MeasuredItem = Omit<ClearableItem, 'inUseBy' | 'preselected'>;

/**
 * Mark what comes back by itself and no program uses now. Sizes may be some minutes old; what a program began to use since
 * they were measured must not be marked.
 */
export function marked(
  items: readonly MeasuredItem[],
  programs: ProgramsInUse
): Pick<HomeClearable, 'items' | 'preselectedBytes'> {
  const all = items.map(item => {
    const users = new Set(item.paths.flatMap(path => programs.using(path)));
    const inUseBy = [...users].sort();
    const preselected = item.comesBack && inUseBy.length === 0;
    return { ...item, inUseBy, preselected };
  });
  return {
    items: all,
    preselectedBytes: all
      .filter(({ preselected }) => preselected)
      .reduce((sum, { usedBytes }) => sum + usedBytes, 0)
  };
}
