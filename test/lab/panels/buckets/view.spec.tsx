import {
  act,
  fireEvent,
  screen,
  waitFor,
  within
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Query } from '../../../../src/contract';
import {
  BUCKETS,
  folderSize,
  page,
  type Entry
} from '../../../support/bucket-answers';
import { ScriptedClient } from '../../../support/scripted-client';
import { showBuckets } from '../../../support/shown-buckets';

const CONTENT = page(
  ['figures/', 'sst_monthly.zarr/'],
  [
    ['notes.md', 4000, '2026-11-23T10:00:00.000Z', '2026-11-30'],
    ['run3.nc', 1_200_000_000, '2026-11-21T10:00:00.000Z', '2026-11-28']
  ],
  { rule: { deleteAfterDays: 7, source: 'bucket', hasOtherRules: false } }
);

type Script = ConstructorParameters<typeof ScriptedClient>[0];

function show(script: Script = {}) {
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/listing': () => [CONTENT],
    'buckets/earliest': ({ names }: Query<'buckets/earliest'>) => ({
      folders: names.map(() => null)
    }),
    'buckets/recognition': ({ names }: Query<'buckets/recognition'>) => ({
      kinds: names.map(name => (name.endsWith('.zarr/') ? 'zarr2' : null))
    }),
    ...script
  });
  const { model, commands } = showBuckets(client, null);
  return { client, model, commands };
}

async function started(script: Script = {}) {
  const shown = show(script);
  await act(() => shown.model.start(null));
  return shown;
}

const grid = () => screen.getByRole('grid');
const cells = () =>
  within(grid())
    .getAllByRole('row')
    .map(row => row.textContent);
const payersOf = (client: ScriptedClient) =>
  client.asked
    .filter(({ route }) => route === 'buckets/listing')
    .map(({ query }) => (query as Query<'buckets/listing'>).payer);
const cursorsOf = (client: ScriptedClient) =>
  client.asked
    .filter(({ route }) => route === 'buckets/listing')
    .map(({ query }) => (query as Query<'buckets/listing'>).cursor);

/** More than are looked at, so that nobody loads the rest unasked. */
const manyEntries = (): Entry[] =>
  Array.from({ length: 1000 }, (_, at) => [`part-${String(at)}`, 1, null]);

/** A listing that fails after its first page. */
async function* brokenOff(first: unknown, reason: LeapError) {
  yield await Promise.resolve(first);
  throw reason;
}

/** A listing of which nothing comes. */
async function* silence() {
  yield await new Promise(() => undefined);
}

const current = () =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');

