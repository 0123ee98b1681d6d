import { LeapError, type HomeUsage } from '../../../../src/contract';
import { HomeModel } from '../../../../src/lab/panels/home/model';
import { directory, summary, usage } from '../../../support/home/usage-answers';
import {
  ScriptedClient,
  type Script
} from '../../../support/lab/scripted-client';

const unavailable = new LeapError('unavailable', 'The file server is away.');

describe('HomeModel', () => {
  let model: HomeModel;
  const start = (script: Script) => {
    const client = new ScriptedClient(script);
    model = new HomeModel(client);
    return client;
  };

  afterEach(() => model.dispose());

  it('shows the last scan before it walks again', async () => {
    const seen: (HomeUsage | undefined)[] = [];
    start({
      'home/summary': () => summary({ last: usage({ files: 1 }) }),
      'home/usage': () => [usage({ files: 2 })]
    });
    model.stateChanged.connect(() => seen.push(model.state.usage.value));
    await model.load(600);
    expect(seen[0]?.files).toBe(1);
    expect(model.state.usage).toMatchObject({
      status: 'ready',
      value: { files: 2 }
    });
  });

  it('shows the partial numbers of the very first walk', async () => {
    const seen: string[] = [];
    start({
      'home/usage': () => [
        usage({ phase: 'scanning', files: 5 }),
        usage({ files: 9 })
      ]
    });
    model.stateChanged.connect(() => {
      const { value } = model.state.usage;
      seen.push(`${model.state.usage.status} ${value?.files ?? '-'}`);
    });
    await model.refresh();
    expect(seen).toEqual(['loading -', 'loading 5', 'ready 9']);
  });

  it('keeps the last whole scan on screen while the next one runs', async () => {
    start({
      'home/usage': () => [
        usage({ phase: 'scanning', files: 5 }),
        usage({ files: 9 })
      ]
    });
    await model.refresh();
    const during: unknown[] = [];
    model.stateChanged.connect(() =>
      during.push(model.state.usage.value?.files)
    );
    await model.refresh();
    expect(during).not.toContain(5);
  });

  it('shows whole numbers at once while what they assume is read, and folders with them', async () => {
    const seen: string[] = [];
    const client = start({
      'home/directory': () => directory('a', []),
      'home/usage': () => [
        usage({
          phase: 'checking',
          files: 7,
          scannedAt: '2026-11-23T13:00:00Z'
        }),
        usage({
          phase: 'checking',
          files: 7,
          scannedAt: '2026-11-23T13:00:00Z'
        }),
        usage({ files: 9, scannedAt: '2026-11-23T13:01:00Z' })
      ]
    });
    await model.unfold('a');
    model.stateChanged.connect(() => {
      const { status, value } = model.state.usage;
      seen.push(`${status} ${value?.files ?? '-'}`);
    });

    await model.refresh();

    expect(seen).toContain('loading 7');
    expect(seen.at(-1)).toBe('ready 9');
    const asked = client.asked.filter(
      ({ route }) => route === 'home/directory'
    );
    expect(asked).toHaveLength(3);
  });

  it('is ready when the answer ends, also where nobody checked its numbers to the end', async () => {
    start({ 'home/usage': () => [usage({ phase: 'checking', files: 7 })] });
    await model.refresh();
    expect(model.state).toMatchObject({
      usage: { status: 'ready', value: { files: 7 } },
      progress: null
    });
  });

  it('fails when the answer ends without a number', async () => {
    start({ 'home/usage': () => [] });
    await model.refresh();
    expect(model.state.usage).toMatchObject({
      status: 'failed',
      error: { code: 'service-failed' }
    });
  });

  it('calls a count slow only when it lasts, and no longer than it lasts', async () => {
    jest.useFakeTimers();
    let goOn = (): void => undefined;
    start({
      'home/usage': async function* () {
        await new Promise<void>(resolve => (goOn = resolve));
        yield usage();
      }
    });
    const walk = model.refresh();
    await jest.advanceTimersByTimeAsync(400);
    expect(model.state.isSlow).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
    expect(model.state.isSlow).toBe(true);
    goOn();
    await walk;
    expect(model.state.isSlow).toBe(false);
    jest.useRealTimers();
  });

  it('counts anew when asked to while numbers are being checked', async () => {
    let walks = 0;
    /** Numbers that are checked until nobody wants to know any more. */
    const checked = async function* (signal?: AbortSignal) {
      yield usage({ phase: 'checking', files: 7 });
      if (!signal?.aborted) {
        await new Promise(resolve =>
          signal?.addEventListener('abort', resolve)
        );
      }
      yield usage({ phase: 'checking', files: 7 });
    };
    start({
      'home/summary': () => summary(),
      'home/usage': (_: never, signal?: AbortSignal) => {
        walks += 1;
        return walks === 1 ? checked(signal) : [usage({ files: 9 })];
      }
    });
    const isChecking = new Promise<void>(resolve => {
      model.stateChanged.connect((_, { progress }) => {
        if (progress?.phase === 'checking') {
          resolve();
        }
      });
    });
    const first = model.load(600);
    await isChecking;

    await model.refresh();
    await first;

    expect(walks).toBe(2);
    expect(model.state.usage).toMatchObject({
      status: 'ready',
      value: { files: 9 }
    });
  });

  it('keeps the last scan when a refresh fails', async () => {
    const answers = [[usage()], unavailable];
    start({ 'home/usage': () => answers.shift() });
    await model.refresh();
    await model.refresh();
    expect(model.state.usage).toEqual({
      status: 'failed',
      value: usage(),
      error: unavailable
    });
  });

  it('fails visibly when nothing is known at all', async () => {
    start({ 'home/summary': () => unavailable });
    await model.load(600);
    expect(model.state.usage).toMatchObject({
      status: 'failed',
      error: unavailable
    });
  });

  it('keeps what a cancelled first walk had found', async () => {
    start({
      'home/usage': async function* () {
        yield usage({ phase: 'scanning', files: 5 });
        model.cancel();
        yield usage({ phase: 'scanning', files: 6 });
      }
    });
    await model.refresh();
    expect(model.state.usage).toMatchObject({
      status: 'failed',
      value: { files: 5, phase: 'scanning' },
      error: { code: 'cancelled' }
    });
  });

  it('shows what a count finds after one that was stopped, once that is more', async () => {
    const partial = (bytes: number): HomeUsage =>
      usage({ phase: 'scanning', usedBytes: bytes });
    const seen: (number | undefined)[] = [];
    const counts = [
      [partial(500)],
      [partial(100), partial(700), usage({ usedBytes: 900 })]
    ];
    start({ 'home/usage': () => counts.shift() ?? [] });
    await model.refresh();
    model.stateChanged.connect(() => {
      seen.push(model.state.usage.value?.usedBytes);
    });
    await model.refresh();
    expect([...new Set(seen)]).toEqual([500, 700, 900]);
  });

  it('walks once for two callers', async () => {
    const client = start({ 'home/usage': () => [usage()] });
    await Promise.all([model.refresh(), model.refresh()]);
    expect(client.asked).toHaveLength(1);
  });

  it('counts when asked to, also while the last count is being fetched', async () => {
    const last = usage({ files: 1, scannedAt: '2026-11-23T13:00:00Z' });
    const now = usage({ files: 2, scannedAt: '2026-11-23T13:01:00Z' });
    const client = start({
      'home/summary': () => summary({ last }),
      'home/usage': ({ maxAgeSeconds }) => [maxAgeSeconds === 0 ? now : last]
    });
    let asked = Promise.resolve();
    model.stateChanged.connect(() => {
      if (model.state.usage.status === 'loading' && client.asked.length === 1) {
        asked = Promise.resolve().then(() => model.refresh());
      }
    });

    await model.load(600);
    await asked;

    expect(model.state.usage.value?.files).toBe(2);
  });

  it('publishes nothing after its end', async () => {
    start({ 'home/usage': () => [usage()] });
    const walk = model.refresh();
    model.dispose();
    await walk;
    expect(model.state.usage.status).toBe('loading');
  });
});
