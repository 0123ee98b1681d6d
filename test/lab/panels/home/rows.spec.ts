import { LeapError, type HomeDirectory } from '../../../../src/contract';
import { Loadable } from '../../../../src/lab/loadable';
import { rowsOf } from '../../../../src/lab/panels/home/rows';
import { directory, entry, usage } from '../../../support/home-usage';

const open = (entries: Record<string, Loadable<HomeDirectory>>) =>
  new Map(Object.entries(entries));

describe('rowsOf', () => {
  it('lists the children and what the list leaves out', () => {
    const rows = rowsOf(usage(), new Map());
    expect(rows.map(row => [row.kind, row.path, row.level])).toEqual([
      ['entry', 'cmip6-work', 1],
      ['entry', '.cache', 1],
      ['entry', 'notes.txt', 1],
      ['rest', '/', 1]
    ]);
  });

  it('puts the content of an unfolded directory below it, one level in', () => {
    const rows = rowsOf(
      usage(),
      open({
        '.cache': Loadable.ready(directory('.cache', [entry('pip', 5)])),
        '.cache/pip': Loadable.ready(directory('.cache/pip', []))
      })
    );
    expect(
      rows.slice(1, 4).map(row => [row.kind, row.path, row.level])
    ).toEqual([
      ['entry', '.cache', 1],
      ['entry', '.cache/pip', 2],
      ['note', '.cache/pip/', 3]
    ]);
  });

  it('shares are relative to the largest beside it, and none for nothing', () => {
    const rows = rowsOf(
      usage({ children: [entry('a', 100), entry('b', 50), entry('c', 0)] }),
      new Map()
    );
    const shares = rows.map(row => (row.kind === 'entry' ? row.share : null));
    expect(shares.slice(0, 3)).toEqual([1, 0.5, 0]);
  });

  it('shows a failure in place of what could not be read, never nothing', () => {
    const error = new LeapError('forbidden', 'This folder cannot be read.');
    const rows = rowsOf(
      usage(),
      open({ '.cache': Loadable.failed(Loadable.idle, error) })
    );
    expect(rows[2]).toMatchObject({
      kind: 'note',
      note: 'failed',
      message: 'This folder cannot be read.'
    });
  });

  it('B19 treats __proto__ as the name it is', () => {
    const rows = rowsOf(
      usage({ children: [entry('__proto__', 1)] }),
      new Map()
    );
    expect(rows[0]).toMatchObject({ path: '__proto__', open: false });
  });
});
