import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LeapError, type Query } from '../../../../src/contract';
import { page } from '../../../support/buckets/answers';
import {
  cells,
  CONTENT,
  grid,
  listingsOf,
  show,
  started
} from '../../../support/buckets/shown-own-folder';
import { listenToCopies } from '../../../support/lab/clipboard';

describe('BucketsView', () => {
  let copied: readonly string[] = [];

  beforeEach(() => {
    copied = listenToCopies();
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
    expect(screen.queryByRole('button', { name: 'Bookmark' })).toBeNull();
  });

  it('lets go of a bookmark that does not open any more', async () => {
    const { model } = await started({
      'buckets/listing': () =>
        new LeapError('not-found', 'There is no bucket gs://gone.')
    });
    expect(screen.queryByRole('button', { name: 'Bookmark' })).toBeNull();
    const { folder } = model.state;
    act(() => {
      model.setVisited({ bookmarks: folder ? [folder] : [], recent: [] });
    });
    await userEvent.click(screen.getByRole('button', { name: 'Bookmark' }));

    expect(model.state.bookmarks).toEqual([]);
  });

  it('says how old the list is once it is older than now', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await started({ 'buckets/listing': () => [page(['runs/'], [])] });
      const status = screen.getByText('1 entry').parentElement;
      expect(status?.textContent).toBe('1 entryMeasure All');
      act(() => {
        jest.advanceTimersByTime(5 * 60_000);
      });

      expect(status?.textContent).toBe('1 entrylisted 5 min. agoMeasure All');
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['forbidden', 'Not allowed'],
    ['not-found', 'Not found'],
    ['no-credentials', 'Not signed in to Google Cloud'],
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
    expect(listingsOf(client).map(({ payer }) => payer)).toEqual([undefined]);
    await userEvent.clear(screen.getByLabelText(/project of yours/));
    await userEvent.type(
      screen.getByLabelText(/project of yours/),
      'my-proj-1'
    );
    await userEvent.click(pay);
    expect(listingsOf(client).map(({ payer }) => payer)).toEqual([
      undefined,
      'my-proj-1'
    ]);
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
    expect(screen.getByTitle(/Its first objects are deleted/)).toBeTruthy();
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
    expect(document.activeElement).toBe(grid());
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
});
