import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { summary, usage } from '../../../support/home/usage-answers';
import { showHome } from '../../../support/home/shown-home';

describe('HomeView', () => {
  it('waits with a word before anything is known', () => {
    showHome({});
    expect(screen.getByRole('status').textContent).toContain('Reading');
  });

  it('shows the number, the sentence, the bar and the rows', async () => {
    const { model } = showHome({ 'home/usage': () => [usage()] });
    await act(() => model.refresh());
    expect(screen.getByRole('heading').textContent).toBe(
      '31.4\u00a0GB of 50\u00a0GB'
    );
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toContain(
      '31.4'
    );
    const grid = screen.getByRole('treegrid');
    expect(within(grid).getAllByRole('row')).toHaveLength(5);
  });

  it('shows a failure as a failure, with Retry, and keeps the old rows', async () => {
    const failure = new LeapError('unavailable', 'The file server is away.');
    const answers: unknown[] = [[usage()], failure, [usage()]];
    const { model } = showHome({
      'home/summary': () => summary(),
      'home/usage': () => answers.shift()
    });
    await act(() => model.refresh());
    await act(() => model.refresh());
    expect(screen.getByRole('alert').textContent).toContain(
      'The file server is away.'
    );
    expect(screen.getByRole('treegrid')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers to reload the page, and nothing else, to who is signed out', async () => {
    const { model } = showHome({
      'home/summary': () =>
        new LeapError('not-signed-in', 'Your session on this server has ended.')
    });
    await act(() => model.load(0));
    expect(screen.getByRole('alert').textContent).toContain(
      'Reload this page to sign in again.'
    );
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  });

  it('says that a count was stopped before it found anything, and counts again', async () => {
    const answers: unknown[] = [
      new LeapError('cancelled', 'Cancelled.'),
      [usage()]
    ];
    const { model } = showHome({
      'home/summary': () => summary(),
      'home/usage': () => answers.shift()
    });
    await act(() => model.refresh());
    expect(screen.getByRole('status').textContent).toBe(
      'Stopped before anything was counted.'
    );
    await userEvent.click(screen.getByRole('button', { name: 'Count' }));
    expect(screen.getByRole('treegrid')).toBeTruthy();
  });

  it('never shows a failure as an empty home', async () => {
    const { model } = showHome({
      'home/summary': () => new LeapError('no-node', 'Node.js was not found.')
    });
    await act(() => model.load(0));
    expect(screen.getByRole('alert').textContent).toContain('Node.js');
    expect(screen.queryByText(/Nothing here yet/)).toBeNull();
  });

  it('says that an empty home is empty only after a whole count', async () => {
    const empty = usage({
      children: [],
      otherChildren: { entries: 0, usedBytes: 0 },
      usedBytes: 4096
    });
    const { model } = showHome({ 'home/usage': () => [empty] });
    await act(() => model.refresh());
    expect(screen.getByText(/Nothing here yet/)).toBeTruthy();
  });

  it('offers Cancel while it counts', async () => {
    let goOn = (): void => undefined;
    const { model } = showHome({
      'home/usage': async function* () {
        yield usage({ phase: 'scanning', files: 1200 });
        await new Promise<void>(resolve => (goOn = resolve));
        yield usage();
      }
    });
    let walk = Promise.resolve();
    await act(async () => {
      walk = model.refresh();
      await Promise.resolve();
    });
    await screen.findByText(/1,200 files so far/);
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    const place = cancel.parentElement;
    await userEvent.click(cancel);
    await act(async () => {
      goOn();
      await walk;
    });
    expect(screen.getByText(/Stopped before the end/)).toBeTruthy();
    // A second press of a hasty reader meets nothing.
    expect(place?.childElementCount).toBe(0);
  });
});
