import fc from 'fast-check';
import {
  crumbsOf,
  firstFolder,
  gsPath,
  isReference,
  parentOf
} from '../../../../../src/lab/panels/buckets/folder/folder';
import {
  PERSISTENT,
  READ_ONLY,
  SCRATCH
} from '../../../../support/buckets/answers';

const folder = (prefix: string) => ({ bucket: 'leap-scratch', prefix });

describe('crumbsOf', () => {
  it('names each step of the way', () => {
    expect(crumbsOf(folder('ann/data/')).map(({ name }) => name)).toEqual([
      'leap-scratch',
      'ann',
      'data'
    ]);
  });

  it.each([
    ['B04', 'a//', ['a', '']],
    ['B05', '/x/', ['', 'x']],
    ['B03', '../', ['..']]
  ])('%s keeps every part of %j', (_, prefix, parts) => {
    const crumbs = crumbsOf(folder(prefix));
    expect(crumbs.slice(1).map(({ name }) => name)).toEqual(parts);
    expect(crumbs.at(-1)?.folder.prefix).toBe(prefix);
  });
});

describe('parentOf', () => {
  it('leads up to the bucket, one step at a time, whatever the names are', () => {
    const name = fc.string({ unit: 'binary' }).map(text => `${text}/`);
    fc.assert(
      fc.property(name, prefix => {
        const above = parentOf(folder(prefix));
        expect(gsPath(above?.folder ?? folder(''), above?.name)).toBe(
          gsPath(folder(prefix))
        );
      })
    );
    expect(parentOf(folder(''))).toBeNull();
  });
});

describe('firstFolder', () => {
  it('begins in the first own folder, else in the first bucket', () => {
    expect(firstFolder([READ_ONLY, PERSISTENT, SCRATCH])).toEqual({
      bucket: 'leap-persistent',
      prefix: 'ann/'
    });
    expect(firstFolder([READ_ONLY])).toEqual({
      bucket: 'leap-persistent-ro',
      prefix: ''
    });
    expect(firstFolder([])).toBeNull();
  });
});

describe('isReference', () => {
  it.each(['gs://b', 'GS://B/x', 'gcs://b', ' "gs://b/x"', 'https://x'])(
    'takes %j for a place',
    text => {
      expect(isReference(text)).toBe(true);
    }
  );

  it.each(['gs', 'sst', 'gsomething', 'a/gs://'])(
    'takes %j for a filter',
    text => {
      expect(isReference(text)).toBe(false);
    }
  );
});
