import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { LargestCard } from '../../../../src/lab/panels/home/largest-card';
import { Marks } from '../../../../src/lab/panels/home/tree/marks';
import { largest } from '../../../support/home/largest-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';
import { AskedModel } from '../../../../src/lab/asked-model';

const trans = nullTranslator.load('jupyterlab_leap');

async function show(answer: () => unknown): Promise<string[]> {
  const commands = new CommandRegistry();
  const run: string[] = [];
  const copies = [
    [CommandIDs.copyHomePath, 'Copy Path'],
    [CommandIDs.copyBucketCommand, 'Copy Command']
  ] as const;
  for (const [id, label] of copies) {
    commands.addCommand(id, {
      label,
      execute: ({ path }) => {
        run.push(`${label}: ${JSON.stringify(path)}`);
      }
    });
  }
  const model = new AskedModel(
    new ScriptedClient({ 'home/largest': answer }),
    'home/largest',
    {}
  );
  await act(async () => {
    render(
      <LargestCard
        model={model}
        marks={new Marks()}
        mayDelete
        commands={commands}
        trans={trans}
        countedAt="2026-11-23T12:00:05Z"
      />
    );
    await Promise.resolve();
  });
  return run;
}

function names(list: string): (string | null)[] {
  return within(screen.getByRole('list', { name: list, hidden: true }))
    .getAllByRole('listitem', { hidden: true })
    .map(item => item.querySelector('bdi')?.textContent ?? null);
}

describe('LargestCard', () => {
  it('brings into view what is unfolded at the edge of it', async () => {
    await show(() => largest());
    const fold = screen.getByText('Largest files').closest('details');
    const seen = jest.spyOn(HTMLElement.prototype, 'scrollIntoView');

    for (const isOpen of [false, true]) {
      fold?.toggleAttribute('open', isOpen);
      fold?.dispatchEvent(new Event('toggle'));
      expect(seen.mock.contexts).toEqual(isOpen ? [fold] : []);
    }
    seen.mockRestore();
  });

  it('names data sets over the limit, stores and files together, largest first', async () => {
    await show(() => largest());

    const card = screen.getByRole('region', { name: 'Does not belong here' });
    expect(within(card).getByRole('heading').textContent).toContain(
      '15.5\u00a0GB'
    );
    expect(names('Data that belong in a bucket, largest first')).toEqual([
      'work/ocean.zarr',
      'runs/winds.nc'
    ]);
  });

  it('lists the largest files and the oldest data, folded', async () => {
    await show(() => largest());

    expect(screen.getAllByRole('group')).toHaveLength(2);
    expect(names('Largest files, largest first')).toHaveLength(3);
    expect(names('Oldest data, largest first')).toEqual(['thesis/old runs']);
  });

  it('runs the commands with the path of their row', async () => {
    const run = await show(() => largest({ files: [], oldest: [] }));

    await userEvent.click(screen.getByRole('button', { name: 'Copy Command' }));
    await userEvent.click(screen.getByRole('button', { name: 'Copy Path' }));

    expect(run).toEqual([
      'Copy Command: "work/ocean.zarr"',
      'Copy Path: "work/ocean.zarr"'
    ]);
  });

  it('offers no command where no bucket is known', async () => {
    await show(() => largest({ bucketUrl: null }));

    expect(screen.queryAllByRole('button', { name: 'Copy Command' })).toEqual(
      []
    );
  });

  it('says nothing of data where there are none', async () => {
    await show(() => largest({ files: [], stores: [], oldest: [] }));

    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryAllByRole('list')).toEqual([]);
  });

  it('shows a failure as a failure, with a way to try again', async () => {
    const answers = [new LeapError('unavailable', 'Count first.'), largest()];
    await show(() => answers.shift());
    expect(screen.getByRole('alert').textContent).toContain('Count first.');

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('region')).toBeTruthy();
  });
});
