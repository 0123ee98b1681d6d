// Time and memory for one directory with a million entries.
// LEAP_BENCH_ENTRIES: how many (1,000,000).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './measured';

const ENTRIES = Number(process.env['LEAP_BENCH_ENTRIES'] ?? 1_000_000);

const root = mkdtempSync(join(tmpdir(), 'leap-bench-'));
try {
  mkdirSync(join(root, 'wide'));
  for (let at = 0; at < ENTRIES; at += 1) {
    writeFileSync(join(root, 'wide', `entry-${at}`), '');
  }
  console.log(`${ENTRIES} entries in one directory`);
  compare(root, 3);
} finally {
  rmSync(root, { recursive: true, force: true });
}
