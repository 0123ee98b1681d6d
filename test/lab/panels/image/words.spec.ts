import { nullTranslator } from '@jupyterlab/translation';
import { keyPackages } from '../../../../src/lab/panels/image/packages/key-packages';
import {
  meaningOf,
  shortDigest,
  titleOf
} from '../../../../src/lab/panels/image/words';
import { image, NO_IMAGE, packages } from '../../../support/image/answers';

const trans = nullTranslator.load('jupyterlab_leap');

describe('meaningOf', () => {
  it.each([
    ['digest', 'good', /always the same image/],
    ['tag', 'quiet', /A tag can move/],
    ['moving', 'warning', /This tag moves/],
    ['none', 'warning', /No tag: “latest” is assumed/]
  ] as const)('says what %s means', (pinned, level, words) => {
    const meaning = meaningOf(image({ pinned }), trans);

    expect(meaning.level).toBe(level);
    expect(meaning.sentences.join(' ')).toMatch(words);
  });

  it('adds that others cannot pull a private image', () => {
    const { sentences } = meaningOf(image({ availability: 'private' }), trans);

    expect(sentences.join(' ')).toMatch(/A tag can move.*others cannot pull/);
  });

  it('adds that the hub offers a newer one', () => {
    const newer = image({ newerOffered: 'pangeo/pangeo-notebook:2026.09.01' });

    expect(meaningOf(newer, trans).sentences.join(' ')).toMatch(
      /The hub now offers pangeo\/pangeo-notebook:2026\.09\.01\./
    );
  });

  it.each([
    [{}, /This hub offers this image\.$/],
    [
      { spec: 'docker.io/pangeo/x:1' },
      /This hub offers this image as pangeo\/pangeo-/
    ],
    [{ offeredAs: null }, /does not offer it: it starts as a “Custom image”/],
    [{ offeredAs: null, offeredCount: 0 }, /not known here\.$/]
  ])('says which of the offered images %j is', (fields, words) => {
    expect(meaningOf(image(fields), trans).sentences.join(' ')).toMatch(words);
  });

  it('B47 says that the server names no image', () => {
    expect(meaningOf(NO_IMAGE, trans).sentences.join(' ')).toMatch(
      /did not say which image/
    );
    expect(titleOf(NO_IMAGE, trans)).toBe('No image named');
  });

  it('B50 says that a spec could not be read, and why', () => {
    const odd = image({
      spec: '?',
      reference: null,
      pinned: 'unknown',
      problem: 'It is odd.'
    });

    expect(meaningOf(odd, trans).sentences.join(' ')).toMatch(
      /could not be read.*It is odd\./
    );
    expect(titleOf(odd, trans)).toBe('Unknown image');
  });
});

describe('shortDigest', () => {
  it('keeps the algorithm and twelve characters', () => {
    expect(shortDigest(`sha256:0123456789abcdef${'0'.repeat(48)}`)).toBe(
      'sha256:0123456789ab…'
    );
    expect(shortDigest('2026.06.04')).toBe('2026.06.04');
  });
});

describe('keyPackages', () => {
  it('picks the telling packages, also under their names in conda', () => {
    const { packages: installed } = packages([
      'abc 1',
      'dask-core 2026.5',
      'numpy 2.3',
      'pytorch 2.9',
      'xarray 2026.5.0'
    ]);

    expect(keyPackages(installed)).toEqual([
      { name: 'xarray', version: '2026.5.0' },
      { name: 'dask', version: '2026.5' },
      { name: 'numpy', version: '2.3' },
      { name: 'torch', version: '2.9' }
    ]);
  });

  it('shows at most eight', () => {
    const { packages: installed } = packages(
      'xarray zarr dask numpy pandas torch tensorflow jax icechunk scipy'
        .split(' ')
        .map(name => `${name} 1`)
    );

    expect(keyPackages(installed)).toHaveLength(8);
  });

  it('shows the version in the home, which Python imports first', () => {
    const { packages: installed } = packages(['xarray 1']);
    const mine = {
      name: 'Xarray',
      version: '2',
      source: 'pip',
      inHome: true,
      installedAt: null
    } as const;

    expect(keyPackages([...installed, mine])).toEqual([
      { name: 'xarray', version: '2' }
    ]);
    expect(keyPackages([mine, ...installed])).toEqual([
      { name: 'xarray', version: '2' }
    ]);
  });
});
