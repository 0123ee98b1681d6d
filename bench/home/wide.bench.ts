// Time and memory for one directory with a million entries.
// LEAP_BENCH_ENTRIES: how many (1,000,000).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, GNU_DU, leapDu, measure } from './measured';
import { findPeers } from './peers';

const ENTRIES = Number(process.env['LEAP_BENCH_ENTRIES'] ?? 1_000_000);

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'leap-bench-'));
  try {
    mkdirSync(join(root, 'wide'));
    for (let at = 0; at < ENTRIES; at += 1) {
      writeFileSync(join(root, 'wide', `entry-${at}`), '');
    }
    console.log(`${ENTRIES} entries in one directory, medians of 3`);
    const tools = [GNU_DU, leapDu(), ...findPeers({ slowCalls: false })];
    await compare(tools, 3, tool => measure(tool, root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

void main();
