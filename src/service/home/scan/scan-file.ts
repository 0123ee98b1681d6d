import { join } from 'node:path';

/** `main.ts` of this folder as it is built: beside the file that is running. */
export function scanFile(): string {
  return join(__dirname, 'scan.cjs');
}
