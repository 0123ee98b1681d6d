import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../src/service/cache';

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

  it('B65 goes on when the file cannot be written', async () => {
    const cache = new Cache(join(file, 'below-a-file'));
    writeFileSync(file, 'in the way');

    await cache.write('catalog.json', 'text');

    expect(await cache.read('catalog.json')).toBeNull();
    expect(readdirSync(directory)).toEqual(['catalog.json']);
  });

  it('keeps nothing in a folder of the temporary one that others may enter', async () => {
    await new Cache(null, directory).write('catalog.json', 'text');
    const [own = ''] = readdirSync(directory);
    expect(await new Cache(null, directory).read('catalog.json')).toBe('text');

    chmodSync(join(directory, own), 0o755);

    expect(await new Cache(null, directory).read('catalog.json')).toBeNull();
  });
});
