import { pinnedBy } from '../../../src/service/image/pinned';
import { parseImageSpec } from '../../../src/service/image/reference';

describe('pinnedBy', () => {
  it.each([
    ['pangeo/pangeo-notebook:2026.06.04', 'tag'],
    ['quay.io/2i2c/leap-edu-image:278370f204a2', 'tag'],
    ['o/i:v1.2.3', 'tag'],
    ['o/i:jammy-20240111', 'tag'],
    ['o/i:main-278370f204a2', 'tag'],
    ['o/i:dev-2026-06-04', 'tag'],
    ['o/i:latest', 'moving'],
    ['o/i:LATEST', 'moving'],
    ['o/i:latest-py311', 'moving'],
    ['o/i:main', 'moving'],
    ['o/i:jammy', 'moving'],
    ['o/i:pr-123', 'moving'],
    ['o/i', 'none'],
    ['localhost:5000/x', 'none'],
    [`o/i:latest@sha256:${'0'.repeat(64)}`, 'digest']
  ])('says of %s: %s', (spec, pinned) => {
    expect(pinnedBy(parseImageSpec(spec))).toBe(pinned);
  });

  it('says nothing of a spec that was not read', () => {
    expect(pinnedBy(null)).toBe('unknown');
  });
});
