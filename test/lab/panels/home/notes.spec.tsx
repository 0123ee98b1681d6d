import { act, screen } from '@testing-library/react';
import { summary, usage } from '../../../support/home/usage-answers';
import { showHome } from '../../../support/home/shown-home';

describe('HomeView', () => {
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
});
