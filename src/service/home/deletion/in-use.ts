import type { HomePath, PathInUse } from '../../../contract';
import { decodeName } from '../scan/tree/names';
import { SCAN_ARGUMENT } from '../scan/scan-argument';
import type { DeletionFiles } from './files';
import { prefixOf } from './inside';

/**
 * Which programs have something in the home open, work in it, or run from it.
 *
 * Only this machine's: what another server of the same user does in a shared home cannot be seen.
 */
export class ProgramsInUse {
  private constructor(private readonly _users: Map<HomePath, Set<string>>) {}

  /** None is known of. */
  static readonly NONE = new ProgramsInUse(new Map());

  /**
   * Ask all processes that may be asked, but this one and those that count homes: they look at what they measure.
   *
   * @throws What the signal was aborted with.
   */
  static async read(
    files: DeletionFiles,
    home: Buffer,
    signal: AbortSignal
  ): Promise<ProgramsInUse> {
    const prefix = decodeName(prefixOf(home));
    const users = new Map<HomePath, Set<string>>();
    const processes = (await files.readdir('/proc')).filter(
      name => /^\d+$/.test(name) && name !== String(process.pid)
    );
    for (const id of processes) {
      signal.throwIfAborted();
      if (await isScan(files, id)) {
        continue;
      }
      const program = await programName(files, id);
      for (const path of await pathsOf(files, id)) {
        if (path.startsWith(prefix)) {
          const below = path.slice(prefix.length);
          users.set(below, (users.get(below) ?? new Set()).add(program));
        }
      }
    }
    return new ProgramsInUse(users);
  }

  /** The programs that use this path or something below it. */
  using(path: HomePath): string[] {
    const found = new Set<string>();
    for (const [used, programs] of this._users) {
      if (used === path || used.startsWith(`${path}/`)) {
        programs.forEach(program => found.add(program));
      }
    }
    return [...found].sort();
  }

  /** Of these paths, the ones that are in use. */
  among(paths: readonly HomePath[]): PathInUse[] {
    return paths
      .map(path => ({ path, programs: this.using(path) }))
      .filter(({ programs }) => programs.length > 0);
  }
}

async function isScan(files: DeletionFiles, id: string): Promise<boolean> {
  const words = await files
    .readFile(`/proc/${id}/cmdline`, 'utf8')
    .catch(() => '');
  return words.split('\0').includes(SCAN_ARGUMENT);
}

async function programName(files: DeletionFiles, id: string): Promise<string> {
  const name = await files.readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
  return name.trim() || `process ${id}`;
}

/** Open files, the working directory, and files mapped into memory, as programs and libraries are. */
async function pathsOf(files: DeletionFiles, id: string): Promise<Set<string>> {
  // Other people's processes, and those that just ended, say nothing.
  const descriptors = await files.readdir(`/proc/${id}/fd`).catch(() => []);
  const links = ['cwd', ...descriptors.map(descriptor => `fd/${descriptor}`)];
  const paths = new Set<string>();
  for (const link of links) {
    const target = await files
      .readlink(`/proc/${id}/${link}`, { encoding: 'buffer' })
      .catch(() => null);
    if (target) {
      paths.add(decodeName(target));
    }
  }
  const maps = await files.readFile(`/proc/${id}/maps`, 'utf8').catch(() => '');
  for (const [, path = ''] of maps.matchAll(
    /^\S+ \S+ \S+ \S+ \d+ +(\/.*)$/gm
  )) {
    paths.add(path);
  }
  return paths;
}
