import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Give every thread of this process the lowest priority: on Linux each has its own, and the engine has some by now that compile and
 * collect garbage. Those that are started later take after the one that starts them.
 */
export function goLast(): void {
  for (const thread of threads()) {
    try {
      setPriority(thread, constants.priority.PRIORITY_LOW);
    } catch {
      // One that has ended, or a machine that forbids even this: then it competes like any other.
    }
  }
}

/** By number; 0: the one that asks. */
function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    // Not Linux.
    return [0];
  }
}
