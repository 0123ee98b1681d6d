import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { clearable } from '../../../support/home/clearable-answers';
import { LIMITS, summary, usage } from '../../../support/home/usage-answers';
import { showHome } from '../../../support/home/shown-home';

/** Whether a region comes before the tree. */
function standsBeforeTree(name: string): boolean {
  const region = screen.getByRole('region', { name });
  const place = region.compareDocumentPosition(screen.getByRole('treegrid'));
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

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

  it('marks numbers that are too small and names what is missing', async () => {
    const partial = usage({
      complete: false,
      unreadable: [{ path: 'private', reason: 'EACCES' }],
      unreadableCount: 1,
      excludedMounts: ['shared', 'shared-readwrite']
    });
    const { model } = showHome({ 'home/usage': () => [partial] });
    await act(() => model.refresh());
    expect(screen.getByRole('heading').textContent).toMatch(/^≥/);
    expect(screen.getByText('1 part could not be read')).toBeTruthy();
    expect(screen.getByText('2 shared folders are not counted')).toBeTruthy();
  });

  it('calls no folder of the system shared where the home is the root', async () => {
    const { model } = showHome({
      'home/summary': () => summary({ homeDirectory: '/' }),
      'home/usage': () => [usage({ excludedMounts: ['proc', 'sys'] })]
    });
    await act(() => model.load(0));
    expect(
      screen.getByText(
        '2 folders of the system or of other disks are not counted'
      )
    ).toBeTruthy();
  });

  it('says what the numbers take from an earlier count', async () => {
    const assumed = { directories: 1234, since: '2026-11-23T10:32:00Z' };
    const { model } = showHome({ 'home/usage': () => [usage({ assumed })] });
    await act(() => model.refresh());
    expect(
      screen.getByText(/1,234 unchanged folders are taken from the count of/)
    ).toBeTruthy();
  });

  it('names what could not be read with its reason in words', async () => {
    const partial = usage({
      complete: false,
      unreadable: [{ path: 'private', reason: 'EACCES' }],
      unreadableCount: 1
    });
    const { model } = showHome({ 'home/usage': () => [partial] });
    await act(() => model.refresh());
    expect(screen.getByText('no permission')).toBeTruthy();
  });

  it('says in words that a file server did not answer, and what to do', async () => {
    const partial = usage({
      complete: false,
      unreadable: [
        { path: 'archive', reason: 'ETIMEDOUT' },
        { path: 'runs/old', reason: 'ETIMEDOUT' }
      ],
      unreadableCount: 2
    });
    const { model } = showHome({ 'home/usage': () => [partial] });
    await act(() => model.refresh());
    expect(screen.getAllByText('the file server did not answer')).toHaveLength(
      2
    );
    expect(screen.getByText(/^Nothing is lost by that\. Count/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('ETIMEDOUT');
  });

  it('says whose a closed part is, and what to do', async () => {
    const owner = { name: 'root', isYou: false };
    const mine = { name: 'jovyan', isYou: true };
    const partial = usage({
      complete: false,
      unreadable: [
        { path: 'backup', reason: 'EACCES', owner },
        { path: 'closed', reason: 'EACCES', owner: mine }
      ],
      unreadableCount: 102
    });
    const { model } = showHome({ 'home/usage': () => [partial] });
    await act(() => model.refresh());
    expect(screen.getByText('no permission, it belongs to root')).toBeTruthy();
    expect(screen.getByText('no permission, though it is yours')).toBeTruthy();
    expect(screen.getByText(/chmod -R u\+rwX/)).toBeTruthy();
    expect(screen.getByText('and 100 more')).toBeTruthy();
  });

  it('puts what frees space first where the disk is full below the limit', async () => {
    const { model } = showHome({
      'home/usage': () => [usage({ diskFull: true })]
    });
    await act(() => model.refresh());
    expect(screen.getByText(/The disk that your home is on/)).toBeTruthy();
    expect(standsBeforeTree('Safe to clear')).toBe(true);
  });

  it('shows a home that may not be read as such, never as an empty one', async () => {
    const closed = usage({
      usedBytes: 4096,
      complete: false,
      unreadable: [{ path: '', reason: 'EACCES' }],
      unreadableCount: 1,
      children: [],
      otherChildren: { entries: 0, usedBytes: 0 }
    });
    const { model } = showHome({
      'home/summary': () => summary(),
      'home/usage': () => [closed]
    });
    await act(() => model.load(0));
    expect(screen.getByText(/\/home\/jovyan: no permission/)).toBeTruthy();
    expect(screen.queryByText(/Nothing here yet/)).toBeNull();
    expect(screen.queryByText(/left/)).toBeNull();
    expect(screen.getByRole('heading').textContent).toBe(
      'Not known, of 50\u00a0GB'
    );
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.queryByRole('treegrid')).toBeNull();
    // Once is enough, and there is no picture to hide.
    expect(screen.queryByText(/part could not be read/)).toBeNull();
    expect(screen.queryByRole('button', { name: /Picture/ })).toBeNull();
  });

  it('says that a read-only home can be neither written nor tidied', async () => {
    const { model } = showHome({
      'home/summary': () => summary({ writable: false }),
      'home/usage': () => [usage()]
    });
    await act(() => model.load(0));
    expect(screen.getByText('Your home is read-only')).toBeTruthy();
  });

  it('promises no limit and no rest where the hub keeps no home', async () => {
    const limits = { ...LIMITS, limitBytes: null, recommendedBytes: null };
    const { model } = showHome({
      'home/summary': () => summary({ kept: false, limits }),
      'home/usage': () => [usage({ limits })]
    });
    await act(() => model.load(0));
    expect(screen.getByText('This hub keeps no home')).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe('31.4\u00a0GB used');
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.queryByText(/limit is not known/)).toBeNull();
  });

  it('says used only, and whom to ask, where the limit is not known', async () => {
    const limits = { ...LIMITS, limitBytes: null };
    const { model } = showHome({ 'home/usage': () => [usage({ limits })] });
    await act(() => model.refresh());
    expect(screen.getByText(/limit is not known here/)).toBeTruthy();
    expect(screen.queryByRole('meter')).toBeNull();
    expect(document.body.textContent).not.toMatch(/\d %/);
  });

  it.each([
    ['full', 51_000_000_000, /^⚠ Your home is full/],
    ['nearly full', 49_500_000_000, /^⚠ 500.MB left\. When your home is full/]
  ])('puts what frees space first when the home is %s', async (...home) => {
    const [, usedBytes, says] = home;
    const { model } = showHome({ 'home/usage': () => [usage({ usedBytes })] });
    await act(() => model.refresh());
    const sentence = screen.getByText(/your home is full/i);
    expect(sentence.textContent).toMatch(says);
    expect(standsBeforeTree('Safe to clear')).toBe(true);
  });

  it('has what can be cleared as its second number, one click from the review', async () => {
    const { model, commands } = showHome({
      'home/usage': () => [usage()],
      'home/clearable': () => [clearable()]
    });
    const run = jest.fn();
    commands.addCommand(CommandIDs.reviewClearable, { execute: run });
    await act(() => model.refresh());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear 6.5\u00a0GB…' })
    );
    expect(run).toHaveBeenCalledTimes(1);
    expect(standsBeforeTree('Safe to clear')).toBe(false);
  });

  it.each([
    ['the home is read-only', { writable: false }, {}],
    ['deletion is switched off', {}, { deletionAllowed: false }],
    ['that is next to nothing', {}, { preselectedBytes: 1000 }]
  ])('has no second number where %s', async (_, standing, found) => {
    const { model } = showHome({
      'home/summary': () => summary(standing),
      'home/usage': () => [usage()],
      'home/clearable': () => [clearable(found)]
    });
    await act(() => model.load(0));
    await screen.findByText(/^Safe to clear/);
    expect(screen.queryByText(/^Clear \d/)).toBeNull();
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
