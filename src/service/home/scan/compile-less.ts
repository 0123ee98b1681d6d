import { setFlagsFromString } from 'node:v8';

/** From this Node.js on there is a compiler between the engine's quickest and its last, and what it makes is good enough. */
const MAGLEV_SINCE = 24;

/**
 * Have the engine leave its last, slowest compiler out.
 *
 * A count waits for the file system, not for its own code, and is over before what that compiler makes has paid: a fifth of the
 * processor time of counting again went into it, and as much behind a slow file server.
 */
export function compileLess(): void {
  if (Number(process.versions.node.split('.')[0]) >= MAGLEV_SINCE) {
    setFlagsFromString('--no-opt');
  }
}

/**
 * Have the engine keep the code that a first count left, and of what follows make only what it makes at once.
 *
 * Counting again goes through a hundredth of the entries: there is no time in which anything else could pay.
 */
export function compileNoMore(): void {
  setFlagsFromString('--no-flush-bytecode');
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-maglev');
  setFlagsFromString('--always-sparkplug');
}
