import { nullTranslator } from '@jupyterlab/translation';
import { contentText } from '../../../../src/lab/panels/buckets/words';

const trans = nullTranslator.load('jupyterlab_leap');
const size = (oldestAt: string, newestAt: string) =>
  contentText(
    {
      bytes: 1,
      objects: 2,
      oldestAt,
      newestAt,
      classes: [],
      children: [],
      goingSoon: null,
      complete: true,
      phase: 'done',
      calls: 1
    },
    trans
  );

describe('contentText', () => {
  it('names one time where all was written at once, else two', () => {
    const one = '2026-11-20T12:00:01Z';
    expect(size(one, '2026-11-20T12:00:44Z')).toMatch(
      /^Written Nov 20[^.]*\.$/
    );
    expect(size(one, '2026-11-21T12:00:00Z')).toMatch(
      /^Written between Nov 20.* and Nov 21/
    );
  });
});
