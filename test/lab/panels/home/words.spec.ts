import { nullTranslator } from '@jupyterlab/translation';
import { isHomeFull, levels } from '../../../../src/lab/panels/home/warning';
import {
  announcement,
  headline,
  meaning
} from '../../../../src/lab/panels/home/words';
import { GB, LIMITS, usage } from '../../../support/home/usage-answers';

const trans = nullTranslator.load('jupyterlab_leap');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('words about the home', () => {
  it('put the number first', () => {
    expect(plain(headline(usage(), LIMITS, trans))).toBe('31.4 GB of 50 GB');
  });

  it('say "at least" when parts are missing', () => {
    const partial = usage({ complete: false });
    expect(plain(headline(partial, LIMITS, trans))).toBe('≥ 31.4 GB of 50 GB');
  });

  it('say "at least" of what is used and "at most" of what is left while it is counted', () => {
    const soFar = usage({ phase: 'scanning' });
    expect(plain(headline(soFar, LIMITS, trans))).toBe('≥ 31.4 GB of 50 GB');
    expect(plain(meaning(soFar, LIMITS, trans))).toBe(
      'At least 6.4 GB over the recommended 25 GB. At most 18.6 GB left before your next server cannot start.'
    );
    const little = usage({ phase: 'scanning', usedBytes: GB });
    expect(plain(meaning(little, LIMITS, trans))).toBe(
      'At most 49 GB left. The hub asks everyone to stay under 25 GB.'
    );
    const unadvised = { ...LIMITS, recommendedBytes: null };
    expect(plain(meaning(little, unadvised, trans))).toBe(
      'At most 49 GB left.'
    );
  });

  it('say of a home that may not be read that nothing is known', () => {
    const closed = usage({ usedBytes: 4096, complete: false, children: [] });
    const unlimited = { ...LIMITS, limitBytes: null };
    expect(plain(headline(closed, LIMITS, trans))).toBe('Not known, of 50 GB');
    expect(headline(closed, unlimited, trans)).toBe('Not known');
  });

  it('say how little the disk has left where no limit is known', () => {
    const limits = { ...LIMITS, limitBytes: null };
    const near = usage({ diskFreeBytes: GB });
    const far = usage({ diskFreeBytes: 900 * GB });
    expect(plain(meaning(near, limits, trans))).toBe(
      'The disk that your home is on has only 1 GB left.'
    );
    expect(meaning(far, limits, trans)).toMatch(/limit is not known/);
  });

  it('give no percentage and no "of" without a limit', () => {
    const limits = { ...LIMITS, limitBytes: null };
    expect(plain(headline(usage(), limits, trans))).toBe('31.4 GB used');
    expect(meaning(usage({ usedBytes: 31 * GB }), limits, trans)).toContain(
      'not known'
    );
  });

  it('say how far over the advice and how far to the limit', () => {
    expect(plain(meaning(usage({ usedBytes: 31.4 * GB }), LIMITS, trans))).toBe(
      '6.4 GB over the recommended 25 GB. 18.6 GB left before your next server cannot start.'
    );
  });

  it('say what a full home means and what to do', () => {
    expect(meaning(usage({ usedBytes: 50 * GB }), LIMITS, trans)).toContain(
      'full'
    );
  });

  it('say so where the disk is full and the limit is far', () => {
    const full = usage({ diskFull: true });
    expect(meaning(full, LIMITS, trans)).toContain('disk');
    expect(isHomeFull(full, LIMITS)).toBe(true);
    expect(isHomeFull(usage(), LIMITS)).toBe(false);
  });

  it('count as left what the disk has where that is less than the limit leaves', () => {
    const little = usage({ usedBytes: GB, diskFreeBytes: 0.1 * GB });
    expect(plain(meaning(little, LIMITS, trans))).toBe(
      'The disk that your home is on has only 100 MB left.'
    );
    const over = usage({ diskFreeBytes: 0.1 * GB });
    expect(plain(meaning(over, LIMITS, trans))).toBe(
      '6.4 GB over the recommended 25 GB. The disk that your home is on has only 100 MB left.'
    );
    const enough = usage({ diskFreeBytes: 20 * GB });
    expect(plain(meaning(enough, LIMITS, trans))).toContain('18.6 GB left');
  });

  it('fit a toast, which is cut at 140 characters', () => {
    for (const level of levels(LIMITS)) {
      const text = announcement(level, 49.99 * GB, LIMITS, trans);
      expect(text.length).toBeLessThanOrEqual(140);
    }
  });
});
