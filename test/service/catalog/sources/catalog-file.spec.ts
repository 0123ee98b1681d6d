import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalogFile } from '../../../../src/service/catalog/sources/source';

describe('readCatalogFile', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'leap-catalog-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('reads a file', async () => {
    const path = join(directory, 'catalog.json');
    writeFileSync(path, '\ufeff[]');

    expect(await readCatalogFile(path)).toBe('[]');
  });

  it('B56 reads no file of more than 32 MiB', async () => {
    const path = join(directory, 'catalog.json');
    writeFileSync(path, '[]');
    truncateSync(path, (32 << 20) + 1);

    await expect(readCatalogFile(path)).rejects.toMatchObject({
      code: 'too-large'
    });
  });

  it('fails with a sentence where there is none', async () => {
    await expect(
      readCatalogFile(join(directory, 'nothing'))
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(readCatalogFile(directory)).rejects.toMatchObject({
      code: 'bad-request'
    });
    await expect(readCatalogFile('/dev/zero')).rejects.toMatchObject({
      code: 'bad-request'
    });
  });
});
