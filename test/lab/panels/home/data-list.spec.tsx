import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CommandIDs } from '../../../../src/lab/commands';
import { DataList } from '../../../../src/lab/panels/home/data-list';

const trans = nullTranslator.load('jupyterlab_leap');

describe('DataList', () => {
  it('goes on with the keyboard where the rest begins', async () => {
    const commands = new CommandRegistry();
    commands.addCommand(CommandIDs.copyHomePath, {
      execute: () => undefined
    });
    render(
      <DataList
        data={Array.from({ length: 7 }, (_, index) => ({
          path: `run-${String(index)}.nc`,
          usedBytes: 1e9,
          changedAt: '2026-11-20T12:00:00Z'
        }))}
        bucketUrl={null}
        label="Largest files"
        commands={commands}
        trans={trans}
      />
    );
    screen.getByRole('button', { name: 'Show 2 more' }).focus();
    await userEvent.keyboard('{Enter}');

    expect(screen.getAllByRole('listitem')).toHaveLength(7);
    expect(document.activeElement?.textContent).toBe('run-5.nc');
  });
});
