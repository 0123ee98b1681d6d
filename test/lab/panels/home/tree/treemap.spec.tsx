import { nullTranslator } from '@jupyterlab/translation';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { HomePath } from '../../../../../src/contract';
import { Loadable } from '../../../../../src/lab/loadable';
import { rowsOf } from '../../../../../src/lab/panels/home/tree/rows';
import Treemap from '../../../../../src/lab/panels/home/tree/treemap';
import {
  tilesOf,
  type ITile
} from '../../../../../src/lab/panels/home/tree/treemap-tiles';
import {
  directory,
  entry,
  GB,
  usage
} from '../../../../support/home/usage-answers';

const trans = nullTranslator.load('jupyterlab_leap');

const HOME = usage({
  usedBytes: 16 * GB,
  children: [
    entry('work', 8 * GB),
    entry('data', 4 * GB),
    entry('notes', 2 * GB, { kind: 'file' })
  ],
  otherChildren: { entries: 9, usedBytes: 2 * GB }
});

const SIZE = { width: 300, height: 160 };

const WORK = Loadable.ready(
  directory('work', [entry('runs', 6 * GB), entry('old', 2 * GB)])
);

const FOLDED = rowsOf(HOME, { open: new Map() });
const UNFOLDED = rowsOf(HOME, { open: new Map([['work', WORK]]) });

function area({ width, height }: ITile): number {
  return width * height;
}

describe('The tiles of a home', () => {
  it('fill the picture in proportion to what the rows take', () => {
    const tiles = tilesOf(FOLDED, SIZE);

    expect(tiles.map(({ path }) => path)).toEqual([
      'work',
      'data',
      'notes',
      '/'
    ]);
    const whole = SIZE.width * SIZE.height;
    expect(tiles.map(tile => Math.round((area(tile) / whole) * 16))).toEqual([
      8, 4, 2, 2
    ]);
  });

  it('stand upon the directory that is unfolded in the table', () => {
    const tiles = new Map(
      tilesOf(UNFOLDED, SIZE).map(tile => [tile.path, tile])
    );
    const outer = tiles.get('work');
    const inner = tiles.get('work/runs');

    expect(outer?.isOpen).toBe(true);
    expect(inner && outer && inner.x >= outer.x && inner.y >= outer.y).toBe(
      true
    );
    expect(tiles.get('data')?.isOpen).toBe(false);
  });

  it('leave out what would be a line, and never a picture of nothing', () => {
    const crowd = usage({
      children: Array.from({ length: 1000 }, (_, index) =>
        entry(`d${String(index)}`, index === 0 ? GB : 1)
      ),
      otherChildren: { entries: 0, usedBytes: 0 }
    });

    expect(tilesOf(rowsOf(crowd, { open: new Map() }), SIZE)).toHaveLength(1);
    expect(tilesOf([], SIZE)).toEqual([]);
  });

  it('keep within the picture when a folder holds more than it was counted for', () => {
    const grown = Loadable.ready(
      directory('work', [entry('runs', 40 * GB), entry('old', 2 * GB)])
    );

    for (const tile of tilesOf(
      rowsOf(HOME, { open: new Map([['work', grown]]) }),
      SIZE
    )) {
      expect(tile.x + tile.width).toBeLessThanOrEqual(SIZE.width + 0.01);
      expect(tile.y + tile.height).toBeLessThanOrEqual(SIZE.height + 0.01);
    }
  });
});

/** The picture with a cursor, and what was unfolded and folded. */
function show(rows = FOLDED, marked: readonly HomePath[] = []): string[] {
  const done: string[] = [];
  const Shown = (): React.JSX.Element => {
    const [selected, select] = React.useState<HomePath>('work');
    return (
      <Treemap
        rows={rows}
        usage={HOME}
        selected={selected}
        marked={new Map(marked.map(path => [path, GB]))}
        onMark={path => done.push(`mark ${path}`)}
        trans={trans}
        onSelect={select}
        onUnfold={path => done.push(`unfold ${path}`)}
        onFold={path => done.push(`fold ${path}`)}
      />
    );
  };
  render(<Shown />);
  return done;
}

describe('Treemap', () => {
  it('says in words what it shows, and hides the tiles from screen readers', () => {
    show();

    const picture = screen.getByRole('group');
    expect(picture.getAttribute('aria-label')).toBe(
      'Picture of what fills the home: work 50%, data 25%, notes 13%'
    );
    expect(picture.textContent).toContain('work');
    expect(
      screen.queryByText('data', { ignore: '[aria-hidden] *' })
    ).toBeNull();
  });

  it('is one tab stop in which the arrows move the common cursor', async () => {
    show();
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('group'));
    expect(screen.getByRole('status').textContent).toBe(
      'work: 8\u00a0GB, 50% of the home'
    );

    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('status').textContent).toContain('notes: ');
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('status').textContent).toContain('Smaller ones');
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('unfolds and folds with Enter', async () => {
    const done = show();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');

    expect(done).toEqual(['unfold work']);
  });

  it('takes the tile that is clicked', async () => {
    show();
    await userEvent.click(screen.getByText('data'));

    expect(screen.getByRole('status').textContent).toContain('data: 4');
  });

  it('marks with Space and with Ctrl and a click, and shows what is marked', async () => {
    const done = show(FOLDED, ['data']);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    fireEvent.click(screen.getByText('notes'), { ctrlKey: true });
    await userEvent.keyboard('{End} ');

    expect(done).toEqual(['mark work', 'mark notes']);
    const shown = document.querySelectorAll('.jp-mod-marked');
    expect([...shown].map(tile => tile.textContent)).toEqual(['data']);
  });

  it('takes the tile that a menu is asked of', () => {
    show();
    fireEvent.contextMenu(screen.getByText('data'));

    expect(screen.getByRole('status').textContent).toContain('data: 4');
  });

  it('says under the mouse what a tile is, also of one without a name', () => {
    show();
    const tile = document.querySelector('[data-tile="/"]');

    expect(tile?.getAttribute('title')).toBe('Smaller ones: 13% of the home');
  });

  it('speaks of the cursor only while the picture has the focus', async () => {
    show();
    const caption = screen.getByRole('status');
    expect(caption.getAttribute('aria-live')).toBe('off');

    await userEvent.tab();
    expect(caption.getAttribute('aria-live')).toBe('polite');
  });

  it('leaves keys with Ctrl to the browser', async () => {
    show();
    await userEvent.tab();
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');

    expect(screen.getByRole('status').textContent).toContain('work: ');
  });

  it('B12 shows a hostile name with nothing hidden in it', () => {
    show(
      rowsOf(usage({ children: [entry('\u202e<img>', GB)] }), {
        open: new Map()
      })
    );

    expect(screen.getByText('⟨U+202E⟩<img>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
