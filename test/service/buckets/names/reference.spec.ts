import fc from 'fast-check';
import { LeapError } from '../../../../src/contract';
import {
  parseReference,
  splitReference
} from '../../../../src/service/buckets/names/reference';

const named = (name: string) => ({ bucket: 'leap-scratch', name });

describe('parseReference', () => {
  it.each([
    ['B01 a path upwards', '../x'],
    ['B02 a path upwards in the middle', 'a/../../x'],
    ['B03 dots as parts', './.././x'],
    ['B04 an empty part', 'a//b'],
    ['B05 a leading slash', '/x'],
    ['B06 a trailing slash', 'a/b/'],
    ['B07 an object', 'a'],
    ['B08 percent signs, which are not decoded', '%2e%2e%2f%252e%00%2F'],
    ['B09 a NUL', 'a\u0000b'],
    ['B11 control characters', 'a\tb\u001b[31m\u007f\u009f'],
    ['B12 bidirectional and invisible marks', '\u202ea\u200b\ufeffb'],
    ['B13 a composed letter', '\u00e9'],
    ['B13 a letter with a combining mark', 'e\u0301'],
    ['B15 1,024 bytes of four-byte characters', '🌊'.repeat(256)],
    ['B16 a part of 300 bytes', `${'x'.repeat(300)}/y`],
    ['B17 signs that shells and globs know', '#?*[] +&\'"`$(x) -rf ~ CON. '],
    ['B18 a well-known name', '.well-known/acme-challenge/x'],
    ['B19 markup', '<img onerror>"><svg onload>{{7*7}}${x}</script>'],
    ['B20 a query and a fragment', 'a?b#c'],
    ['B22 a sibling of an own folder', 'anna/x'],
    ['B23 names that would collide on a disk', 'a:b'],
    ['a name of the language', '__proto__']
  ])('takes %s as it stands', (_, name) => {
    expect(parseReference(`gs://leap-scratch/${name}`)).toEqual(named(name));
  });

  it('keeps every name that Google Storage can hold, letter for letter', () => {
    const name = fc
      .string({ unit: 'binary', maxLength: 200 })
      .filter(text => !/[\r\n]/.test(text) && Buffer.byteLength(text) <= 1024);
    fc.assert(
      fc.property(name, text => {
        expect(parseReference(`gs://leap-scratch/${text}`).name).toBe(text);
      })
    );
  });

  it.each([
    ['B20', 'gs://leap-scratch', ''],
    ['B20', 'gs://leap-scratch/', ''],
    ['B20', 'GS://leap-scratch/x', 'x'],
    ['B20', 'gs://leap-scratch//x', '/x'],
    ['B20', 'gcs://leap-scratch/x', 'x'],
    ['B20', '"gs://leap-scratch/x "', 'x '],
    ['B20', "'gs://leap-scratch/x'\n", 'x'],
    ['B20', '\n gs://leap-scratch/x\r\n', 'x'],
    ['B20', 'https://storage.googleapis.com/leap-scratch/a%20b/c', 'a b/c'],
    ['B20', 'https://leap-scratch.storage.googleapis.com/a/b', 'a/b'],
    ['B20', 'https://storage.cloud.google.com/leap-scratch/a?authuser=0', 'a'],
    [
      'B20',
      'https://storage.googleapis.com/storage/v1/b/leap-scratch/o/a%2Fb?alt=media',
      'a/b'
    ],
    [
      'B20',
      'https://www.googleapis.com/storage/v1/b/leap-scratch/o/a%2Fb',
      'a/b'
    ],
    ['B20', 'https://commondatastorage.googleapis.com/leap-scratch/a/b', 'a/b'],
    ['B20', 'https://leap-scratch.commondatastorage.googleapis.com/a/b', 'a/b'],
    [
      'B20',
      'https://00e9e64bac7aff4d-apidata.googleusercontent.com/download/storage/v1/b/leap-scratch/o/a%2Fb.nc?jk=AbC&isca=1',
      'a/b.nc'
    ],
    [
      'B20',
      'https://storage.googleapis.com/download/storage/v1/b/leap-scratch/o/a%2Fb.nc?generation=17&alt=media',
      'a/b.nc'
    ],
    [
      'B20',
      'https://console.developers.google.com/storage/browser/leap-scratch/a/',
      'a/'
    ],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/leap-scratch/;tab=objects?authuser=1',
      ''
    ],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/leap-scratch/a%3Bb/c%2Bd;tab=objects',
      'a;b/c+d/'
    ],
    ['B20', 'https://storage.googleapis.com/leap-scratch/a/b ', 'a/b'],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/leap-scratch/a%20b?project=x&prefix=&forceOnObjectsSortingFiltering=false',
      'a b/'
    ],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/leap-scratch;tab=objects?prefix=',
      ''
    ],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/leap-scratch/p;tab=objects?project=x',
      'p/'
    ],
    [
      'B20',
      'https://console.cloud.google.com/storage/browser/_details/leap-scratch/p/o.nc;tab=live_object',
      'p/o.nc'
    ],
    [
      'B08 decodes an address once',
      'https://storage.googleapis.com/leap-scratch/%252e',
      '%2e'
    ],
    [
      'B08 leaves alone what is no encoding',
      'https://storage.googleapis.com/leap-scratch/100%.nc',
      '100%.nc'
    ],
    [
      'B01 does not fold an address',
      'https://storage.googleapis.com/leap-scratch/a/../b',
      'a/../b'
    ]
  ])('%s reads %j', (_, text, name) => {
    expect(parseReference(text)).toEqual(named(name));
  });

  it.each([
    ['B20 no bucket', 'gs:///x', /bucket is missing/],
    ['B20 one slash', 'gs:/b/x', /two slashes/],
    ['B20 a port', 'gs://bucket:80/x', /No bucket can have this name/],
    ['B20 a user', 'gs://u@bucket/x', /No bucket can have this name/],
    ['B21 upper case', 'GS://Bucket/x', /gs:\/\/bucket\//],
    ['B21 two characters', 'gs://ab/x', /No bucket/],
    ['B21 64 characters without a dot', `gs://${'a'.repeat(64)}/`, /No bucket/],
    ['B21 an address', 'gs://192.168.0.1/x', /No bucket/],
    ['B21 a name of Google', 'gs://google-data/x', /No bucket/],
    ['B21 dots in a row', 'gs://a..b/x', /No bucket/],
    ['B10 a line break', 'gs://bucket/a\nb', /line break/],
    ['B14 half a character', 'gs://bucket/a\ud800', /half of a character/],
    ['B15 1,025 bytes', `gs://bucket/${'x'.repeat(1025)}`, /1,024 bytes/],
    ['another host', 'https://evil.com/bucket/x', /not one of Google/],
    [
      'a host that begins rightly',
      'https://storage.googleapis.com.evil.com/b/x',
      /not one of Google/
    ],
    [
      'a host that ends rightly',
      'https://evil.com/x-apidata.googleusercontent.com/b/x',
      /not one of Google/
    ],
    [
      'a user before another host',
      'https://storage.googleapis.com@evil.com/bucket/x',
      /not one of Google/
    ],
    [
      'a console page without a bucket',
      'https://console.cloud.google.com/storage/browser',
      /does not name a bucket/
    ],
    ['no reference at all', 'leap-scratch/x', /Write the place as gs:/],
    ['nothing', '', /Write the place as gs:/]
  ])('refuses %s with a sentence', (_, text, sentence) => {
    let failure: unknown;
    try {
      parseReference(text);
    } catch (reason) {
      failure = reason;
    }
    expect(failure).toBeInstanceOf(LeapError);
    expect(failure).toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(sentence) as string
    });
  });

  it.each([
    'a_b.c-d',
    '3bs',
    'x'.repeat(63),
    `${'x'.repeat(60)}.`.repeat(3) + 'abc'
  ])('B21 takes the bucket %s', bucket => {
    expect(parseReference(`gs://${bucket}/x`).bucket).toBe(bucket);
  });
});

describe('splitReference', () => {
  it.each([
    ['', '', null],
    ['a/', 'a/', null],
    ['a', '', 'a'],
    ['a/b', 'a/', 'b'],
    ['/x', '/', 'x'],
    ['a//', 'a//', null]
  ])('splits %j', (name, prefix, object) => {
    expect(splitReference(named(name))).toEqual({ prefix, object });
  });

  it('B03 takes dots for a folder, since no object can have that name', () => {
    expect(splitReference(named('..'))).toEqual({
      prefix: '../',
      object: null
    });
    expect(splitReference(named('.'))).toEqual({ prefix: './', object: null });
  });
});
