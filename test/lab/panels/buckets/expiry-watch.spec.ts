import { Notification } from '@jupyterlab/apputils';
import { StateDB } from '@jupyterlab/statedb';
import { nullTranslator } from '@jupyterlab/translation';
import { LeapError, type Expiring } from '../../../../src/contract';
import { warn } from '../../../../src/lab/panels/buckets/expiry-watch';
import { BucketsModel } from '../../../../src/lab/panels/buckets/model';
import { ScriptedClient } from '../../../support/lab/scripted-client';

const FOLDER: Expiring['folders'][number] = {
  bucket: 'leap-scratch',
  prefix: 'ann/',
  bytes: 8_300_000_000,
  objects: 3012,
  complete: true,
  first: []
};

function start(answers: readonly unknown[]) {
  const rest = [...answers];
  const client = new ScriptedClient({ 'buckets/expiring': () => rest.shift() });
  const options = {
    app: { restored: Promise.resolve() },
    model: new BucketsModel(client),
    memory: new StateDB(),
    settings: null,
    plugin: 'jupyterlab-leap:buckets',
    open: () => undefined,
    trans: nullTranslator.load('jupyterlab_leap')
  };
  return { client, options };
}

describe('the warning of what goes', () => {
  const said: string[] = [];
  const listen = (): void => {
    said.splice(
      0,
      said.length,
      ...Notification.manager.notifications.map(({ message }) => message)
    );
  };

  beforeEach(() => {
    Notification.manager.dismiss();
    said.length = 0;
    Notification.manager.changed.connect(listen);
  });

  afterEach(() => {
    Notification.manager.changed.disconnect(listen);
  });

  it('is said once a day, with the bytes at stake', async () => {
    const { options, client } = start([{ folders: [FOLDER] }]);
    await warn(options);
    await warn(options);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /gs:\/\/leap-scratch\/ann\/: 8\.3.GB in 3,?012 obj/
    );
    expect(client.asked).toHaveLength(1);
  });

  it('is not said when nothing goes', async () => {
    const { options } = start([{ folders: [] }]);
    await warn(options);
    expect(said).toEqual([]);
  });

  it('asks again when it is not known, and says nothing made up', async () => {
    const { options, client } = start([
      new LeapError('unavailable', 'Broken.'),
      { folders: [FOLDER] }
    ]);
    await warn(options);
    expect(said).toEqual([]);
    await warn(options);
    expect(said).toHaveLength(1);
    expect(client.asked).toHaveLength(2);
  });

  it('is not said to who does not want it', async () => {
    const { options, client } = start([{ folders: [FOLDER] }]);
    const settings = {
      load: () => Promise.resolve({ get: () => ({ composite: false }) })
    } as never;
    await warn({ ...options, settings });
    expect(said).toEqual([]);
    expect(client.asked).toEqual([]);
  });
});
