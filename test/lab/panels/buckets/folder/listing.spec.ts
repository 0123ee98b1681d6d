import { LeapError, type Query } from '../../../../../src/contract';
import { BucketsModel } from '../../../../../src/lab/panels/buckets/model';
import { BUCKETS, page } from '../../../../support/buckets/answers';
import {
  ScriptedClient,
  type Script
} from '../../../../support/lab/scripted-client';

type Listing = Query<'buckets/listing'>;

const broken = new LeapError('unavailable', 'The connection keeps breaking.');

const own = { bucket: 'leap-scratch', prefix: 'ann/' };

describe('listing a folder', () => {
  let model: BucketsModel;
  const make = (script: Script): ScriptedClient => {
    const client = new ScriptedClient({
      'buckets/configured': () => BUCKETS,
      'buckets/recognition': () => ({ kinds: [] }),
      ...script
    });
    model = new BucketsModel(client);
    return client;
  };

  const listings = (client: ScriptedClient): Listing[] =>
    client.asked
      .filter(({ route }) => route === 'buckets/listing')
      .map(({ query }) => query as Listing);

  afterEach(() => {
    model.dispose();
  });

  it('adds page to page', async () => {
    make({
      'buckets/listing': () => [
        page(['d/'], [['a', 1, null]], { cursor: 'one' }),
        page(['e/'], [['b', 2, null]])
      ]
    });
    await model.open(own);
    expect(model.state.listing).toMatchObject({
      status: 'ready',
      value: { folders: ['d/', 'e/'], names: ['a', 'b'], bytes: [1, 2] }
    });
  });

  it('goes on from where the listing stopped', async () => {
    const client = make({
      'buckets/listing': ({ cursor }: Listing) =>
        cursor === 'one'
          ? [page([], [['b', 2, null]])]
          : [page([], [['a', 1, null]], { cursor: 'one' })]
    });
    await model.open(own);
    await model.loadMore();
    expect(model.state.listing.value?.names).toEqual(['a', 'b']);
    await model.loadMore();
    expect(listings(client)).toHaveLength(2);
  });

  it('keeps the rows that came before a failure, and goes on behind them', async () => {
    const client = make({
      'buckets/listing': function* ({ cursor }: Listing) {
        if (cursor) {
          yield page([], [['b', 2, null]]);
          return;
        }
        yield page([], [['a', 1, null]], { cursor: 'one' });
        throw broken;
      }
    });
    await model.open(own);
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      error: broken,
      value: { names: ['a'] }
    });
    await model.loadMore();
    expect(model.state.listing).toMatchObject({
      status: 'ready',
      value: { names: ['a', 'b'] }
    });
    expect(listings(client)[1]?.cursor).toBe('one');
  });

  it('keeps the old rows when listing again fails', async () => {
    const answers: unknown[] = [[page([], [['a', 1, null]])], broken];
    make({ 'buckets/listing': () => answers.shift() });
    await model.open(own);
    await model.refresh();
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      value: { names: ['a'] }
    });
  });

  it('never takes a failure for an empty folder', async () => {
    make({ 'buckets/listing': () => broken });
    await model.open(own);
    expect(model.state.listing).toEqual({
      status: 'failed',
      value: undefined,
      error: broken
    });
  });

  it('forgets the folder that was left, even when its answer comes late', async () => {
    let goOn = (): void => undefined;
    make({
      'buckets/listing': async function* ({ prefix }: Listing) {
        if (prefix === 'slow/') {
          await new Promise<void>(resolve => (goOn = resolve));
        }
        yield page([], [[`in ${prefix}`, 1, null]]);
      }
    });
    const slow = model.open({ bucket: 'b', prefix: 'slow/' });
    await model.open({ bucket: 'b', prefix: 'fast/' });
    goOn();
    await slow;
    expect(model.state.listing).toMatchObject({
      status: 'ready',
      value: { names: ['in fast/'] }
    });
  });

  it('ends the request of the folder that was left', async () => {
    const client = make({
      'buckets/listing': async function* ({ prefix }: Listing, signal) {
        if (prefix === 'slow/') {
          await new Promise(resolve => {
            (signal as AbortSignal).addEventListener('abort', resolve);
          });
        }
        yield page([], []);
      }
    });
    const slow = model.open({ bucket: 'b', prefix: 'slow/' });
    await model.open(own);
    await slow;
    expect(client.asked[0]?.signal?.aborted).toBe(true);
  });

  it('stops a listing and keeps what came', async () => {
    make({
      'buckets/listing': function* () {
        yield page([], [['a', 1, null]], { cursor: 'one' });
        model.stop();
        yield page([], [['b', 1, null]], { cursor: 'two' });
      }
    });
    await model.open(own);
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      error: { code: 'cancelled' },
      value: { names: ['a'], cursor: 'one' }
    });
  });
});
