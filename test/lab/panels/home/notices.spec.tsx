import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
  it('puts what frees space first where the disk is full below the limit', async () => {
    const { model } = showHome({
      'home/usage': () => [usage({ diskFull: true })]
    });
    await act(() => model.refresh());
    expect(screen.getByText(/The disk that your home is on/)).toBeTruthy();
    expect(standsBeforeTree('Safe to clear')).toBe(true);
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
});
