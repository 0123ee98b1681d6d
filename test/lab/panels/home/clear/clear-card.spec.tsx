import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../../src/contract';
import { CommandIDs } from '../../../../../src/lab/commands';
import { ClearCard } from '../../../../../src/lab/panels/home/clear/clear-card';
import { ClearModel } from '../../../../../src/lab/panels/home/clear/clear-model';
import { clearable, item } from '../../../../support/home/clearable-answers';
import { GB, usage } from '../../../../support/home/usage-answers';
import { ScriptedClient } from '../../../../support/lab/scripted-client';
import { showHome } from '../../../../support/home/shown-home';

const trans = nullTranslator.load('jupyterlab_leap');

async function show(answer: () => unknown, isWritable = true) {
  const client = new ScriptedClient({ 'home/clearable': answer });
  const model = new ClearModel(client, { forget: () => Promise.resolve() });
  const commands = new CommandRegistry();
  let reviews = 0;
  commands.addCommand(CommandIDs.reviewClearable, {
    execute: () => (reviews += 1)
  });
  const props = { model, commands, trans, isWritable };
  const card = render(
    <ClearCard {...props} countedAt="2026-11-23T12:00:00Z" />
  );
  await act(() => model.load(0));
  const recount = () =>
    act(async () => {
      card.rerender(<ClearCard {...props} countedAt="2026-11-23T12:30:00Z" />);
      await model.load(0);
    });
  return { client, model, recount, reviews: () => reviews };
}

describe('ClearCard', () => {
  it('shows what comes back, what is to be decided, and the next step', async () => {
    const { reviews } = await show(() => [clearable()]);
    expect(screen.getByRole('heading').textContent).toBe(
      'Safe to clear: 6.5\u00a0GB'
    );
    expect(screen.getByText(/^pip, torch\. They come back/)).toBeTruthy();
    expect(screen.getByText(/To decide yourself: trash 2.GB/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Review…' }));
    expect(reviews()).toBe(1);
  });

  it('says why nothing can be deleted where the home is read-only', async () => {
    await show(() => [clearable()], false);
    expect(screen.getByText(/read-only: nothing can be deleted/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('promises nothing when all that is left does not come back', async () => {
    const trash = item('trash', GB, { comesBack: false, preselected: false });
    await show(() => [clearable({ items: [trash], preselectedBytes: 0 })]);
    expect(screen.getByRole('heading').textContent).toContain('Nothing left');
    expect(screen.getByRole('button', { name: 'Review…' })).toBeTruthy();
  });

  it('says that there is nothing only after a whole search', async () => {
    const empty = { items: [], preselectedBytes: 0 };
    const { recount } = await show(() => [clearable(empty)]);
    expect(screen.getByText(/nothing to clear/)).toBeTruthy();
    await recount();
    expect(screen.getByText(/nothing to clear/)).toBeTruthy();
  });

  it('says in one sentence that the operator has switched deletion off', async () => {
    await show(() => [clearable({ deletionAllowed: false })]);
    expect(screen.getByText(/switched off on this hub/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows a failure as a failure, with Retry', async () => {
    const answers: unknown[] = [
      new LeapError('unavailable', 'The file server is away.'),
      [clearable()]
    ];
    await show(() => answers.shift());
    expect(screen.getByRole('alert').textContent).toContain(
      'The file server is away.'
    );
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.getByRole('heading').textContent).toContain('6.5');
  });

  it('looks again after the home was counted again', async () => {
    const { client, recount } = await show(() => [clearable()]);
    const before = client.asked.length;
    await recount();
    expect(client.asked.length).toBeGreaterThan(before);
  });

  it.each([
    ['below the tree', 31.4 * GB, true],
    ['before the tree when the home is full', 50 * GB, false]
  ])('stands %s', async (_, usedBytes, isBelow) => {
    const { model } = showHome({
      'home/usage': () => [usage({ usedBytes })],
      'home/clearable': () => [clearable()]
    });
    await act(() => model.refresh());
    const card = await screen.findByText(/^Safe to clear: /);
    const order = screen.getByRole('treegrid').compareDocumentPosition(card);
    expect((order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0).toBe(isBelow);
    expect(screen.queryByText(/Your home is full/) === null).toBe(isBelow);
  });
});
