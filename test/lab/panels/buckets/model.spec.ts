import { LeapError, type Query } from '../../../../src/contract';
import type { BucketsModel } from '../../../../src/lab/panels/buckets/model';
import { BUCKETS, page } from '../../../support/buckets/answers';
import {
  BROKEN,
  OWN,
  scriptedBuckets
} from '../../../support/buckets/scripted-buckets';
import type {
  Script,
  ScriptedClient
} from '../../../support/lab/scripted-client';

type Listing = Query<'buckets/listing'>;

describe('BucketsModel', () => {
  let model: BucketsModel;
  const make = (script: Script): ScriptedClient => {
    const made = scriptedBuckets(script);
    ({ model } = made);
    return made.client;
  };

  afterEach(() => {
    model.dispose();
  });

  it('opens the first own folder at first', async () => {
    make({ 'buckets/listing': () => [page([], [['a.nc', 1, null]])] });
    await model.start(null);
    expect(model.state.folder).toEqual(OWN);
    expect(model.state.listing.value?.names).toEqual(['a.nc']);
  });

  it('opens the folder of the last visit', async () => {
    make({ 'buckets/listing': () => [page([], [])] });
    const saved = { bucket: 'cmip6', prefix: 'x/' };
    await model.start(saved);
    expect(model.state.folder).toEqual(saved);
  });

  it('lets a place that is asked for go before the last visit', async () => {
    make({
      'buckets/listing': () => [page([], [])],
      'buckets/place': () => ({ bucket: 'cmip6', prefix: 'y/', object: 'o' })
    });
    await Promise.all([model.goTo('gs://cmip6/y/o'), model.start(OWN)]);
    expect(model.state.folder).toEqual({ bucket: 'cmip6', prefix: 'y/' });
    expect(model.state.current).toBe('o');
  });

  it('filters by what a link filters by, beyond what is loaded too', async () => {
    const client = make({
      'buckets/listing': ({ match }: Listing) => [
        match === undefined
          ? page([], [['a', 1, null]], { cursor: 'more' })
          : page([], [['run-1', 1, null]])
      ],
      'buckets/place': () => ({
        bucket: 'b',
        prefix: 'x/',
        object: null,
        match: 'run'
      })
    });
    await model.goTo('https://console.cloud.google.com/…?prefix=run');
    expect(model.state.filter).toBe('run');
    await new Promise<void>(resolve => {
      model.stateChanged.connect((_, { rows }) => {
        if (rows?.names.includes('run-1')) {
          resolve();
        }
      });
    });
    expect(client.asked.at(-1)?.query).toMatchObject({ match: 'run' });
  });

  it('goes up with the cursor on the folder it came from', async () => {
    make({ 'buckets/listing': () => [page([], [])] });
    await model.open({ bucket: 'b', prefix: 'ann/data/' });
    await model.up();
    expect(model.state).toMatchObject({
      folder: { bucket: 'b', prefix: 'ann/' },
      current: 'data/'
    });
  });

  it('finds what a link names beyond what is loaded of a large folder', async () => {
    make({
      'buckets/listing': ({ match }: Listing) =>
        match === undefined
          ? [page([], [['a', 1, null]], { cursor: 'more' })]
          : [page([], [[match, 7, null]])],
      'buckets/place': () => ({ bucket: 'b', prefix: 'x/', object: 'zebra' })
    });
    const found = new Promise<void>(resolve => {
      model.stateChanged.connect(() => {
        if (model.state.rows?.names.includes('zebra')) {
          resolve();
        }
      });
    });
    await model.goTo('gs://b/x/zebra');
    await found;
    expect(model.state).toMatchObject({
      current: 'zebra',
      rows: { names: ['a', 'zebra'], bytes: [1, 7] }
    });
  });

  it('shows why a reference leads nowhere, and stays where it is', async () => {
    const error = new LeapError('bad-request', 'Write gs:// …');
    make({
      'buckets/listing': () => [page([], [])],
      'buckets/place': () => error
    });
    await model.open(OWN);
    await model.goTo('nonsense');
    expect(model.state.going).toMatchObject({ status: 'failed', error });
    expect(model.state.folder).toEqual(OWN);
  });

  it('stays where it is when the reader types on before a reference is found', async () => {
    let answer = (): void => undefined;
    make({
      'buckets/listing': () => [page(['d/'], [])],
      'buckets/place': async () => {
        await new Promise<void>(resolve => (answer = resolve));
        return { bucket: 'cmip6', prefix: 'y/', object: null };
      }
    });
    await model.open(OWN);
    const gone = model.goTo('gs://cmip6/y/');
    model.setFilter('d');
    answer();
    await gone;
    expect(model.state).toMatchObject({
      folder: OWN,
      filter: 'd',
      going: { status: 'idle' }
    });
  });

  it('tries again to learn the buckets', async () => {
    const answers: unknown[] = [BROKEN, BUCKETS];
    make({
      'buckets/configured': () => answers.shift(),
      'buckets/listing': () => [page([], [])]
    });
    await model.start(null);
    expect(model.state.buckets).toMatchObject({ status: 'failed' });
    await model.refresh();
    expect(model.state.folder).toEqual(OWN);
  });

  it('recognises data sets once each', async () => {
    const client = make({
      'buckets/listing': () => [page(['a/', 'b/'], [])],
      'buckets/recognition': () => ({ kinds: ['zarr2', null] })
    });
    await model.open(OWN);
    model.lookAt(['a/', 'b/']);
    model.lookAt(['a/', 'b/']);
    await new Promise(resolve => setTimeout(resolve));
    model.lookAt(['a/', 'b/']);
    expect([...model.state.kinds]).toEqual([
      ['a/', 'zarr2'],
      ['b/', null]
    ]);
    const asked = client.asked.filter(
      ({ route }) => route === 'buckets/recognition'
    );
    expect(asked).toHaveLength(1);
  });

  it('looks again at a folder of which nothing was found out, when it is selected', async () => {
    let tries = 0;
    make({
      'buckets/listing': () => [page(['a/', 'b/'], [])],
      'buckets/recognition': () => {
        tries += 1;
        return tries === 1
          ? new LeapError('unavailable', 'The connection keeps breaking.')
          : { kinds: ['zarr2'] };
      }
    });
    await model.open(OWN);
    model.lookAt(['a/', 'b/']);
    await new Promise(resolve => setTimeout(resolve));
    expect(model.state.kinds.size).toBe(0);
    model.select('a/');
    await new Promise(resolve => setTimeout(resolve));
    expect([...model.state.kinds]).toEqual([['a/', 'zarr2']]);
  });

  it('sorts by a column, large first, then the other way round', () => {
    make({});
    model.sortBy('bytes');
    expect(model.state.sort).toEqual({ by: 'bytes', descending: true });
    model.sortBy('bytes');
    expect(model.state.sort).toEqual({ by: 'bytes', descending: false });
  });
});