describe('BucketsView', () => {
  let copied: string[] = [];

  beforeEach(() => {
    copied = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          copied.push(text);
          return Promise.resolve();
        }
      }
    });
  });

  it('waits with a word before the buckets are known', () => {
    show();
    expect(screen.getByRole('status').textContent).toContain('which buckets');
  });

  it('shows the buckets, the way, the rules and the rows', async () => {
    await started();
    const places = screen.getByRole('navigation', { name: 'Buckets' });
    expect(within(places).getAllByRole('button')).toHaveLength(3);
    const path = screen.getByRole('navigation', { name: 'Path' });
    expect(path.textContent).toBe('leap-scratch/ann/');
    expect(
      screen.getByText(/Your folder\. Each object is deleted 7 days/)
    ).toBeTruthy();
    expect(cells()[0]).toContain('figures/');
    expect(cells()[3]).toContain('run3.nc');
    expect(cells()[3]).toContain('Sat');
    expect(cells()[3]).toContain('1.2\u00a0GB');
  });

  it('marks a data set as what it is', async () => {
    await started();
    expect(await screen.findByTitle('Zarr store')).toBeTruthy();
    expect(screen.getAllByTitle('Folder')).toHaveLength(1);
  });

  it('marks folders that are not the own one', async () => {
    await started({
      'buckets/listing': () => [
        page(['ann/', 'anna/'], [], { standing: 'contains-own' })
      ]
    });
    await userEvent.click(screen.getByRole('button', { name: 'leap-scratch' }));
    expect(cells()[0]).toContain('ann/your folder');
    expect(cells()[1]).toContain('anna/not your folder');
  });

  it('says why a bucket cannot be changed', async () => {
    await started({
      'buckets/listing': () => [page([], [], { standing: 'read-only' })]
    });
    await userEvent.click(screen.getByRole('button', { name: 'Read-only' }));
    expect(screen.getByText(/nobody can change this bucket/)).toBeTruthy();
  });

  it('says that a folder is empty only after a whole listing', async () => {
    await started({ 'buckets/listing': () => [page([], [])] });
    expect(screen.getByText(/No objects here/)).toBeTruthy();
    // There is nothing to select.
    expect(screen.queryByText(/^Select an entry/)).toBeNull();
  });

  it('claims nothing of a bucket that is not there', async () => {
    const { model } = await started({
      'buckets/place': () => ({ bucket: 'nowhere', prefix: '', object: null }),
      'buckets/listing': ({ bucket }: Query<'buckets/listing'>) =>
        bucket === 'nowhere'
          ? new LeapError('not-found', 'There is no bucket gs://nowhere.')
          : [CONTENT]
    });
    await act(() => model.goTo('gs://nowhere/'));
    expect(screen.getByRole('alert').textContent).toContain('no bucket');
    // Above a bucket there is nothing to look in.
    expect(screen.getByRole('alert').textContent).toContain(
      'choose one of the buckets above'
    );
    expect(screen.queryByText(/Read-only/, { selector: 'p' })).toBeNull();
  });

  it.each([
    ['forbidden', 'Not allowed'],
    ['not-found', 'Not found'],
    ['no-credentials', 'No access to Google Cloud'],
    ['rate-limited', 'Too many requests'],
    ['timed-out', 'No answer in time'],
    ['no-node', 'Node.js is missing on this server'],
    ['server-unreachable', 'Your server does not answer']
  ] as const)(
    'shows %s as a failure with its next step, never as an empty folder',
    async (code, title) => {
      await started({
        'buckets/listing': () => new LeapError(code, 'What happened.')
      });
      const alert = screen.getByRole('alert');
      expect(alert.textContent).toContain(title);
      expect(alert.textContent).toContain('What happened.');
      expect(within(alert).getByRole('button', { name: 'Retry' })).toBeTruthy();
      expect(screen.queryByText(/No objects here/)).toBeNull();
    }
  );

  it('B71 asks who pays before it reads a requester-pays bucket', async () => {
    const { client } = await started({
      'buckets/listing': ({ payer }: Query<'buckets/listing'>) =>
        payer === undefined
          ? new LeapError('requester-pays', 'Whoever reads this pays.')
          : [CONTENT]
    });
    expect(screen.getByRole('alert').textContent).toContain('Whoever reads');
    expect(screen.queryByText(/No objects here/)).toBeNull();
    const pay = screen.getByRole('button', { name: 'Open and pay' });
    expect(pay).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByLabelText(/project of yours/), 'My Proj');
    expect(pay).toHaveProperty('disabled', true);
    expect(payersOf(client)).toEqual([undefined]);
    await userEvent.clear(screen.getByLabelText(/project of yours/));
    await userEvent.type(
      screen.getByLabelText(/project of yours/),
      'my-proj-1'
    );
    await userEvent.click(pay);
    expect(payersOf(client)).toEqual([undefined, 'my-proj-1']);
    expect(cells()[0]).toContain('figures/');
  });

  it('says when a data set begins to vanish, and marks what goes soon', async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await started({
      'buckets/listing': () => [
        page(['sst.zarr/'], [['late.nc', 1, null, '2099-01-01']], {
          rule: { deleteAfterDays: 7, source: 'bucket', hasOtherRules: false }
        })
      ],
      'buckets/earliest': () => ({
        folders: [{ deletedOn: soon, complete: true }]
      })
    });
    expect(await screen.findByLabelText('Soon:')).toBeTruthy();
    expect(screen.getByTitle(/The first of it is deleted/)).toBeTruthy();
    expect(screen.getAllByLabelText('Soon:')).toHaveLength(1);
  });

  it('says where the rule of deletion is known from', async () => {
    const rule = { deleteAfterDays: 5, hasOtherRules: true } as const;
    const { model } = await started({
      'buckets/listing': () => [
        page([], [], { rule: { ...rule, source: 'configuration' } })
      ]
    });
    expect(
      screen.getByText(/this hub says so; the bucket did not/)
    ).toBeTruthy();
    expect(screen.getByText(/by other rules as well/)).toBeTruthy();
    expect(model.state.listing.status).toBe('ready');
  });

  it('warns of what the own folder loses, with the command that keeps it', async () => {
    const { model } = await started({
      'buckets/expiring': () => ({
        folders: [
          {
            bucket: 'leap-scratch',
            prefix: 'ann/',
            bytes: 8_300_000_000,
            objects: 3012,
            complete: true,
            first: [{ name: 'runs/a b.zarr/', deletedOn: '2026-11-26' }]
          }
        ]
      })
    });
    await act(() => model.checkExpiring());
    const card = screen.getByRole('region', { name: 'Deleted soon' });
    expect(card.textContent).toContain('8.3\u00a0GB in 3012 objects go');
    await userEvent.click(
      screen.getByRole('button', { name: /Copy Command to Keep/ })
    );
    expect(copied).toEqual([
      "gcloud storage cp -r 'gs://leap-scratch/ann/runs/a b.zarr' gs://leap-persistent/ann/"
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(model.state).toMatchObject({
      folder: { bucket: 'leap-scratch', prefix: 'ann/runs/' },
      current: 'a b.zarr/'
    });
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: 'Deleted soon' })).toBeNull();
  });

  it('asks the bucket for names that begin with what is typed, and says what was searched', async () => {
    const { client } = await started({
      'buckets/listing': ({ match, cursor }: Query<'buckets/listing'>) => {
        if (match !== undefined) {
          return [page([], [['run-9.nc', 2, null]])];
        }
        return cursor === null
          ? [page([], [['a-run.nc', 1, null]], { cursor: 'more' })]
          : new LeapError('unavailable', 'Broken.');
      }
    });
    // At once: whoever types slowly has each beginning asked for.
    const box = screen.getByLabelText(/Filter names/);
    fireEvent.change(box, { target: { value: 'run' } });
    expect(
      await screen.findByText(/All names that begin with “run” are here/)
    ).toBeTruthy();
    expect(cells().map(text => text.slice(0, 8))).toEqual([
      'a-run.nc',
      'run-9.nc'
    ]);
    const asked = client.asked.map(({ query }) => query as { match?: string });
    expect(asked.flatMap(({ match }) => match ?? [])).toEqual(['run']);
  });

  it('keeps places, and finds them again by keyboard', async () => {
    const { model } = await started();
    await userEvent.click(screen.getByRole('button', { name: 'Bookmark' }));
    await act(() => model.open({ bucket: 'cmip6', prefix: '' }));
    const more = screen.getByRole('button', { name: /Bookmarks and recent/ });
    more.focus();
    await userEvent.keyboard('{Enter}');
    const kept = screen.getByRole('region', { name: 'Bookmarks' });
    expect(kept.textContent).toContain('gs://leap-scratch/ann/');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(more);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    expect(model.state.folder).toEqual({
      bucket: 'leap-scratch',
      prefix: 'ann/'
    });
  });

  it('keeps the rows when listing again fails, and says so', async () => {
    const answers: unknown[] = [
      [CONTENT],
      new LeapError('unavailable', 'Broken.'),
      [CONTENT]
    ];
    const { model } = await started({
      'buckets/listing': () => answers.shift()
    });
    await act(() => model.refresh());
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(cells()).toHaveLength(4);
    expect(screen.getByText(/out of date/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on from the rows that came before a failure', async () => {
    const failed = new LeapError('unavailable', 'Broken.');
    const answers: unknown[] = [
      brokenOff(page([], [['a.nc', 1, null]], { cursor: 'after-a' }), failed),
      [page([], [['b.nc', 1, null]])]
    ];
    const { client } = await started({
      'buckets/listing': () => answers.shift()
    });
    expect(screen.getByRole('alert').textContent).toContain('Broken.');
    expect(screen.getByText('1+ entry')).toBeTruthy();
    // One thing to do, and it is what the card offers.
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(cells()).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(grid());
    expect(cursorsOf(client)).toEqual([null, 'after-a']);
  });

  it('lists again from the beginning when a refresh failed', async () => {
    const part = page([], manyEntries(), { cursor: 'old' });
    const answers: unknown[] = [
      [part],
      new LeapError('unavailable', 'Broken.'),
      [page([], [['new.nc', 1, null]])]
    ];
    const { client, model } = await started({
      'buckets/listing': () => answers.shift()
    });
    await act(() => model.refresh());
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(cells()[0]).toContain('new.nc');
    expect(cursorsOf(client)).toEqual([null, null, null]);
  });

  it('keeps the chosen row in sight when the list makes room for details', async () => {
    const observers: (() => void)[] = [];
    const { ResizeObserver: usual } = globalThis;
    globalThis.ResizeObserver = class extends usual {
      constructor(tell: ResizeObserverCallback) {
        super(tell);
        observers.push(() => {
          tell([], this);
        });
      }
    };
    try {
      await started({ 'buckets/listing': () => [page([], manyEntries())] });
      await userEvent.click(screen.getByRole('row', { name: /part-13\b/ }));
      const tops: (number | undefined)[] = [];
      Object.defineProperties(grid(), {
        clientHeight: { value: 100 },
        scrollHeight: { value: 26_000 },
        scrollTo: {
          value: ({ top }: ScrollToOptions) => {
            tops.push(top);
          }
        }
      });
      await act(async () => {
        observers.forEach(tell => {
          tell();
        });
        await new Promise(requestAnimationFrame);
      });
      // The 14th row of 26 pixels is the last of the 100.
      expect(tops).toContain(14 * 26 - 100);
    } finally {
      globalThis.ResizeObserver = usual;
    }
  });

  it('offers nothing but Retry where nothing came, and keeps the focus', async () => {
    const answers: unknown[] = [
      new LeapError('timed-out', 'Silence.'),
      [CONTENT]
    ];
    await started({ 'buckets/listing': () => answers.shift() });
    expect(screen.queryByRole('group', { name: 'Sort by' })).toBeNull();
    expect(screen.queryByText(/Select an entry/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(document.activeElement).toBe(grid());
    expect(cells()).toHaveLength(4);
  });

  it('says that it still tries when nothing comes for a while', async () => {
    jest.useFakeTimers();
    try {
      const { model } = show({ 'buckets/listing': () => silence() });
      await act(async () => {
        void model.start(null);
        await jest.advanceTimersByTimeAsync(0);
      });
      await act(() => jest.advanceTimersByTimeAsync(7000));
      expect(screen.queryByText(/Still trying/)).toBeNull();
      await act(() => jest.advanceTimersByTimeAsync(2000));
      expect(screen.getByText(/Still trying/)).toBeTruthy();
      expect(screen.queryByText(/No objects here/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('counts what is loaded, with "+" where there is more, and loads more', async () => {
    await started({
      'buckets/listing': ({ cursor }: Query<'buckets/listing'>) =>
        cursor
          ? [page([], [['last', 1, null]])]
          : [page([], manyEntries(), { cursor: 'one' })]
    });
    expect(screen.getByText('1,000+ entries')).toBeTruthy();
    const partly = () => screen.queryByText('Only what is loaded is sorted.');
    expect(partly()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(partly()).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(screen.getByText('1,001 entries')).toBeTruthy();
    expect(partly()).toBeNull();
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(100);
    expect(document.activeElement).toBe(grid());
  });

  it('filters what is loaded while typing', async () => {
    await started();
    await userEvent.type(screen.getByRole('searchbox'), 'nc');
    expect(cells()).toHaveLength(1);
    expect(screen.getByText('1 of 4 entries')).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByText('No name here contains “ncx”.')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(cells()).toHaveLength(4);
  });

  it('goes to a place that is typed, and shows why it cannot', async () => {
    const places: unknown[] = [
      new LeapError('bad-request', 'Bucket names are in lower case.'),
      { bucket: 'cmip6', prefix: 'CMIP6/', object: null }
    ];
    const { client } = await started({
      'buckets/place': () => places.shift()
    });
    const box = screen.getByRole('searchbox');
    await userEvent.type(box, 'gs://CMIP6{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('lower case');
    await userEvent.clear(box);
    await userEvent.type(box, 'gs://cmip6/CMIP6. {Enter}');
    const references = client.asked.flatMap(({ query }) =>
      'reference' in (query as object) ? [query] : []
    );
    expect(references.at(-1)).toEqual({ reference: 'gs://cmip6/CMIP6. ' });
    expect(client.asked.at(-1)?.query).toMatchObject({ bucket: 'cmip6' });
    expect(screen.getByText(/not one of the buckets of this hub/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sorts by the heads of the columns', async () => {
    await started();
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(cells()[2]).toContain('run3.nc');
    expect(
      screen.getByRole('button', { name: 'Size' }).getAttribute('aria-pressed')
    ).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(cells()[2]).toContain('notes.md');
  });

  it('measures a folder and lets it be cancelled', async () => {
    let goOn = (): void => undefined;
    await started({
      'buckets/size': async function* () {
        yield folderSize({
          complete: false,
          phase: 'listing',
          bytes: 3_200_000_000,
          objects: 4211
        });
        await new Promise<void>(resolve => (goOn = resolve));
        yield folderSize();
      }
    });
    await userEvent.click(screen.getAllByText('measure')[0] ?? grid());
    await screen.findByText(/Counting: ≥ 3.2.GB in 4,211 objects so far/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      screen.getByText(/Stopped: at least 3.2.GB in 4,211 objects/)
    ).toBeTruthy();
    act(() => {
      goOn();
    });
  });

  it('selects with a click and opens with a double click', async () => {
    const { model } = await started();
    await userEvent.click(screen.getByTitle('figures/'));
    expect(model.state).toMatchObject({
      folder: { prefix: 'ann/' },
      current: 'figures/'
    });
    await userEvent.dblClick(screen.getByTitle('figures/'));
    expect(model.state.folder?.prefix).toBe('ann/figures/');
  });

  it('measures the folder that is open', async () => {
    await started({ 'buckets/size': () => [folderSize()] });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    expect(screen.getByText(/8.3.GB in 3,012 objects/)).toBeTruthy();
  });

  it('shows the size of each folder in the one that was measured, largest first', async () => {
    const child = (name: string, bytes: number) => ({
      name,
      bytes,
      objects: 2,
      deletedOn: null
    });
    await started({
      'buckets/listing': () => [page(['a/', 'b/', 'c/'], [])],
      'buckets/size': () => [
        folderSize({ children: [child('b/', 7e9), child('a/', 1.3e9)] })
      ]
    });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    await userEvent.click(screen.getByRole('button', { name: /^Size/ }));
    expect(cells()).toEqual([
      expect.stringMatching(/^b\/7.GB$/),
      expect.stringMatching(/^a\/1\.3.GB$/),
      'c/measure'
    ]);
  });

  it('keeps what was counted when counting fails, and counts again', async () => {
    let tries = 0;
    await started({
      'buckets/size': async function* () {
        tries += 1;
        if (tries > 1) {
          yield folderSize();
          return;
        }
        yield folderSize({ complete: false, phase: 'listing', objects: 1000 });
        throw await Promise.resolve(
          new LeapError('unavailable', 'The connection keeps breaking.')
        );
      }
    });
    await userEvent.click(screen.getByRole('button', { name: 'Measure All' }));
    await screen.findByText(/keeps breaking\. Counted until then: ≥ .* 1,000/);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/8.3.GB in 3,012 objects/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    expect(document.activeElement).toBe(grid());
  });

  it('tells readers the rows as they stand, whatever element each is in', async () => {
    await started();
    const owned = grid().getAttribute('aria-owns')?.split(' ') ?? [];
    expect(owned.map(id => document.getElementById(id)?.ariaRowIndex)).toEqual(
      cells().map((_, at) => String(at + 1))
    );
  });

  it('copies the path of a row letter for letter', async () => {
    await started({
      'buckets/listing': () => [page([], [['a b#?%2F\u202e.nc', 1, null]])]
    });
    await userEvent.click(
      screen.getByRole('button', { name: /Copy the gs:\/\/ path of/ })
    );
    expect(copied).toEqual(['gs://leap-scratch/ann/a b#?%2F\u202e.nc']);
  });

  it('B12 B19 shows hostile names with nothing hidden and nothing obeyed', async () => {
    await started({
      'buckets/listing': () => [
        page(
          ['__proto__/'],
          [['\u202e<img src=x onerror=alert(1)>\n', 1, null]]
        )
      ]
    });
    expect(screen.getByTitle('__proto__/')).toBeTruthy();
    const name = screen.getByTitle('⟨U+202E⟩<img src=x onerror=alert(1)>␊');
    expect(name.tagName).toBe('BDI');
    // Cut in the middle for the eye alone: as text it is whole.
    expect(name.textContent).toBe('⟨U+202E⟩<img src=x onerror=alert(1)>␊');
    expect(document.querySelector('img')).toBeNull();
  });

  it('B13 marks the one of two names that look alike, and says why', async () => {
    await started({
      'buckets/listing': () => [
        page(
          [],
          [
            ['cafe\u0301.nc', 1, null],
            ['café.nc', 1, null]
          ]
        )
      ]
    });
    expect(cells().map(text => text.includes('NFD'))).toEqual([true, false]);
    await userEvent.click(screen.getByText('NFD'));
    expect(screen.getByText(/Accents are stored apart/)).toBeTruthy();
    await userEvent.click(screen.getByTitle('café.nc'));
    expect(screen.queryByText(/Accents are stored apart/)).toBeNull();
  });

  it('B06 names an object that has the name of its folder', async () => {
    await started({ 'buckets/listing': () => [page([], [['', 0, null]])] });
    expect(screen.getByText('(this folder)')).toBeTruthy();
  });

  it('looks for a place that a link names in sight, stops with one click, and tries again with one', async () => {
    const answers: unknown[] = [
      new Promise(() => undefined),
      new LeapError('unavailable', 'No connection.'),
      { bucket: 'leap-scratch', prefix: 'x/', object: null }
    ];
    const { model } = await started({ 'buckets/place': () => answers.shift() });
    act(() => {
      void model.goTo('gs://leap-scratch/x');
    });
    expect(screen.getByText('Looking for it…')).toBeTruthy();
    await userEvent.click(screen.getByTitle('Stop looking; stay here'));
    expect(screen.queryByText('Looking for it…')).toBeNull();
    await act(() => model.goTo('gs://leap-scratch/x'));
    expect(screen.getByRole('alert').textContent).toContain('No connection.');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('navigation', { name: 'Path' }).textContent).toBe(
      'leap-scratch/x/'
    );
  });

  describe('with the keyboard alone', () => {
    const focusGrid = async () => {
      while (document.activeElement !== grid()) {
        await userEvent.tab();
      }
    };

    it('moves, opens and goes up', async () => {
      const { model } = await started();
      await focusGrid();
      expect(current()?.textContent).toContain('figures/');
      await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}');
      expect(current()?.textContent).toContain('notes.md');
      await userEvent.keyboard('{Home}{Enter}');
      expect(model.state.folder?.prefix).toBe('ann/figures/');
      expect(document.activeElement).toBe(grid());
      await userEvent.keyboard('{Backspace}');
      expect(model.state).toMatchObject({
        folder: { prefix: 'ann/' },
        current: 'figures/'
      });
      await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
      expect(model.state.folder?.prefix).toBe('');
    });

    it('finds a row by its first letters', async () => {
      await started();
      await focusGrid();
      await userEvent.keyboard('run');
      expect(current()?.textContent).toContain('run3.nc');
    });

    it('copies the path and opens the menu on the row', async () => {
      await started();
      const menus: string[] = [];
      const onMenu = (event: Event): void => {
        menus.push((event.target as HTMLElement).textContent);
      };
      document.addEventListener('contextmenu', onMenu);
      await focusGrid();
      await userEvent.keyboard('{ArrowDown}{Control>}c{/Control}');
      expect(copied).toEqual(['gs://leap-scratch/ann/sst_monthly.zarr/']);
      await userEvent.keyboard('{Shift>}{F10}{/Shift}');
      await userEvent.keyboard('{ContextMenu}');
      document.removeEventListener('contextmenu', onMenu);
      expect(menus).toHaveLength(2);
      expect(menus[0]).toContain('sst_monthly.zarr/');
    });

    it('goes from the filter to the rows it leaves', async () => {
      await started();
      await userEvent.type(screen.getByRole('searchbox'), 'nc{ArrowDown}');
      expect(document.activeElement).toBe(grid());
      await userEvent.type(screen.getByRole('searchbox'), '{Enter}');
      expect(document.activeElement).toBe(grid());
    });

    it('comes back to the rows when the menu closes with nothing chosen', async () => {
      await started();
      await focusGrid();
      const menu = document.createElement('div');
      menu.className = 'lm-Menu';
      menu.tabIndex = -1;
      document.addEventListener(
        'contextmenu',
        () => {
          document.body.append(menu);
        },
        { once: true }
      );
      await userEvent.keyboard('{Shift>}{F10}{/Shift}');
      await new Promise(resolve => setTimeout(resolve));
      menu.focus();
      menu.remove();
      await waitFor(() => {
        expect(document.activeElement).toBe(grid());
      });
    });

    it('is one tab stop however many rows there are', async () => {
      await started();
      await focusGrid();
      await userEvent.tab();
      expect(grid().contains(document.activeElement)).toBe(false);
    });
  });
});
