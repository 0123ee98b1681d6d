import fc from 'fast-check';
import {
  keptOf,
  readKept
} from '../../../../../src/lab/panels/image/notebooks/kept';
import { image, NO_IMAGE } from '../../../../support/image/answers';

describe('keptOf', () => {
  it('comes back from the metadata as it went in', () => {
    const kept = keptOf(image());

    expect(kept).not.toBeNull();
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('leaves out what is not known', () => {
    expect(keptOf(image({ startedAt: null, pythonVersion: null }))).toEqual({
      image: 'pangeo/pangeo-notebook:2026.06.04'
    });
    expect(keptOf(NO_IMAGE)).toBeNull();
  });
});

describe('readKept', () => {
  it.each([
    [undefined],
    [null],
    [[]],
    ['pangeo/x:1'],
    [{}],
    [{ image: 7 }],
    [{ image: '' }],
    [{ image: '-rf' }],
    [{ image: 'a b:1' }],
    [{ image: 'x:1\nRUN evil' }],
    [{ image: '\u202ex:1' }],
    [{ image: '<img src=x onerror=alert(1)>:1' }],
    [{ image: `x:${'1'.repeat(2000)}` }],
    [JSON.parse('{"__proto__": {"image": "x:1"}}')]
  ])('B50 takes %j for nothing', metadata => {
    expect(readKept(metadata)).toBeNull();
  });

  it('keeps the image when what stands beside it is damaged', () => {
    expect(
      readKept({
        image: 'pangeo/x:1',
        digest: 'sha256:zz',
        serverStartedAt: 'yesterday',
        python: ['3.12'],
        more: 1
      })
    ).toEqual({ image: 'pangeo/x:1' });
  });

  it('takes any JSON without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const kept = readKept({ image: value, digest: value, python: value });
        return kept === null || typeof kept.image === 'string';
      })
    );
  });
});
