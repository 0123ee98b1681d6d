import type { HomePath, UnreadablePart } from '../../../contract';

/** How many are named; all are counted. */
const MAX_NAMED = 100;

/**
 * Paths that something did not work for.
 */
export class Failures {
  count = 0;
  readonly named: UnreadablePart[] = [];

  add(path: HomePath, reason: string): void {
    this.count += 1;
    if (this.named.length < MAX_NAMED) {
      this.named.push({ path, reason });
    }
  }
}
