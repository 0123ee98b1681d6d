import type { InstalledPackage } from '../../../src/contract';
import {
  addedSince,
  versionsOf,
  type IBaseline
} from '../../../src/service/image/added';

const START = new Date('2026-11-23T09:12:00Z');
const BEFORE = '2026-06-04T00:00:00.000Z';
const AFTER = '2026-11-23T10:00:00.000Z';

function installed(
  name: string,
  version: string,
  installedAt: string | null = AFTER,
  fields: Partial<InstalledPackage> = {}
): InstalledPackage {
  return {
    name,
    version,
    source: 'pip',
    inHome: false,
    installedAt,
    ...fields
  };
}

function baseline(
  kind: IBaseline['kind'],
  ...packages: [string, string][]
): IBaseline {
  return {
    kind,
    versions: versionsOf(packages.map(([name, version]) => ({ name, version })))
  };
}

function added(
  packages: InstalledPackage[],
  base: IBaseline
): (string | null)[][] {
  return addedSince(packages, base, START).map(each => [
    each.name,
    each.version,
    each.before
  ]);
}

describe('addedSince', () => {
  const list = baseline(
    'list',
    ['xarray', '2026.5.0'],
    ['typing-extensions', '4.12.2'],
    ['typing_extensions', '4.12.2']
  );

  it('lists what is new and what has another version than the image', () => {
    expect(
      added(
        [installed('cmocean', '4.1'), installed('xarray', '2026.6.0')],
        list
      )
    ).toEqual([
      ['cmocean', '4.1', null],
      ['xarray', '2026.6.0', '2026.5.0']
    ]);
  });

  it('spares what was installed again in the image’s own version, however it is spelled', () => {
    expect(
      added(
        [
          installed('xarray', '2026.5.0'),
          installed('Typing.Extensions', '4.12.2')
        ],
        list
      )
    ).toEqual([]);
  });

  it('spares what the image installed with pip, which no list names', () => {
    expect(added([installed('torch', '2.9', BEFORE)], list)).toEqual([]);
    expect(added([installed('torch', '2.9', null)], list)).toEqual([]);
  });

  it('spares what lies in the home and stays', () => {
    expect(
      added([installed('mine', '1', AFTER, { inHome: true })], list)
    ).toEqual([]);
  });

  it('lists a difference from a snapshot whatever its record’s time', () => {
    const snapshot = baseline('snapshot', ['a', '1'], ['b', '1']);

    expect(
      added(
        [
          installed('a', '1', BEFORE),
          installed('b', '2', BEFORE),
          installed('c', '1', null)
        ],
        snapshot
      )
    ).toEqual([
      ['b', '2', '1'],
      ['c', '1', null]
    ]);
  });

  it('lists what was installed before the snapshot was taken, too', () => {
    expect(
      added([installed('a', '1')], baseline('snapshot', ['a', '1']))
    ).toEqual([['a', '1', null]]);
  });
});
