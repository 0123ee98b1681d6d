import { LeapError } from '../../../../src/contract';
import { ImageModel } from '../../../../src/lab/panels/image/model';
import { added, image, packages } from '../../../support/image/answers';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';

const away = new LeapError('unavailable', 'Away.');

describe('ImageModel', () => {
  let model: ImageModel;

  afterEach(() => {
    model.dispose();
  });

  function start(script: Script): ScriptedClient {
    const client = new ScriptedClient(script);
    model = new ImageModel(client);
    return client;
  }

  it('shows the image while the packages are still read', async () => {
    let answer: (value: unknown) => void = () => undefined;
    start({
      'image/spec': () => image(),
      'image/packages': () => new Promise(resolve => (answer = resolve)),
      'image/added': () => away
    });

    const loading = model.load();
    await model.image();

    expect(model.state.image).toEqual({ status: 'ready', value: image() });
    expect(model.state.packages.status).toBe('loading');
    answer(packages(['xarray 1']));
    await loading;
    expect(model.state.packages).toEqual({
      status: 'ready',
      value: packages(['xarray 1'])
    });
  });

  it('keeps each part when another fails, and the last value when it fails itself', async () => {
    const specs: unknown[] = [image(), away];
    start({
      'image/spec': () => specs.shift(),
      'image/packages': () => away,
      'image/added': () => added()
    });

    await model.load();
    expect(model.state).toEqual({
      image: { status: 'ready', value: image() },
      packages: { status: 'failed', value: undefined, error: away },
      added: { status: 'ready', value: added() }
    });

    await model.load();
    expect(model.state.image).toEqual({
      status: 'failed',
      value: image(),
      error: away
    });
  });

  it('asks once for callers at the same time', async () => {
    const client = start({
      'image/spec': () => image(),
      'image/packages': () => packages([]),
      'image/added': () => added()
    });

    await Promise.all([model.load(), model.load()]);

    expect(client.asked.map(({ route }) => route)).toEqual([
      'image/spec',
      'image/packages',
      'image/added'
    ]);
  });

  it('reads the image when it is asked for before the section was seen', async () => {
    const answers: unknown[] = [away, image()];
    start({ 'image/spec': () => answers.shift() });

    await expect(model.image()).rejects.toBe(away);
    await expect(model.image()).resolves.toEqual(image());
  });

  it('stops asking when it is disposed', async () => {
    const client = start({
      'image/spec': () => image(),
      'image/packages': () => packages([]),
      'image/added': () => added()
    });
    const loading = model.load();
    model.dispose();
    await loading;

    expect(client.asked.every(({ signal }) => signal?.aborted)).toBe(true);
  });
});
