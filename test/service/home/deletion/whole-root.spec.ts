import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { findClearable } from '../../../../src/service/home/clear/find';
import { describeDirectory } from '../../../../src/service/home/directory';
import { Gate } from '../../../../src/service/home/scan/node/gate';
import type { IFinishedScan } from '../../../../src/service/home/finished-scan';
import type { ISnapshot } from '../../../../src/service/home/scan/snapshot';
import { usage } from '../../../support/home/usage-answers';
import { realDeletionFiles } from '../../../../src/service/home/deletion/files';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

/** Whoever has no home of their own is given `/`. A temporary folder that is a disk of its own would not be part of it. */
const isOnRoot = (path: string): boolean =>
  statSync(path).dev === statSync('/').dev;

describe('a home that is /', () => {
  let folder: HomeFolder;
  let handlers: ReturnType<HomeFolder['handlers']>;

  beforeEach(async () => {
    folder = await HomeFolder.make();
    handlers = folder.handlers({ homeDirectory: '/' });
  });

  afterEach(() => folder.remove());

  /** Below the home that is `/`. */
  const below = (path: string): string => folder.at(path).slice(1);

  it('lets what was reviewed be deleted, and nothing beside it', async () => {
    expect(isOnRoot(folder.path)).toBe(true);
    await folder.write({ 'old/run': 'x', kept: 'y' });

    const { targets, refused } = await last(
      handlers['home/review']({ paths: [below('old')] }, never)
    );
    const { removed } = await last(
      handlers['home/deletion']({ targets }, never)
    );

    expect(refused).toEqual([]);
    expect(removed).toEqual([below('old')]);
    expect(folder.tree()).toEqual(['kept']);
  });

  it('refuses what the server runs on, also where nothing was reviewed', async () => {
    const { targets, refused } = await last(
      handlers['home/review']({ paths: ['etc/passwd', 'usr'] }, never)
    );
    await folder.write({ 'old/run': 'x' });
    const [other] = (await folder.review(['old'])).targets;
    const forged = { ...other, path: 'etc/passwd' } as (typeof targets)[number];
    const { removed, failed } = await last(
      handlers['home/deletion']({ targets: [forged] }, never)
    );

    expect(targets).toEqual([]);
    expect(refused).toEqual([
      { path: 'etc/passwd', reason: 'ESYSTEM' },
      { path: 'usr', reason: 'ESYSTEM' }
    ]);
    expect(removed).toEqual([]);
    expect(failed).toEqual([{ path: 'etc/passwd', reason: 'ESYSTEM' }]);
  });

  it('knows which programs use what is reviewed', async () => {
    await folder.write({ 'old/run': 'x' });
    const program = spawn('sleep', ['60'], { cwd: folder.at('old') });
    await once(program, 'spawn');

    const { inUse } = await last(
      handlers['home/review']({ paths: [below('old')] }, never)
    );
    program.kill();

    expect(inUse).toEqual([{ path: below('old'), programs: ['sleep'] }]);
  });

  it('is searched for caches but where the server runs', async () => {
    await folder.write({ 'code/__pycache__/m.cpython-312.pyc': '1' });
    const opened: string[] = [];

    const found = await findClearable('/', never, {
      files: {
        ...realDeletionFiles,
        open: (path, flags) => {
          const where = String(path);
          opened.push(where);
          const isElsewhere =
            !where.startsWith('/proc/') &&
            !folder.path.startsWith(where) &&
            !where.startsWith(folder.path);
          return realDeletionFiles.open(isElsewhere ? '/nowhere' : path, flags);
        }
      }
    });

    expect(opened).not.toContain('/usr');
    expect(found.items.flatMap(item => item.paths)).toContain(
      below('code/__pycache__')
    );
  });

  it('has its files listed as any other', async () => {
    await folder.write({ 'data.nc': 'x' });
    const scan: IFinishedScan = {
      usage: usage(),
      snapshot: chain(below('').split('/').filter(Boolean)),
      large: { files: [], stores: [], oldest: [] }
    };

    const { children } = await describeDirectory(
      '/',
      scan,
      below('').replace(/\/$/, ''),
      never,
      { gate: new Gate(null), mostNames: 10 }
    );

    expect(children.map(({ name }) => name)).toEqual(['data.nc']);
  });
});

/** What a count knows of directories each of which lies in the one before. */
function chain(names: readonly string[]): ISnapshot {
  const count = names.length + 1;
  const all = ['', ...names];
  const numbers = (): Float64Array => new Float64Array(count);
  return {
    parent: Uint32Array.from(all, (_, id) => Math.max(0, id - 1)),
    nameStart: Uint32Array.from(
      all,
      (_, id) => all.slice(0, id).join('').length
    ),
    nameLength: Uint8Array.from(all, ({ length }) => length),
    names: Buffer.from(all.join('')),
    usedBytes: numbers(),
    apparentBytes: numbers(),
    files: new Uint32Array(count),
    directories: new Uint32Array(count),
    newestMs: numbers(),
    incomplete: new Uint8Array(count),
    linkedInode: new Float64Array(),
    linkedOwner: new Uint32Array()
  };
}
