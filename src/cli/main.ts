/**
 * The file that Node runs: `serve` is the service behind JupyterLab, everything else is the `leap` command,
 * which has its configuration in `LEAP_CONFIG`.
 *
 * What counts the home is in a file of its own, `src/service/home/scan/main.ts`, and so is what `leap` begins with,
 * `src/cli/leap.ts`.
 *
 * Each part is loaded only when it is the one that runs.
 */
const version = process.env['LEAP_VERSION'] ?? '0.0.0';

async function main(): Promise<void> {
  if (process.argv[2] === 'serve' && !('LEAP_CONFIG' in process.env)) {
    const { serve } = await import('../service/serve');
    await serve(version);
  } else {
    const { run } = await import('./command');
    const { SUBCOMMANDS } = await import('./subcommands');
    process.exitCode = await run(process.argv.slice(2), version, SUBCOMMANDS);
  }
}

void main();
