import type { ArrayContents, Slice, Variable } from '../../../../src/contract';
import { readTimes } from '../../../../src/service/catalog/enrichment/times';
import { never } from '../../../support/service/never';

const AXIS: Variable = {
  path: 'time',
  dimensions: ['time'],
  shape: [480],
  dtype: 'int64',
  chunks: [480],
  chunkCount: 1,
  bytes: 3840,
  packing: '',
  units: 'days since 1981-01-01',
  longName: null,
  standardName: null,
  fillValue: null,
  attributes: [],
  isCoordinate: true,
  noLook: null
};

/** What is told of a store whose time axis is drawn with these words. */
async function times(texts: string[] | null, axis: Partial<Variable> = {}) {
  const asked: string[] = [];
  const contents = { variables: [{ ...AXIS, ...axis }] };
  const told = await readTimes(
    'https://data.test/a.zarr',
    contents as unknown as ArrayContents,
    query => {
      asked.push(query.variable);
      return Promise.resolve({
        width: texts?.length ?? 1,
        x: { name: 'time', units: null, values: [], texts }
      } as unknown as Slice);
    },
    never
  );
  return { told, asked };
}

describe('readTimes', () => {
  it('gives both ends and the step', async () => {
    const { told } = await times(['1981-01-01', '1981-01-02', '1981-01-03'], {
      shape: [3]
    });

    expect(told).toEqual({
      first: '1981-01-01',
      last: '1981-01-03',
      stepMs: 86_400_000
    });
  });

  it('knows that a long axis is drawn in fewer cells', async () => {
    const { told } = await times(['2000-01-01 12:00', '2000-01-02 12:00'], {
      shape: [48]
    });

    expect(told?.stepMs).toBe(3_600_000);
  });

  it.each([
    ['no time', { units: 'm' }],
    ['too long', { shape: [1_000_000] }],
    ['too scattered', { chunkCount: 100 }],
    ['packed in a way that is not known', { noLook: 'No.' }],
    ['along another dimension', { dimensions: ['step'] }]
  ])('does not read what is %s', async (_, axis) => {
    expect(await times(['2000-01-01'], axis)).toEqual({
      told: null,
      asked: []
    });
  });

  it('says nothing of a day that is none', async () => {
    expect((await times(['2000-02-30'])).told).toBeNull();
    expect((await times(null)).told).toBeNull();
  });
});
