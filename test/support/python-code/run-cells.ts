import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a cell came to: its last value as text, and its error. */
export interface ICellResult {
  readonly text: string;
  readonly error: string;
}

/**
 * Run notebooks, each a list of cells, in one real kernel that finds Google Storage at `gcsUrl`.
 *
 * @param folder - Where the kernel keeps its own files.
 */
export async function runCells(
  notebooks: readonly (readonly string[])[],
  gcsUrl: string,
  folder: string,
  env: Readonly<Record<string, string>> = {}
): Promise<ICellResult[][]> {
  const python = spawn('python', [join(__dirname, 'run_cells.py')], {
    env: {
      ...process.env,
      STORAGE_EMULATOR_HOST: gcsUrl,
      // Else the library asks over gRPC, which the emulator does not speak, what kind of bucket it is.
      GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT: 'false',
      GOOGLE_BASE_URL: gcsUrl,
      GOOGLE_SKIP_SIGNATURE: 'true',
      IPYTHONDIR: join(folder, 'ipython'),
      ...env
    },
    stdio: ['pipe', 'pipe', 'inherit']
  });
  python.stdin.end(JSON.stringify(notebooks.map(cells => ({ cells }))));
  const [output] = await Promise.all([
    text(python.stdout),
    once(python, 'exit')
  ]);
  return JSON.parse(output) as ICellResult[][];
}
