import { parseImageSpec } from '../../../src/service/image/reference';
import { availabilityOf } from '../../../src/service/image/registry';

const CONFIG = {
  privateRegistries: [
    'us-docker.pkg.dev/',
    'quay.io/ours',
    'Registry.Example.org'
  ],
  imagesOffered: [
    'pangeo/ml-notebook:2026.06.04',
    'quay.io/2i2c/leap-edu-image:1',
    '?!'
  ]
};

describe('availabilityOf', () => {
  it.each([
    ['us-docker.pkg.dev/two-eye-two-see/leap/i:1', 'private'],
    ['quay.io/ours/i:1', 'private'],
    ['registry.example.org/i:1', 'private'],
    ['quay.io/ourselves/i:1', 'unknown'],
    ['us-docker.pkg.dev.example.org/i:1', 'unknown'],
    ['localhost:5000/x', 'unknown'],
    ['docker.io/pangeo/ml-notebook:2023.05.08', 'public'],
    ['quay.io/pangeo/forge:1', 'public'],
    ['quay.io/2i2c/leap-edu-image:2', 'public'],
    ['quay.io/2i2c/other:2', 'unknown']
  ])('says of %s: %s', (spec, availability) => {
    expect(availabilityOf(parseImageSpec(spec), CONFIG)).toBe(availability);
  });

  it('says nothing of a spec that was not read', () => {
    expect(availabilityOf(null, CONFIG)).toBe('unknown');
  });
});
