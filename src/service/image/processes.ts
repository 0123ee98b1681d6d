import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Linux gives times to programs in hundredths of a second on every platform (USER_HZ). */
const TICKS_A_SECOND = 100;

/** More ancestors than any real process has; ends a walk through a table that changes meanwhile. */
const MAX_ANCESTORS = 64;

const JUPYTER_PROGRAM =
  /^jupyter(?:-(?:lab|labhub|server|notebook|nbclassic)|hub-singleuser)$/;
const JUPYTER_MODULE =
  /^(?:jupyterlab|jupyter_server|jupyterhub\.singleuser|notebook|nbclassic)(?:\.|$)/;

/**
 * One line of the machine's process table.
 */
export interface IProcess {
  readonly parent: number;
  readonly args: readonly string[];
  /** Clock ticks from the start of the machine to the start of the process. */
  readonly startTicks: number;
}

/**
 * Read one process; null when it is gone or may not be read.
 *
 * @param proc - Where the process table is mounted, `/proc`.
 */
export async function readProcess(
  proc: string,
  pid: number
): Promise<IProcess | null> {
  try {
    const [stat, cmdline] = await Promise.all([
      readFile(`${proc}/${pid}/stat`, 'latin1'),
      readFile(`${proc}/${pid}/cmdline`, 'utf8')
    ]);
    // The program's name stands in parentheses and may hold spaces and parentheses itself: proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      args: cmdline.split('\0').slice(0, -1),
      startTicks: Number(fields[19])
    };
  } catch {
    // Gone, hidden or not Linux: all the same to the caller.
    return null;
  }
}

/**
 * The nearest ancestor that is a Jupyter server; null when none is.
 */
export async function findJupyterServer(
  proc: string,
  pid: number
): Promise<IProcess | null> {
  let current = await readProcess(proc, pid);
  for (let step = 0; current !== null && step < MAX_ANCESTORS; step += 1) {
    if (isJupyterServer(current.args)) {
      return current;
    }
    current =
      current.parent > 0 ? await readProcess(proc, current.parent) : null;
  }
  return null;
}

/**
 * When a process started, by the machine's own start time; null when the machine does not say or says nonsense.
 */
export async function startOf(
  proc: string,
  process: IProcess,
  now: Date
): Promise<Date | null> {
  try {
    const stat = await readFile(`${proc}/stat`, 'latin1');
    const bootSeconds = Number(/^btime (\d+)$/m.exec(stat)?.[1]);
    const start = new Date(
      (bootSeconds + process.startTicks / TICKS_A_SECOND) * 1000
    );
    // Sandboxes give a start of 0 or one in the future: better no time than a wrong one.
    return bootSeconds > 0 && start.getTime() <= now.getTime() + 1000
      ? start
      : null;
  } catch {
    return null;
  }
}

function isJupyterServer(args: readonly string[]): boolean {
  const [program = '', first = '', second = ''] = args;
  if ([program, first].some(arg => JUPYTER_PROGRAM.test(basename(arg)))) {
    return true;
  }
  return first === '-m' && JUPYTER_MODULE.test(second);
}
