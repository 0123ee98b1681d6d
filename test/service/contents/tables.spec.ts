import { readFileSync } from 'node:fs';
import { LeapError, type TableContents } from '../../../src/contract';
import { openContents } from '../../../src/service/contents/open-contents';
import { damagedCopies } from '../../support/data-sets/damaged';
import { dataSets } from '../../support/data-sets/data-sets';
import { DirectorySource } from '../../support/data-sets/directory-source';
import { fileTarget } from '../../support/data-sets/file-target';
import { MemorySource } from '../../support/data-sets/memory-source';
import { noOther } from '../../support/data-sets/no-other';
import { never } from '../../support/service/never';

interface IExpected {
  readonly large: readonly (readonly number[])[];
  readonly buoys: readonly (readonly unknown[])[];
}

describe('Tables that pyarrow wrote', () => {
  const data = dataSets('write_tables.py');

  const expected = (): IExpected => data.written.expected as IExpected;
  const look = async (name: string, source?: DirectorySource) =>
    (await openContents(
      fileTarget(name, source ?? new DirectorySource(data.written.folder)),
      data.openers,
      never
    )) as TableContents;
  const lookInto = async (folder: string) =>
    (await openContents(
      {
        name: folder,
        folder: new DirectorySource(data.written.at(folder)),
        object: null
      },
      data.openers,
      never
    )) as TableContents;

  it.each(['none', 'snappy', 'gzip', 'brotli', 'zstd'])(
    'shows the first rows of a file packed with %s',
    async codec => {
      const { rows, notes } = await look(`${codec}.parquet`);
      expect(notes).toEqual([]);
      const at = '2024-03-01 12:30:00';
      expect(rows).toEqual([
        [
          'a',
          '1',
          '1.5',
          '2024-03-01',
          at,
          'true',
          '1',
          '2',
          '[x, y]',
          '2 bytes',
          '',
          '1'
        ],
        [
          '',
          '2',
          '',
          '1969-12-31',
          at,
          'false',
          '1',
          '2',
          '[]',
          '0 bytes',
          '',
          '2'
        ],
        [
          '<b>é</b>',
          '1152921504606846976',
          'NaN',
          '',
          at,
          '',
          '1',
          '2',
          '',
          '',
          '',
          '3'
        ]
      ]);
    }
  );

  it('shows the schema, and says so, where values cannot be unpacked', async () => {
    const { rows, columnCount, notes } = await look('lz4.parquet');
    expect(rows).toEqual([]);
    expect(columnCount).toBe(12);
    expect(notes).toEqual([
      expect.stringContaining('11 columns are not shown')
    ]);
  });

  it('reads a page of each column of a large file, and no more', async () => {
    const source = new DirectorySource(data.written.folder);
    const { rows, rowCount } = await look('large.parquet', source);
    expect(rowCount).toBe(200_000);
    expect(rows.map(row => row.map(Number))).toEqual(expected().large);
    expect(source.bytesRead).toBeLessThan(9 << 20);
  });

  it('leaves out what would be too much to read, and says so', async () => {
    const source = new DirectorySource(data.written.folder);
    const { rows, notes } = await look('texts.parquet', source);
    expect(rows).toEqual([
      ['1', '…'],
      ['2', '…']
    ]);
    expect(notes).toEqual([expect.stringContaining('one column')]);
    expect(source.bytesRead).toBeLessThan(9 << 20);
  });

  it('opens one file of a partitioned folder, and says how it is parted', async () => {
    const table = await lookInto('buoys.parquet');
    expect(table).toMatchObject({
      format: 'Parquet, 24 files, the first of them shown',
      rowCount: null,
      notes: []
    });
    expect(table.columns.slice(-2)).toEqual([
      { name: 'year', type: 'partition', isNullable: false },
      { name: 'month', type: 'partition', isNullable: false }
    ]);
    expect(table.attributes.slice(0, 3)).toEqual([
      { name: 'partitioned by year', value: '2023, 2024' },
      { name: 'partitioned by month', value: '1, 10, 11, 12, 2, 3, 4, 5, …' },
      { name: 'file that is shown', value: 'year=2023/month=1/part-0.parquet' }
    ]);
    expect(table.rows).toEqual(
      expected().buoys.map(row => [...row.map(String), '2023', '1'])
    );
  });

  it('takes no folder of other things for a table', async () => {
    const table = await lookInto('');
    expect(table).toMatchObject({ kind: 'table' });
    const mixed = new MemorySource({ 'a.parquet': 'PAR1' });
    mixed.list = () =>
      Promise.resolve({
        folders: [],
        keys: ['a.parquet', 'notes.txt'],
        isComplete: true
      });
    expect(
      await openContents(
        { name: 'x', folder: mixed, object: null },
        noOther,
        never
      )
    ).toMatchObject({ kind: 'unknown' });
  });

  it('T18 says in a sentence what is wrong with a damaged file', async () => {
    const bytes = readFileSync(data.written.at('snappy.parquet'));
    const outcomes = new Set<string>();
    for (const damaged of damagedCopies(bytes, {
      head: bytes.length,
      copies: 120
    })) {
      const object = new MemorySource({ '': damaged });
      const target = { name: 'x.parquet', folder: null, object };
      try {
        outcomes.add((await openContents(target, data.openers, never)).kind);
      } catch (reason) {
        expect(reason).toBeInstanceOf(LeapError);
        outcomes.add((reason as LeapError).code);
      }
    }
    expect(outcomes).toContain('table');
    expect(outcomes).toContain('bad-upstream');
    expect(outcomes).not.toContain('internal');
  });
});
