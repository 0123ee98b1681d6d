import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { render, screen, waitFor } from '@testing-library/react';
import type * as React from 'react';
import userEvent from '@testing-library/user-event';
import { CommandIDs } from '../../../../src/lab/commands';
import { Marks } from '../../../../src/lab/panels/home/tree/marks';
import { DataList } from '../../../../src/lab/panels/home/data-list';

const trans = nullTranslator.load('jupyterlab_leap');

interface IShown {
  rerender(files: number[]): void;
}

/** The list of files with these numbers. */
function show(files: number[]): IShown {
  const commands = new CommandRegistry();
  commands.addCommand(CommandIDs.copyHomePath, { execute: () => undefined });
  const marks = new Marks();
  const list = (numbers: number[]): React.JSX.Element => (
    <DataList
      data={numbers.map(number => ({
        path: `run-${String(number)}.nc`,
        usedBytes: 1e9,
        changedAt: '2026-11-20T12:00:00Z'
      }))}
      bucketUrl={null}
      marks={marks}
      mayDelete
      label="Largest files"
      commands={commands}
      trans={trans}
    />
  );
  const shown = render(list(files));
  return {
    rerender: numbers => {
      shown.rerender(list(numbers));
    }
  };
}

describe('DataList', () => {
  it('goes on with the keyboard where the rest begins', async () => {
    show([0, 1, 2, 3, 4, 5, 6]);
    screen.getByRole('button', { name: 'Show 2 more' }).focus();
    await userEvent.keyboard('{Enter}');

    expect(screen.getAllByRole('listitem')).toHaveLength(7);
    expect(document.activeElement?.textContent).toBe('run-5.nc');
  });

  it.each([
    ['after', 0, 'run-1.nc'],
    ['before, the last one being gone,', 1, 'run-0.nc']
  ])(
    'goes on in the row %s when the one with the focus is gone',
    async (_, gone, next) => {
      const { rerender } = show([0, 1]);
      screen
        .getByRole('checkbox', {
          name: `Mark to delete: run-${String(gone)}.nc`
        })
        .focus();
      rerender([0, 1].filter(number => number !== gone));
      await waitFor(() => {
        expect(document.activeElement?.textContent).toBe(next);
      });
    }
  );

  it('keeps the end of a long path in view, and says it whole', () => {
    show([2023]);
    const name = screen.getByTitle('run-2023.nc');
    expect(name.textContent).toBe('run-2023.nc');
    expect(name.lastElementChild?.textContent).toBe('23.nc');
    expect(screen.getByLabelText('run-2023.nc')).toBeTruthy();
  });

  it('leaves the focus alone where it is elsewhere', async () => {
    const { rerender } = show([0, 1]);
    rerender([1]);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(document.body);
  });
});
