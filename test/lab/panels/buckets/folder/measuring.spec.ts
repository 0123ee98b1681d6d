import type { BucketsModel } from '../../../../../src/lab/panels/buckets/model';
import { folderSize, page } from '../../../../support/buckets/answers';
import {
  OWN,
  scriptedBuckets
} from '../../../../support/buckets/scripted-buckets';
import type {
  Script,
  ScriptedClient
} from '../../../../support/lab/scripted-client';

describe('measuring a folder', () => {
  let model: BucketsModel;
  const make = (script: Script): ScriptedClient => {
    const made = scriptedBuckets(script);
    ({ model } = made);
    return made.client;
  };

  afterEach(() => {
    model.dispose();
  });

  it('measures a folder, growing', async () => {
    const seen: unknown[] = [];
    make({
      'buckets/listing': () => [page(['a/'], [])],
      'buckets/size': () => [
        folderSize({ complete: false, phase: 'listing', objects: 1 }),
        folderSize()
      ]
    });
    await model.open(OWN);
    model.stateChanged.connect(() => {
      const measured = model.state.sizes.get('a/');
      seen.push([measured?.status, measured?.value?.objects]);
    });
    await model.measure('a/');
    expect(seen).toEqual([
      ['loading', undefined],
      ['loading', 1],
      ['loading', 3012],
      ['ready', 3012]
    ]);
  });

  it('keeps what was counted when measuring is cancelled', async () => {
    make({
      'buckets/listing': () => [page(['a/'], [])],
      'buckets/size': function* () {
        yield folderSize({ complete: false, phase: 'listing', objects: 7 });
        model.cancelMeasuring();
        yield folderSize();
      }
    });
    await model.open(OWN);
    await model.measure('a/');
    expect(model.state.sizes.get('a/')).toMatchObject({
      status: 'failed',
      error: { code: 'cancelled' },
      value: { objects: 7, complete: false }
    });
  });

  it('does not carry a size over into another folder', async () => {
    let goOn = (): void => undefined;
    make({
      'buckets/listing': () => [page(['a/'], [])],
      'buckets/size': async function* () {
        await new Promise<void>(resolve => (goOn = resolve));
        yield folderSize();
      }
    });
    await model.open(OWN);
    const measuring = model.measure('a/');
    await model.open({ bucket: 'b', prefix: '' });
    goOn();
    await measuring;
    expect(model.state.sizes.size).toBe(0);
  });
});
