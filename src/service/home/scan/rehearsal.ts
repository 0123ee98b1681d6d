import { HomeScan } from './home-scan';
import type { INative } from './native/native';
import type { IScanOrder, ScanFinding } from './scan-messages';

/**
 * Count a small folder and then count it again, while nobody waits: the engine compiles what it runs for the first time, and would
 * otherwise do so in the middle of the next count.
 *
 * @param folder - One with few files, which nobody needs the numbers of.
 * @param order - What was counted last.
 * @param tell - Takes what is found; absent: nobody does.
 */
export async function rehearse(
  folder: string,
  order: IScanOrder,
  native: INative | null,
  tell: (finding: ScanFinding) => Promise<void> = () => Promise.resolve()
): Promise<void> {
  if (order.operationsPerSecond !== null) {
    // Such calls are for what is asked for.
    return;
  }
  const small: IScanOrder = {
    ...order,
    homeDirectory: folder,
    cacheDirectory: null,
    keepsTimes: true
  };
  try {
    const known = await new HomeScan(small, native, tell).run();
    if (known) {
      await new HomeScan(small, native, tell).run({ known, hot: [0] });
    }
  } catch {
    // Then the next count takes a little longer.
  }
}
