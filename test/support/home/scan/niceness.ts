import fs from 'node:fs';
import { join } from 'node:path';

/** Of all threads of a process: higher is nicer to others (proc_pid_stat(5)). */
export function nicenessOf(process: number | 'self'): number[] {
  const folder = join('/proc', String(process), 'task');
  return fs.readdirSync(folder).flatMap(thread => {
    try {
      const line = fs.readFileSync(join(folder, thread, 'stat'), 'latin1');
      const afterName = line.slice(line.lastIndexOf(')') + 2).split(' ');
      return [Number(afterName[16])];
    } catch {
      // It has ended since it was listed.
      return [];
    }
  });
}
