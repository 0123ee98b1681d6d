import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { HistoryCard } from '../../../../src/lab/panels/home/history/history-card';
import { sparkline } from '../../../../src/lab/panels/home/history/sparkline';
import { history, noHistory } from '../../../support/home/history-answers';
import { ScriptedClient } from '../../../support/lab/scripted-client';
import { AskedModel } from '../../../../src/lab/asked-model';

const trans = nullTranslator.load('jupyterlab_leap');

async function show(
  answer: () => unknown,
  commands = new CommandRegistry()
): Promise<void> {
  const client = new ScriptedClient({ 'home/history': answer });
  await act(async () => {
    render(
      <HistoryCard
        model={new AskedModel(client, 'home/history', {})}
        commands={commands}
        trans={trans}
        countedAt="2026-11-23T12:00:00Z"
      />
    );
    await Promise.resolve();
  });
}

describe('HistoryCard', () => {
  it('says how the home changed and which folders grew', async () => {
    await show(() => history());

    const card = screen.getByRole('region', { name: 'What grew' });
    expect(card.textContent).toContain('2\u00a0GB more than a day ago');
    expect(card.textContent).toContain('6\u00a0GB more than a week ago');
    expect(card.textContent).toContain(
      '500\u00a0MB less since this server started'
    );
    const grown = within(card).getByRole('list', { name: /Grown most since/ });
    expect(grown.textContent).toBe('cmip6-work+5\u00a0GB');
  });

  it('leads from a folder that grew to its row', async () => {
    const shown: unknown[] = [];
    const commands = new CommandRegistry();
    commands.addCommand(CommandIDs.showHomeEntry, {
      execute: ({ path }) => shown.push(path)
    });
    await show(() => history(), commands);
    await userEvent.click(screen.getByRole('button', { name: 'cmip6-work' }));

    expect(shown).toEqual(['cmip6-work']);
  });

  it('says when the line begins and ends, and with how much', async () => {
    await show(() => history());

    const ends = document.querySelectorAll('.jp-LeapGrowth-ends > span');
    expect([...ends].map(end => end.textContent)).toEqual([
      expect.stringMatching(/^Nov \d+: [\d.]+\u00a0GB$/),
      expect.stringMatching(/^Nov \d+: [\d.]+\u00a0GB$/)
    ]);
  });

  it('calls nothing growth that is no news', async () => {
    const since = '2026-11-22T12:00:00Z';
    await show(() =>
      history({
        changes: [{ period: 'day', since, changedBytes: 4096 }],
        grown: { since, entries: [{ name: '.ipython', grownBytes: 4096 }] }
      })
    );

    expect(screen.getByRole('heading').textContent).toBe('Nothing grew');
    expect(screen.getByText(/^As much as on /)).toBeTruthy();
    expect(screen.queryByText('.ipython')).toBeNull();
  });

  it('does not speak of growth where the home became smaller', async () => {
    const since = '2026-11-22T12:00:00Z';
    await show(() =>
      history({
        changes: [{ period: 'day', since, changedBytes: -2e9 }],
        grown: { since, entries: [] }
      })
    );

    expect(screen.getByRole('heading').textContent).toBe('Less than before');
    expect(screen.getByText(/^2.GB less than a day ago/)).toBeTruthy();
  });

  it('names since when folders grew where only this server can tell', async () => {
    const since = '2026-11-23T08:00:00Z';
    await show(() =>
      history({
        changes: [{ period: 'start', since, changedBytes: 2e9 }],
        grown: { since, entries: [{ name: 'runs', grownBytes: 2e9 }] }
      })
    );

    expect(
      screen.getByText('Grown most since this server started')
    ).toBeTruthy();
  });

  it('draws a line that is also there in words', async () => {
    await show(() => history());

    const name = screen.getByRole('img').getAttribute('aria-label');
    expect(name).toMatch(/^Used, from 10\u00a0GB on .* to 16\u00a0GB on /);
  });

  it('says when the home is full only where the server says so', async () => {
    const answers = [history(), history({ fullInDays: 12 })];
    await show(() => answers.shift());
    expect(screen.queryByText(/full in/)).toBeNull();

    await show(() => answers.shift());
    expect(screen.getByText('At this rate full in 12 days.')).toBeTruthy();
  });

  it('shows nothing before there is something to compare', async () => {
    await show(noHistory);

    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows a failure as a failure, with Retry', async () => {
    const answers = [new LeapError('unavailable', 'Not now.'), history()];
    await show(() => answers.shift());
    expect(screen.getByRole('alert').textContent).toContain('Not now.');

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(screen.getByRole('region')).toBeTruthy();
  });
});

describe('The line', () => {
  const at = (day: number, usedBytes: number) => ({
    at: `2026-11-${String(day)}T00:00:00Z`,
    usedBytes
  });

  it('goes by time, up when the home grew, from nothing', () => {
    expect(sparkline([at(10, 50), at(11, 100), at(14, 0)])).toBe(
      '0.0,12.0 25.0,2.0 100.0,22.0'
    );
  });

  it.each([[[]], [[at(10, 5)]], [[at(10, 5), at(10, 6)]]])(
    'is none for %j',
    points => {
      expect(sparkline(points)).toBeNull();
    }
  );
});
