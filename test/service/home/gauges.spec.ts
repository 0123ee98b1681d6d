import { gaugesOf } from '../../../src/service/home/gauges';
import { LIMITS, usage } from '../../support/home/usage-answers';

describe('the gauges of a home', () => {
  it('say how many parts could not be read, which root in a test always can', () => {
    const gauges = gaugesOf(usage({ unreadableCount: 3 }), LIMITS);

    expect(gauges).toContainEqual([
      'jupyterlab_leap_home_unreadable_parts',
      expect.stringContaining('could not read') as string,
      3,
      false
    ]);
  });
});
