import { readFileSync } from 'node:fs';
import {
  openArrays,
  openContents,
  type IOpeners
} from '../../../src/service/contents/open-contents';
import { dataSets } from '../../support/data-sets/data-sets';
import { looksAt } from '../../support/data-sets/looks-at';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
import {
  expectSame,
  rowsOf,
  type Picture
} from '../../support/data-sets/pictures';
import { never } from '../../support/service/never';

interface IExpected {
  readonly picture: Picture;
}

describe('Kerchunk references', () => {
  const data = dataSets('write_files.py');
  const expected = (): IExpected => data.written.expected as IExpected;
  const bytes = (name: string): Buffer => readFileSync(data.written.at(name));

  const elsewhere: IOpeners = {
    ...noOther,
    openOther: url =>
      url === 'gs://elsewhere/sst.nc'
        ? Promise.resolve(new MemorySource({ '': bytes('sst.nc') }))
        : Promise.reject(new Error(url))
  };

  const target = (name: string, content: string | Uint8Array) => ({
    name,
    folder: null,
    object: new MemorySource({ '': content })
  });

  it('are the store that they describe', async () => {
    const contents = await openContents(
      target('sst.json', bytes('sst.json')),
      elsewhere,
      never
    );
    expect(contents).toMatchObject({
      kind: 'arrays',
      format: 'Kerchunk references, Zarr format 2',
      variables: [
        {
          path: 'sst',
          dimensions: ['time', 'lat', 'lon'],
          shape: [5, 90, 180],
          dtype: 'int16',
          units: 'degree_Celsius',
          noLook: null
        }
      ]
    });
  });

  it('are drawn from pieces of the file that they point to', async () => {
    const looks = looksAt(
      target('sst.json', bytes('sst.json')),
      elsewhere,
      data.threads
    );
    const query = {
      place: { url: 'gs://test/sst.json' },
      variable: 'sst',
      positions: [{ dimension: 'time', index: 3 }]
    };
    const cost = await looks.cost(query, never);
    const slice = await looks.slice(query, never);
    expect(cost).toMatchObject({ chunks: 1, isExact: true });
    expect(slice.bytesRead).toBe(cost.bytes);
    expectSame(rowsOf(slice), expected().picture);
  });

  const made = (refs: object, rest: object = {}) =>
    openArrays(
      target(
        'x.json',
        JSON.stringify({
          version: 1,
          ...rest,
          refs: { '.zgroup': '{"zarr_format":2}', ...refs }
        })
      ),
      elsewhere,
      never
    );

  it.each([
    ['a piece of negative length', ['gs://elsewhere/sst.nc', 0, -5]],
    ['a piece beyond all numbers', ['gs://elsewhere/sst.nc', 1e300, 5]],
    ['an address that is none', [7, 0, 5]],
    ['a template that nobody gave', ['{{secret}}/x', 0, 5]]
  ])('T19 refuse %s when it is read', async (_, reference) => {
    const opened = await made({ 'x/0': reference });
    await expect(opened?.source.read('x/0', 1000, never)).rejects.toMatchObject(
      { code: 'bad-upstream' }
    );
  });

  it('fill templates in, and run no program', async () => {
    const opened = await made(
      { 'x/0': ['{{ u }}/sst.nc', 1, 3], 'x/1': 'base64:aGk=' },
      { templates: { u: 'gs://elsewhere' } }
    );
    const read = async (key: string) =>
      Buffer.from(
        (await opened?.source.read(key, 100, never)) ?? []
      ).toString();
    expect(await read('x/0')).toBe('HDF');
    expect(await read('x/1')).toBe('hi');
    await expect(made({}, { gen: [{ key: 'x' }] })).rejects.toMatchObject({
      code: 'bad-upstream'
    });
  });
});
