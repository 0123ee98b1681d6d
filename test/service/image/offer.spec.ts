import { offerOf } from '../../../src/service/image/offer';
import { parseImageSpec } from '../../../src/service/image/reference';

const OFFERED = [
  'pangeo/pangeo-notebook:2026.06.04',
  'quay.io/2i2c/leap-edu-image:278370f204a2',
  'not an image'
];

function offer(spec: string): ReturnType<typeof offerOf> {
  return offerOf(parseImageSpec(spec), OFFERED);
}

describe('offerOf', () => {
  it.each([
    'pangeo/pangeo-notebook:2026.06.04',
    'docker.io/pangeo/pangeo-notebook:2026.06.04',
    `pangeo/pangeo-notebook:2026.06.04@sha256:${'a'.repeat(64)}`
  ])('says which of the offered images %s is', spec => {
    expect(offer(spec)).toEqual({
      offeredAs: 'pangeo/pangeo-notebook:2026.06.04',
      offeredCount: 3,
      newerOffered: null
    });
  });

  it('takes another digest for another image', () => {
    const digest = (hex: string): string =>
      `pangeo/pangeo-notebook:1@sha256:${hex.repeat(64)}`;

    expect(
      offerOf(parseImageSpec(digest('a')), [digest('b')]).offeredAs
    ).toBeNull();
    expect(
      offerOf(parseImageSpec(digest('a')), [digest('a')]).offeredAs
    ).not.toBeNull();
  });

  it('names the newest of several, in whatever order they are offered', () => {
    const tags = ['2024.01.01', '2026.06.04', '2025.12.31'];
    const offers = tags.map(tag => `pangeo/pangeo-notebook:${tag}`);

    expect(
      offerOf(parseImageSpec('pangeo/pangeo-notebook:2023.05.08'), offers)
        .newerOffered
    ).toBe('pangeo/pangeo-notebook:2026.06.04');
  });

  it('names the newer one that the hub offers', () => {
    expect(offer('pangeo/pangeo-notebook:2023.05.08')).toMatchObject({
      offeredAs: null,
      newerOffered: 'pangeo/pangeo-notebook:2026.06.04'
    });
    expect(offer('quay.io/2i2c/leap-edu-image:111111111111').newerOffered).toBe(
      'quay.io/2i2c/leap-edu-image:278370f204a2'
    );
  });

  it.each([
    'pangeo/pangeo-notebook:2026.10.01',
    'pangeo/pangeo-notebook:2026.6.4',
    'pangeo/pangeo-notebook',
    'pangeo/ml-notebook:2023.05.08',
    'quay.io/pangeo/pangeo-notebook:2023.05.08'
  ])('names none for %s', spec => {
    expect(offer(spec)).toMatchObject({ offeredAs: null, newerOffered: null });
  });

  it('says nothing of a spec that was not read', () => {
    expect(offerOf(null, OFFERED)).toEqual({
      offeredAs: null,
      offeredCount: 3,
      newerOffered: null
    });
  });
});
