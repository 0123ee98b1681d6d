import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where the kernel accounts for this server.
 */
export interface IControlGroup {
  readonly version: 1 | 2;
  /** The server's own group first, then those around it as far as they can be seen. */
  readonly directories: readonly string[];
}

/**
 * Find the control group that accounts for a resource; null when this process has none of its own, and all that
 * could be read would be the whole machine's.
 *
 * A controller belongs to one hierarchy only: to version 1 when that names it, else to version 2.
 *
 * @param proc - Where the process table is mounted, `/proc`.
 * @param controller - `memory`, `cpu`, `cpuacct`.
 * @see https://man7.org/linux/man-pages/man7/cgroups.7.html
 */
export async function findControlGroup(
  proc: string,
  controller: string
): Promise<IControlGroup | null> {
  const [groups, mounts] = await Promise.all([
    readText(join(proc, 'self', 'cgroup')),
    readText(join(proc, 'self', 'mountinfo'))
  ]);
  if (groups === null || mounts === null) {
    return null;
  }
  const place = placeOf(groups, controller);
  const mount = place && mountOf(mounts, place.version, controller);
  if (!place || !mount) {
    return null;
  }
  const inside = directoriesOf(mount, place.path);
  const own = await keepOwn(inside, place.version);
  return own.length > 0 ? { version: place.version, directories: own } : null;
}

/**
 * The text of a small file; null when it is not there or may not be read.
 */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

interface IPlace {
  readonly version: 1 | 2;
  readonly path: string;
}

interface IMount {
  /** The group that is mounted: `/` for all that can be seen. */
  readonly root: string;
  readonly point: string;
}

/** Lines are `id:controllers:path`; version 2 has id 0 and no controllers. */
function placeOf(groups: string, controller: string): IPlace | null {
  let unified: IPlace | null = null;
  for (const line of groups.split('\n')) {
    const [, id, controllers = '', path = ''] =
      /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
    if (controllers.split(',').includes(controller)) {
      return { version: 1, path };
    }
    if (id === '0' && controllers === '') {
      unified = { version: 2, path };
    }
  }
  return unified;
}

/** Fields before ` - `: id, parent, device, root, mount point; behind it: type, source, options. */
function mountOf(
  mounts: string,
  version: 1 | 2,
  controller: string
): IMount | null {
  for (const line of mounts.split('\n')) {
    const [before = '', behind = ''] = line.split(' - ');
    const [, , , root = '', point = ''] = before.split(' ');
    const [type, , options = ''] = behind.split(' ');
    const fits =
      version === 2
        ? type === 'cgroup2'
        : type === 'cgroup' && options.split(',').includes(controller);
    if (fits) {
      return { root: unescapeOctal(root), point: unescapeOctal(point) };
    }
  }
  return null;
}

/** From the group's own directory up to the mount point. */
function directoriesOf({ root, point }: IMount, path: string): string[] {
  const isInside = root === '/' || `${path}/`.startsWith(`${root}/`);
  const relative = isInside && root !== '/' ? path.slice(root.length) : path;
  const parts = isInside ? relative.split('/').filter(part => part !== '') : [];
  // A path with `..` lies outside of what is mounted here.
  const known = parts.includes('..') ? [] : parts;
  return known
    .map((_, index) => join(point, ...known.slice(0, known.length - index)))
    .concat(point);
}

/**
 * Leave out what is not there, and the root of the hierarchy, which is the whole machine: it alone has
 * `release_agent` in version 1, and alone has no `cgroup.type` in version 2.
 */
async function keepOwn(
  directories: readonly string[],
  version: 1 | 2
): Promise<string[]> {
  const kept = await Promise.all(
    directories.map(async directory =>
      version === 1
        ? (await exists(join(directory, 'cgroup.procs'))) &&
          !(await exists(join(directory, 'release_agent')))
        : exists(join(directory, 'cgroup.type'))
    )
  );
  return directories.filter((_, index) => kept[index]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  );
}

/** Blank, tab, newline and backslash stand as `\040` and so on. */
function unescapeOctal(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8))
  );
}
