import { readFileSync } from 'node:fs';
import { SCAN_ARGUMENT } from '../../../../src/service/home/scan/scan-argument';

/** The processes of scans that this one has started and that still run. */
export function scanProcesses(): number[] {
  const children = readFileSync(
    `/proc/${process.pid}/task/${process.pid}/children`,
    'utf8'
  );
  return children
    .split(' ')
    .filter(id => {
      try {
        const words = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        return words.split('\0').includes(SCAN_ARGUMENT);
      } catch {
        // It has ended in the meantime.
        return false;
      }
    })
    .map(Number);
}
