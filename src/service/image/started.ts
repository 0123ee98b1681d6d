import { findJupyterServer, readProcess, startOf } from './processes';

/**
 * When the server that this process belongs to started; null when nothing says so.
 *
 * That is the start of the Jupyter server above this process, or, on a hub, of the container's first process.
 * Anywhere else process 1 is the whole machine, and its start would be a wrong answer.
 */
export async function serverStart(options: {
  proc: string;
  pid: number;
  isHub: boolean;
  now: Date;
}): Promise<Date | null> {
  const { proc, pid, isHub, now } = options;
  const server = await findJupyterServer(proc, pid);
  const process = server ?? (isHub ? await readProcess(proc, 1) : null);
  return process === null ? null : startOf(proc, process, now);
}
