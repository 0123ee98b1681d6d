import { LeapError, type HomeDirectory } from '../../../../../src/contract';
import { Loadable } from '../../../../../src/lab/loadable';
import type { Order } from '../../../../../src/lab/panels/home/tree/order';
import { rowsOf } from '../../../../../src/lab/panels/home/tree/rows';
import {
  directory,
  entry,
  usage
} from '../../../../support/home/usage-answers';

const open = (entries: Record<string, Loadable<HomeDirectory>>) => ({
  open: new Map(Object.entries(entries))
});

describe('rowsOf', () => {
  it('lists the children and what the list leaves out', () => {
    const rows = rowsOf(usage(), { open: new Map() });
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
      { open: new Map() }
    );
    const shares = rows.map(row => (row.kind === 'entry' ? row.share : null));
    expect(shares.slice(0, 3)).toEqual([1, 0.5, 0]);
  });

  it('come in the order that was chosen, and what the list leaves out stays last', () => {
    const home = usage({
      children: [
        entry('run-10', 9, {
          files: 1,
          newestChangeAt: '2026-01-01T00:00:00Z'
        }),
        entry('run-2', 7, { files: 50, newestChangeAt: null }),
        entry('notes', 5, { files: 7, newestChangeAt: '2026-11-01T00:00:00Z' })
      ]
    });
    const names = (order: Order): string[] =>
      rowsOf(home, { open: new Map(), order }).map(({ path }) => path);

    expect(names('size')).toEqual(['run-10', 'run-2', 'notes', '/']);
    expect(names('files')).toEqual(['run-2', 'notes', 'run-10', '/']);
    expect(names('changed')).toEqual(['notes', 'run-10', 'run-2', '/']);
    expect(names('name')).toEqual(['notes', 'run-2', 'run-10', '/']);
  });

  it('sort what is in an unfolded directory too, and say their positions as shown', () => {
    const inside = [
      entry('big', 9, { files: 1 }),
      entry('many', 5, { files: 9 })
    ];
    const rows = rowsOf(usage({ children: [entry('work', 14)] }), {
      ...open({ work: Loadable.ready(directory('work', inside)) }),
      order: 'files'
    });

    expect(
      rows.map(row => (row.kind === 'entry' ? [row.path, row.position] : null))
    ).toEqual([['work', 1], ['work/many', 1], ['work/big', 2], null]);
    expect(rows[1]).toMatchObject({ share: 5 / 9 });
  });

  it('carry by how much they grew, nothing where that is not known', () => {
    const rows = rowsOf(usage(), {
      open: new Map(),
      grown: new Map([['.cache', 2_100_000_000]])
    });

    expect(rows.slice(0, 2)).toMatchObject([
      { grownBytes: 0 },
      { grownBytes: 2_100_000_000 }
    ]);
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
    const rows = rowsOf(usage({ children: [entry('__proto__', 1)] }), {
      open: new Map()
    });
    expect(rows[0]).toMatchObject({ path: '__proto__', open: false });
  });
});
