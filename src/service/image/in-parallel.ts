/** Enough to keep Node's threads busy, few enough to stay below the limit of open files. */
const IN_FLIGHT = 16;

/**
 * Apply `task` to all items, some at a time; answers stand in the order of the items.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  task: (item: T) => Promise<R>
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      results[index] = await task(item);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return results;
}
