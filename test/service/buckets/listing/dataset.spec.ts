import {
  recognise,
  recogniseDeeper
} from '../../../../src/service/buckets/listing/dataset';

const look = (prefixes: string[], objects: string[], complete = true) =>
  recognise({ prefixes, objects, complete });
const is = (dataset: string) => ({ kind: 'dataset', dataset });

describe('recognise', () => {
  it.each([
    ['a group of Zarr 2', ['time/'], ['.zattrs', '.zgroup'], 'zarr2'],
    ['an array of Zarr 2', [], ['.zarray', '0.0'], 'zarr2'],
    ['a group of Zarr 3', ['sst/'], ['zarr.json'], 'zarr3'],
    [
      'an Icechunk repository',
      ['chunks/', 'manifests/', 'refs/', 'snapshots/', 'transactions/'],
      ['config.yaml'],
      'icechunk'
    ],
    [
      'an Icechunk repository of version 2',
      ['manifests/', 'snapshots/'],
      ['repo'],
      'icechunk'
    ]
  ])('tells %s', (_, prefixes, objects, kind) => {
    expect(look(prefixes, objects)).toEqual(is(kind));
  });

  it.each([
    ['files', ['a/'], ['a.nc', 'readme.md']],
    ['nothing', [], []],
    ['a name that ends in .zarr alone', ['store.zarr/'], []],
    ['Parquet beside other files', [], ['a.parquet', 'notes.md']],
    ['a folder of snapshots', ['snapshots/'], []]
  ])('does not take %s for a data set', (_, prefixes, objects) => {
    expect(look(prefixes, objects)).toEqual({ kind: 'ordinary' });
  });

  it('looks for zarr.json where the first keys are not all', () => {
    expect(look(['c/'], ['a'], false)).toMatchObject({
      kind: 'look-for',
      object: 'zarr.json'
    });
  });

  it.each([
    ['files of Parquet', [], ['part-0.parquet', '_SUCCESS']],
    ['partitions', ['year=2020/', 'year=2021/'], []],
    ['consolidated metadata without a group', ['sst/'], ['.zmetadata']]
  ])('looks deeper into %s', (_, prefixes, objects) => {
    expect(look(prefixes, objects)).toEqual({ kind: 'look-deeper' });
  });
});

describe('recogniseDeeper', () => {
  it.each([
    [['year=2020/part-0.parquet', 'year=2021/_SUCCESS'], 'parquet'],
    [['.zmetadata', 'sst/refs.0.parq'], 'kerchunk'],
    [['.zmetadata', 'sst/0.0'], 'zarr2'],
    [['year=2020/a.csv'], null],
    [['_SUCCESS'], null],
    [[], null]
  ])('of %j is %s', (names, kind) => {
    expect(recogniseDeeper(names)).toBe(kind);
  });
});
