import { Cache } from '../../../../src/service/cache';
import { historyPlace } from '../../../../src/service/home/history/place';
import { leapConfig } from '../../../support/service/leap-config';

const MOST_BYTES = 256 << 10;

describe('The place of a history', () => {
  const cache = new Cache(null);

  it('B40 holds two of them in a home within 256 KiB: the new one is written beside the old one', () => {
    const { maxBytes } = historyPlace(leapConfig(), cache, true);

    expect(2 * maxBytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each<[string, Parameters<typeof leapConfig>[0], boolean]>([
    ['of a hub that gives a folder', { cacheDirectory: '/srv/leap' }, true],
    ['of an operator who wants none in homes', { homeHistory: false }, true],
    ['of a home that is not kept', {}, false]
  ])('is not in the home, %s', (_, fields, isHomeKept) => {
    expect(historyPlace(leapConfig(fields), cache, isHomeKept).cache).toBe(
      cache
    );
  });
});
