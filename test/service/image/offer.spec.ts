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
    'docker.io/pangeo/pangeo-notebook:2026.06.04'
  ])('knows %s among the offered images', spec => {
    expect(offer(spec)).toEqual({ isOffered: true, newerOffered: null });
  });

  it('names the newer one that the hub offers', () => {
    expect(offer('pangeo/pangeo-notebook:2023.05.08')).toEqual({
      isOffered: false,
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
    expect(offer(spec)).toEqual({ isOffered: false, newerOffered: null });
  });

  it('says nothing of a spec that was not read', () => {
    expect(offerOf(null, OFFERED)).toEqual({
      isOffered: false,
      newerOffered: null
    });
  });
});
