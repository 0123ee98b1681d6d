/**
 * The one file that Node runs: `serve` is the service behind JupyterLab, everything else is the `leap` command,
 * which has its configuration in `LEAP_CONFIG`.
 *
 * The service starts it once more for each scan of the home, and a scan starts it as threads of its own.
 *
 * Each part is loaded only when it is the one that runs.
 */
import { isMainThread } from 'node:worker_threads';
import { SCAN_ARGUMENT } from '../service/home/scan/scan-argument';

const version = process.env['LEAP_VERSION'] ?? '0.0.0';

async function main(): Promise<void> {
  if (!isMainThread) {
    const { runWalkerThread } =
      await import('../service/home/scan/walker-thread');
    runWalkerThread();
  } else if (process.argv[2] === SCAN_ARGUMENT && process.send) {
    const { runScanProcess } =
      await import('../service/home/scan/scan-process');
    await runScanProcess(__filename);
  } else if (process.argv[2] === 'serve' && !('LEAP_CONFIG' in process.env)) {
    const { serve } = await import('../service/serve');
    await serve(version);
  } else {
    const { run } = await import('./command');
    process.exitCode = await run(process.argv.slice(2), version);
  }
}

void main();
