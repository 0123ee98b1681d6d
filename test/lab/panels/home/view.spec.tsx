import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError } from '../../../../src/contract';
import { ClearModel } from '../../../../src/lab/panels/home/clear-model';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { HomeView } from '../../../../src/lab/panels/home/view';
import { PictureChoice } from '../../../../src/lab/panels/home/picture-choice';
import { clearable } from '../../../support/home-clearable';
import { directory, entry, LIMITS, usage } from '../../../support/home-usage';
import { noHistory } from '../../../support/home-history';
import { largest } from '../../../support/home-largest';
import { ScriptedClient } from '../../../support/scripted-client';
import { AskedModel } from '../../../../src/lab/asked-model';

const trans = nullTranslator.load('jupyterlab_leap');

function show(script: ConstructorParameters<typeof ScriptedClient>[0]) {
  const client = new ScriptedClient({
    'home/clearable': () => [clearable({ items: [], preselectedBytes: 0 })],
    'home/history': noHistory,
    'home/largest': () => largest({ files: [], stores: [], oldest: [] }),
    ...script
  });
  const model = new HomeModel(client);
  const clear = new ClearModel(client, model);
  render(
    <HomeView
      model={model}
      clear={clear}
      largest={new AskedModel(client, 'home/largest', {})}
      history={new AskedModel(client, 'home/history', {})}
      picture={new PictureChoice(null)}
      commands={new CommandRegistry()}
      trans={trans}
    />
  );
  return { client, model };
}

describe('HomeView', () => {
  it('waits with a word before anything is known', () => {
    show({});
    expect(screen.getByRole('status').textContent).toContain('Reading');
  });

  it('shows the number, the sentence, the bar and the rows', async () => {
    const { model } = show({ 'home/usage': () => [usage()] });
    await act(() => model.refresh());
    expect(screen.getByRole('heading').textContent).toBe(
      '31.4\u00a0GB of 50\u00a0GB'
    );
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toContain(
      '31.4'
    );
    const grid = screen.getByRole('treegrid');
    expect(within(grid).getAllByRole('row')).toHaveLength(4);
  });

  it('shows a failure as a failure, with Retry, and keeps the old rows', async () => {
    const failure = new LeapError('unavailable', 'The file server is away.');
    const answers: unknown[] = [[usage()], failure, [usage()]];
    const { model } = show({
      'home/summary': () => ({ limits: LIMITS, last: null, scanning: false }),
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

  it('never shows a failure as an empty home', async () => {
    const { model } = show({
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
    const { model } = show({ 'home/usage': () => [empty] });
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
    const { model } = show({ 'home/usage': () => [partial] });
    await act(() => model.refresh());
    expect(screen.getByRole('heading').textContent).toMatch(/^≥/);
    expect(screen.getByText('1 part could not be read')).toBeTruthy();
    expect(screen.getByText('2 shared folders are not counted')).toBeTruthy();
  });

  it('unfolds, moves and folds with the keyboard alone', async () => {
    const { model } = show({
      'home/usage': () => [usage()],
      'home/directory': () => directory('cmip6-work', [entry('runs', 9)])
    });
    await act(() => model.refresh());
    await userEvent.tab();
    const grid = screen.getByRole('treegrid');
    expect(document.activeElement).toBe(grid);
    await userEvent.keyboard('{ArrowRight}');
    expect(within(grid).getByText('runs')).toBeTruthy();
    await userEvent.keyboard('{ArrowRight}');
    const current = () =>
      document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(current()?.dataset['path']).toBe('cmip6-work/runs');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(within(grid).queryByText('runs')).toBeNull();
  });

  it('offers Cancel while it counts', async () => {
    let goOn = (): void => undefined;
    const { model } = show({
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
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await act(async () => {
      goOn();
      await walk;
    });
    expect(screen.getByText(/Stopped before the end/)).toBeTruthy();
  });

  it('B12 shows a hostile name with nothing hidden in it', async () => {
    const hostile = usage({ children: [entry('\u202e<img onerror=x>', 1)] });
    const { model } = show({ 'home/usage': () => [hostile] });
    await act(() => model.refresh());
    expect(screen.getByText('⟨U+202E⟩<img onerror=x>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
