import { Notification } from '@jupyterlab/apputils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Contents, type Query } from '../../../../src/contract';
import { CommandIDs } from '../../../../src/lab/commands';
import { page } from '../../../support/buckets/answers';
import { listenToCopies } from '../../../support/lab/clipboard';
import { started, select } from '../../../support/buckets/shown-detail';

const TEXT: Contents = {
  kind: 'text',
  format: 'Text',
  text: 'a',
  isCut: false,
  notes: []
};

describe('the selected entry', () => {
  let copied: readonly string[];

  beforeEach(() => {
    copied = listenToCopies();
  });

  it('B71 asks once who pays, and reads all of that bucket with it', async () => {
    const refuse = (payer: string | undefined, answer: unknown) =>
      payer === undefined
        ? new LeapError('requester-pays', 'Whoever reads this pays.')
        : answer;
    const { client, model, places, commands } = await started({
      'buckets/place': ({ payer }: Query<'buckets/place'>) =>
        refuse(payer, { bucket: 'paid', prefix: 'd/', object: null }),
      'buckets/listing': ({ bucket, payer }: Query<'buckets/listing'>) =>
        bucket === 'paid'
          ? refuse(payer, [page([], [['a.nc', 1, null]])])
          : [page([], [])]
    });
    await act(() => model.goTo('gs://paid/d'));
    await userEvent.type(
      screen.getByLabelText(/project of yours/),
      'my-proj-1{Enter}'
    );
    await select('a.nc');
    expect(places.at(-1)).toEqual({
      bucket: 'paid',
      name: 'd/a.nc',
      payer: 'my-proj-1'
    });
    await act(() => commands.execute(CommandIDs.copyEntryCode));
    await act(() => commands.execute(CommandIDs.copyEntryAddress));
    await act(() => commands.execute(CommandIDs.copyEntryCommand));
    expect(copied[0]).toContain('requester_pays="my-proj-1"');
    expect(copied[1]).toContain('userProject=my-proj-1');
    expect(copied[2]).toContain('--billing-project=my-proj-1');
    for (const again of [
      'gs://paid/d/a.nc',
      'https://storage.googleapis.com/paid/d/',
      'https://console.cloud.google.com/storage/browser/paid/d'
    ]) {
      await act(() => model.goTo(again));
      expect(model.state.going.status).toBe('idle');
    }
    const asked = client.asked.filter(
      ({ query }) => (query as { payer?: string }).payer === undefined
    );
    expect(asked.filter(({ route }) => route === 'buckets/place')).toHaveLength(
      1
    );
  });

  it('has what is wanted less of a data set behind one button', async () => {
    const { commands } = await started({
      'buckets/listing': () => [page(['sst.zarr/'], [])],
      'buckets/recognition': () => ({ kinds: ['zarr2'] }),
      'buckets/earliest': () => ({ folders: [null] })
    });
    commands.addCommand(CommandIDs.describeDataset, {
      label: 'Describe This Data Set…',
      execute: () => undefined
    });
    await select('sst.zarr');
    const entry = within(
      screen.getByRole('region', { name: 'The selected entry' })
    );
    expect(
      entry.getAllByRole('button').map(({ textContent }) => textContent)
    ).toEqual([
      'Insert Code',
      'Copy gs:// Path',
      'Open Folder',
      'More ▾',
      'read'
    ]);
    await userEvent.click(entry.getByRole('button', { name: /^More for gs:/ }));
    expect(
      screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
    ).toEqual(['Measure Folder', 'Describe This Data Set…']);
  });

  it('B06 opens an object whose name ends in a slash, and copies its name letter for letter', async () => {
    const { model, places, commands, opened } = await started(
      {
        'buckets/place': () => ({
          bucket: 'leap-scratch',
          prefix: 'ann/odd\u202e/',
          object: null
        }),
        'buckets/listing': () => [page(['d/'], [['', 49, null]])]
      },
      TEXT
    );
    await act(() => model.goTo('gs://leap-scratch/ann/odd\u202e/'));
    expect(places.at(-1)).toEqual({
      bucket: 'leap-scratch',
      name: 'ann/odd\u202e/',
      isObject: true
    });
    const row = screen.getByRole('row', { selected: true });
    expect(row.textContent).toContain('odd⟨U+202E⟩/');
    expect(commands.isEnabled(CommandIDs.downloadObject)).toBe(true);
    // Its name does not say that it is text; a look into it does.
    expect(commands.label(CommandIDs.openObject)).toContain('Not This Kind');
    await userEvent.click(screen.getByRole('button', { name: 'read' }));
    expect(commands.label(CommandIDs.openObject)).toBe('Open Read-Only');
    await act(() => commands.execute(CommandIDs.openObject));
    expect(opened).toEqual([
      { path: 'gs:leap-scratch/ann/odd%E2%80%AE%2F', factory: 'Editor' }
    ]);
    await act(() => commands.execute(CommandIDs.copyEntryName));
    await act(() => commands.execute(CommandIDs.copyEntryCode));
    expect(copied[0]).toBe('odd\u202e/');
    expect(copied[1]).toMatch(/fs\.cat_file\("leap-scratch\/ann\/odd.+\/"/);
    // To gcloud it would be the folder.
    expect(commands.isEnabled(CommandIDs.copyEntryCommand)).toBe(false);
    await select('d/');
    expect(commands.isEnabled(CommandIDs.copyEntryCommand)).toBe(true);
    await act(() => commands.execute(CommandIDs.copyEntryName));
    expect(copied[2]).toBe('d/');
  });

  it('B06 offers nothing to read of an empty marker of a folder', async () => {
    const { model, places, commands } = await started({
      'buckets/place': () => ({
        bucket: 'leap-scratch',
        prefix: 'ann/d/',
        object: null
      }),
      'buckets/listing': () => [page([], [['', 0, null]])]
    });
    await act(() => model.goTo('gs://leap-scratch/ann/d/'));
    expect(model.state.current).toBeNull();
    await select('this folder');
    expect(places).toEqual([]);
    expect(commands.isEnabled(CommandIDs.downloadObject)).toBe(false);
    expect(commands.label(CommandIDs.openObject)).toContain('Nothing in It');
  });

  it('says in its menu why an object is not shown as a document, and to who opens it all the same', async () => {
    const { commands } = await started({
      'buckets/listing': () => [
        page(
          [],
          [
            ['a.nc', 1, null],
            ['b.csv', 10_000_001, null],
            ['c.csv', 10_000_000, null]
          ]
        )
      ]
    });
    const state = () => ({
      label: commands.label(CommandIDs.openObject),
      isEnabled: commands.isEnabled(CommandIDs.openObject)
    });
    await select('c.csv');
    expect(state()).toEqual({ label: 'Open Read-Only', isEnabled: true });
    await select('b.csv');
    expect(state()).toEqual({
      label: 'Open Read-Only (Up to 10\u00a0MB)',
      isEnabled: false
    });
    await userEvent.dblClick(screen.getByRole('row', { name: /a\.nc/ }));
    expect(state()).toEqual({
      label: 'Open Read-Only (Not This Kind of File)',
      isEnabled: false
    });
    const said = Notification.manager.notifications.map(one => one.message);
    expect(said.join()).toMatch(/no files of this kind\. Insert Code/);
    // The button beside it stays as wide as it is.
    const button = screen.getByRole('button', { name: /Not This Kind/ });
    expect(button.textContent).toBe('Open Read-Only');
  });

  it('says of an object that a link names whether it is looked for, or not there', async () => {
    let answer = (): void => undefined;
    // More than are looked at, so that nobody loads the rest unasked.
    const many = Array.from(
      { length: 1000 },
      (_, at) => [`part-${String(at)}`, 1, null] as const
    );
    const { model } = await started({
      'buckets/place': () => ({
        bucket: 'leap-scratch',
        prefix: 'ann/',
        object: 'zebra'
      }),
      'buckets/listing': async function* ({ match }: Query<'buckets/listing'>) {
        if (match === undefined) {
          yield page([], many, { cursor: 'more' });
        } else {
          await new Promise<void>(resolve => (answer = resolve));
          yield page([], []);
        }
      }
    });
    await act(() => model.goTo('gs://leap-scratch/ann/zebra'));
    await screen.findByText('Looking for it…');
    await act(async () => {
      answer();
      await Promise.resolve();
    });
    await screen.findByText('There is no such object in this folder.');
  });
});
