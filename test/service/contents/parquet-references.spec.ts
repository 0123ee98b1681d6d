import { readFileSync, writeFileSync } from 'node:fs';
import {
  openContents,
  type IOpeners
} from '../../../src/service/contents/open-contents';
import { describerIn } from '../../../src/service/contents/thread/describing';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { looksAt } from '../../support/data-sets/looks-at';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { hasModules } from '../../support/python-code/installed-modules';
import { never } from '../../support/service/never';

const whenInstalled = hasModules('kerchunk') ? describe : describe.skip;

whenInstalled('References in Parquet that Kerchunk wrote', () => {
  const data = dataSets('write_references.py');

  const openers = (): IOpeners => ({
    describe: describerIn(data.threads),
    openOther: url =>
      url === 'gs://elsewhere/sst.nc'
        ? Promise.resolve(
            new MemorySource({ '': readFileSync(data.written.at('sst.nc')) })
          )
        : noOther.openOther(url)
  });
  const target = (
    folder = new DirectorySource(data.written.at('references.parq'))
  ) => ({
    name: 'references.parq',
    folder,
    object: null
  });
  const looks = () => looksAt(target(), openers(), data.threads);
  const query = (name: string) => ({
    place: { url: `gs://test/${name}` },
    variable: 'sst',
    positions: [{ dimension: 'time', index: 3 }]
  });

  it('are the store that they describe', async () => {
    expect(await openContents(target(), openers(), never)).toMatchObject({
      format: 'Kerchunk references in Parquet',
      dimensions: [
        { name: 'time', size: 5 },
        { name: 'lat', size: 40 },
        { name: 'lon', size: 60 }
      ]
    });
  });

  it('are drawn from pieces of the file that they point to', async () => {
    const some = looks();
    const cost = await some.cost(query('references'), never);
    expect(cost).toMatchObject({ chunks: 4, isExact: true });
    const slice = await some.slice(query('references'), never);
    expect(slice.y?.values[0]).toBe(78);
    expectSame(
      rowsOf(slice),
      (data.written.expected as { picture: Picture }).picture
    );
  });

  it('T18 say in a sentence that one of their files is damaged', async () => {
    const bytes = readFileSync(
      data.written.at('references.parq/sst/refs.1.parq')
    );
    writeFileSync(
      data.written.at('references.parq/sst/refs.1.parq'),
      bytes.fill(255, 4, 400)
    );
    await expect(looks().slice(query('damaged'), never)).rejects.toMatchObject({
      code: 'bad-upstream'
    });
  });
});
