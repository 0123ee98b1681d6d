import type { Query } from '../../../../../src/contract';
import type { BucketsModel } from '../../../../../src/lab/panels/buckets/model';
import { page } from '../../../../support/buckets/answers';
import {
  BROKEN,
  OWN,
  listingsOf,
  scriptedBuckets
} from '../../../../support/buckets/scripted-buckets';
import type {
  Script,
  ScriptedClient
} from '../../../../support/lab/scripted-client';

type Listing = Query<'buckets/listing'>;

describe('listing a folder', () => {
  let model: BucketsModel;
  const make = (script: Script): ScriptedClient => {
    const made = scriptedBuckets(script);
    ({ model } = made);
    return made.client;
  };

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
    await model.open(OWN);
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
    await model.open(OWN);
    await model.loadMore();
    expect(model.state.listing.value?.names).toEqual(['a', 'b']);
    await model.loadMore();
    expect(listingsOf(client)).toHaveLength(2);
  });

  it('keeps the rows that came before a failure, and goes on behind them', async () => {
    const client = make({
      'buckets/listing': function* ({ cursor }: Listing) {
        if (cursor) {
          yield page([], [['b', 2, null]]);
          return;
        }
        yield page([], [['a', 1, null]], { cursor: 'one' });
        throw BROKEN;
      }
    });
    await model.open(OWN);
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      error: BROKEN,
      value: { names: ['a'] }
    });
    await model.loadMore();
    expect(model.state.listing).toMatchObject({
      status: 'ready',
      value: { names: ['a', 'b'] }
    });
    expect(listingsOf(client)[1]?.cursor).toBe('one');
  });

  it('keeps the old rows when listing again fails', async () => {
    const answers: unknown[] = [[page([], [['a', 1, null]])], BROKEN];
    make({ 'buckets/listing': () => answers.shift() });
    await model.open(OWN);
    await model.refresh();
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      value: { names: ['a'] }
    });
  });

  it('never takes a failure for an empty folder', async () => {
    make({ 'buckets/listing': () => BROKEN });
    await model.open(OWN);
    expect(model.state.listing).toEqual({
      status: 'failed',
      value: undefined,
      error: BROKEN
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
    await model.open(OWN);
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
    await model.open(OWN);
    expect(model.state.listing).toMatchObject({
      status: 'failed',
      error: { code: 'cancelled' },
      value: { names: ['a'], cursor: 'one' }
    });
  });
});
