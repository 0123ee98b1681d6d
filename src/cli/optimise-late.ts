import { setFlagsFromString } from 'node:v8';

/** How much bytecode of a function runs before the engine thinks of optimising it: fifteen times as much as it comes with. */
const BUDGET_BYTES = 1_000_000;

/**
 * Have the engine optimise code only after it has run for long.
 *
 * A count waits for the file system, not for its own code, and most are over before what was optimised has paid: behind a slow
 * file server a fifth of the processor time went into that. A version of the engine that has no such setting passes it over.
 */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET_BYTES}`);
}
