// What the extension costs in memory: the Jupyter server with it against without it, and the idle service.
import { readFileSync } from 'node:fs';
import { LabServer, TOKEN } from './lab-server';
import { buildRelease } from './released';

/** Proportional set size in MB: memory that processes share is counted once. */
function megabytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1]) / 1000;
}

async function main(): Promise<void> {
  const released = buildRelease();
  const alone = await LabServer.start(null);
  const extended = await LabServer.start(released);
  const headers = { Authorization: `token ${TOKEN}` };
  const before = megabytes(alone.pid);
  const loaded = megabytes(extended.pid);
  const health = (await (
    await fetch(`${extended.url}/jupyterlab-leap/server/health`, { headers })
  ).json()) as { residentBytes: number };
  const serving = megabytes(extended.pid);
  await Promise.all([alone.stop(), extended.stop()]);
  console.log(`Jupyter server alone          ${before.toFixed(1)} MB`);
  console.log(
    `with the handlers             ${loaded.toFixed(1)} MB, ratio ${(loaded / before).toFixed(3)}`
  );
  console.log(
    `after the first request       ${serving.toFixed(1)} MB, ratio ${(serving / before).toFixed(3)}`
  );
  console.log(
    `idle service                  ${(health.residentBytes / 1e6).toFixed(1)} MB resident, ${(health.residentBytes / 1e6 / before).toFixed(2)} of the server`
  );
}

void main();
