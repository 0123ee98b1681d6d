import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../src/service/cache';

const isRoot = process.getuid?.() === 0;

describe('Cache', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'leap-cache-'));
    file = join(directory, 'catalog.json');
    // What is ignored is logged; the log is not what these tests are about.
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(directory, { recursive: true, force: true });
  });

  it('gives back what another start has written', async () => {
    const text = 'data sets, zwölf 🌊\nand a second line';
    await new Cache(directory).write('catalog.json', text);

    expect(await new Cache(directory).read('catalog.json')).toBe(text);
  });

  it('leaves one file that its owner alone may read', async () => {
    const cache = new Cache(directory);
    await cache.write('catalog.json', 'one');
    await cache.write('catalog.json', 'two');

    expect(readdirSync(directory)).toEqual(['catalog.json']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await cache.read('catalog.json')).toBe('two');
  });

  it('has nothing under a name that was never written', async () => {
    expect(await new Cache(directory).read('nothing.json')).toBeNull();
  });

  it('makes a folder that is not there yet', async () => {
    const deep = join(directory, 'a', 'b');
    await new Cache(deep).write('catalog.json', 'text');

    expect(await new Cache(deep).read('catalog.json')).toBe('text');
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['truncated', (text: string) => text.slice(0, -1)],
    ['of changed bits', (text: string) => text.replace('sets', 'sett')],
    ['from a newer version', (text: string) => text.replace('-1 ', '-2 ')],
    [
      'without its first line',
      (text: string) => text.slice(text.indexOf('\n'))
    ],
    ['empty', () => '']
  ])('B65 ignores a file that is %s', async (_, damage) => {
    const cache = new Cache(directory);
    await cache.write('catalog.json', 'data sets');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));

    expect(await cache.read('catalog.json')).toBeNull();
  });

  it('B65 does not follow a link that stands in the place of its file', async () => {
    const cache = new Cache(directory);
    await cache.write('elsewhere', 'data sets');
    symlinkSync(join(directory, 'elsewhere'), file);

    expect(await cache.read('catalog.json')).toBeNull();
  });

  it('B65 reads no file that is larger than any that it writes, whole as it is', async () => {
    const bytes = 64 << 20;
    const digest = createHash('sha256').update(Buffer.alloc(bytes));
    const head = `leap-cache-1 ${digest.digest('hex')}\n`;
    writeFileSync(file, head);
    truncateSync(file, head.length + bytes);

    expect(await new Cache(directory).read('catalog.json')).toBeNull();
  });

  it('B65 goes on when the file cannot be written', async () => {
    const cache = new Cache(join(file, 'below-a-file'));
    writeFileSync(file, 'in the way');

    await cache.write('catalog.json', 'text');

    expect(await cache.read('catalog.json')).toBeNull();
    expect(readdirSync(directory)).toEqual(['catalog.json']);
  });

  it('B65 leaves nothing of a file that cannot take its name', async () => {
    mkdirSync(join(file, 'in-the-way'), { recursive: true });

    await new Cache(directory).write('catalog.json', 'text');

    expect(readdirSync(directory)).toEqual(['catalog.json']);
  });

  it('keeps nothing in a folder of the temporary one that others may enter', async () => {
    await new Cache(null, directory).write('catalog.json', 'text');
    const [own = ''] = readdirSync(directory);
    expect(await new Cache(null, directory).read('catalog.json')).toBe('text');

    chmodSync(join(directory, own), 0o755);

    expect(await new Cache(null, directory).read('catalog.json')).toBeNull();
  });

  (isRoot ? it : it.skip)(
    'B65 ignores a file that somebody else put there',
    async () => {
      const cache = new Cache(directory);
      await cache.write('catalog.json', 'data sets');
      chmodSync(directory, 0o777);
      chownSync(file, 65_534, 65_534);

      expect(await cache.read('catalog.json')).toBeNull();
    }
  );

  it('B29 B65 does not wait for a FIFO that stands in the place of its file', async () => {
    execFileSync('mkfifo', [file]);

    expect(await new Cache(directory).read('catalog.json')).toBeNull();
  });

  it('B65 keeps nothing behind a link that stands in the place of its folder', async () => {
    await new Cache(null, directory).write('catalog.json', 'text');
    const [own = ''] = readdirSync(directory);
    const folder = join(directory, own);
    rmSync(folder, { recursive: true });
    mkdirSync(join(directory, 'elsewhere'), { mode: 0o700 });
    symlinkSync('elsewhere', folder);

    const cache = new Cache(null, directory);
    await cache.write('catalog.json', 'text');

    expect(await cache.read('catalog.json')).toBeNull();
    expect(readdirSync(join(directory, 'elsewhere'))).toEqual([]);
  });

  it.each([
    ['the folder that is given', (path: string) => new Cache(join(path, 'a'))],
    ['one of its own', (path: string) => new Cache(null, path)]
  ])('keeps again when %s was tidied away', async (_, make) => {
    const cache = make(directory);
    await cache.write('catalog.json', 'one');
    for (const name of readdirSync(directory)) {
      rmSync(join(directory, name), { recursive: true });
    }

    expect(await cache.read('catalog.json')).toBeNull();
    await cache.write('catalog.json', 'two');

    expect(await cache.read('catalog.json')).toBe('two');
  });

  it('B40 keeps again once there is a place for its folder', async () => {
    const temporary = join(directory, 'full');
    const cache = new Cache(null, temporary);
    await cache.write('catalog.json', 'one');
    mkdirSync(temporary);

    await cache.write('catalog.json', 'two');

    expect(await cache.read('catalog.json')).toBe('two');
  });

  it('makes no folder only to look into it', async () => {
    for (const cache of [
      new Cache(join(directory, 'a')),
      new Cache(null, directory)
    ]) {
      await cache.read('catalog.json');
      await cache.remove('catalog.json');
    }

    expect(readdirSync(directory)).toEqual([]);
  });

  it('B61 takes away what a killed write left, and nothing that another server is writing', async () => {
    const left = `${file}.0123456789ab`;
    const others = ['catalog.json.mine', 'other.json.0123456789ab'];
    for (const path of [left, ...others.map(name => join(directory, name))]) {
      writeFileSync(path, 'half');
      utimesSync(path, 1_000_000_000, 1_000_000_000);
    }
    writeFileSync(`${file}.ba9876543210`, 'half');

    await new Cache(directory).write('catalog.json', 'whole');

    expect(readdirSync(directory).sort()).toEqual(
      ['catalog.json', 'catalog.json.ba9876543210', ...others].sort()
    );
  });
});
