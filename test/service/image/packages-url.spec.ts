import { packagesUrlOf } from '../../../src/service/image/packages-url';
import { parseImageSpec } from '../../../src/service/image/reference';

const TEMPLATE =
  'https://raw.githubusercontent.com/pangeo-data/pangeo-docker-images/{tag}/{name}/packages.txt';

function address(
  spec: string,
  template: string | null = TEMPLATE
): string | null {
  return packagesUrlOf(parseImageSpec(spec), template);
}

describe('packagesUrlOf', () => {
  it.each([
    'pangeo/ml-notebook:2026.06.04',
    'quay.io/pangeo/ml-notebook:2026.06.04',
    'docker.io/pangeo/ml-notebook:2026.06.04'
  ])('gives the list of %s', spec => {
    expect(address(spec)).toBe(
      'https://raw.githubusercontent.com/pangeo-data/pangeo-docker-images/2026.06.04/ml-notebook/packages.txt'
    );
  });

  it.each([
    ['another organisation', 'quay.io/2i2c/leap-edu-image:278370f204a2'],
    ['another registry', 'ghcr.io/pangeo/ml-notebook:2026.06.04'],
    ['a nested organisation', 'quay.io/pangeo/forge/runner:2026.06.04'],
    ['no tag', 'pangeo/pangeo-notebook'],
    ['a tag that moves', 'pangeo/pangeo-notebook:latest'],
    ['a digest alone', `pangeo/pangeo-notebook@sha256:${'a'.repeat(64)}`]
  ])('gives none for %s', (_kind, spec) => {
    expect(address(spec)).toBeNull();
  });

  it('gives none when nothing is configured or the spec was not read', () => {
    expect(address('pangeo/pangeo-notebook:2026.06.04', null)).toBeNull();
    expect(packagesUrlOf(null, TEMPLATE)).toBeNull();
  });

  it("takes an operator's own template for any image", () => {
    expect(
      address(
        'ghcr.io/a/b/c:v1',
        'https://lists.example.org/{repository}?tag={tag}'
      )
    ).toBe('https://lists.example.org/a/b/c?tag=v1');
  });

  it.each([
    'javascript:alert("{tag}")',
    'https://u:p@example.org/{tag}',
    '{tag}'
  ])('gives none for the template %s', template => {
    expect(address('o/i:v1', template)).toBeNull();
  });
});
