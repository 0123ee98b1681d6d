import type { HomeDirectory } from '../../../../src/contract';
import { Loadable } from '../../../../src/lab/loadable';
import {
  openAfter,
  usageAfter
} from '../../../../src/lab/panels/home/prediction';
import {
  directory,
  entry,
  GB,
  usage
} from '../../../support/home/usage-answers';

const pip = { path: '.cache/pip', usedBytes: 4 * GB, files: 3 };

describe('usageAfter', () => {
  it('takes what became free off the total and what was in it off its folder', () => {
    const after = usageAfter(usage(), [pip], 3 * GB);
    expect(after.usedBytes).toBe(31.4 * GB - 3 * GB);
    expect(after.files).toBe(19_997);
    expect(after.children.find(({ name }) => name === '.cache')).toMatchObject({
      usedBytes: 6.7 * GB - 4 * GB,
      files: 7
    });
  });

  it('drops a folder that is gone and keeps the largest first', () => {
    const gone = { path: 'cmip6-work', usedBytes: 14.2 * GB, files: 10 };
    const after = usageAfter(usage(), [gone], 14.2 * GB);
    expect(after.children.map(({ name }) => name)).toEqual([
      '.cache',
      'notes.txt'
    ]);
  });

  it('never goes below nothing', () => {
    const much = { path: '.cache/pip', usedBytes: 99 * GB, files: 99_999 };
    const after = usageAfter(usage(), [much], 99 * GB);
    expect(after).toMatchObject({ usedBytes: 0, files: 0 });
  });

  it('takes no sibling with a longer name for a part', () => {
    const gone = { path: '.cac', usedBytes: GB, files: 1 };
    expect(usageAfter(usage(), [gone], GB).children).toEqual(usage().children);
  });
});

describe('openAfter', () => {
  const open = new Map<string, Loadable<HomeDirectory>>([
    [
      '.cache',
      Loadable.ready(
        directory('.cache', [entry('pip', 4 * GB), entry('torch', GB)])
      )
    ],
    [
      '.cache/pip',
      Loadable.ready(directory('.cache/pip', [entry('http', GB)]))
    ],
    ['data', Loadable.loading(Loadable.idle)]
  ]);

  it('folds what is gone and keeps the rest unfolded', () => {
    const after = openAfter(open, [pip]);
    expect([...after.keys()]).toEqual(['.cache', 'data']);
    expect(after.get('.cache')?.value?.children).toEqual([entry('torch', GB)]);
  });
});
