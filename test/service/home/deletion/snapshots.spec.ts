import { snapshots } from '../../../../src/service/home/deletion/snapshots';
import { never } from '../../../support/service/never';

describe('snapshots', () => {
  it('end only when the work has: it goes through directories that are closed then', async () => {
    let hasEnded = false;
    let stopped: AbortSignal | undefined;
    let end = (): void => undefined;
    const items = snapshots(signal => {
      stopped = signal;
      const result = new Promise<string>(resolve => {
        end = () => {
          hasEnded = true;
          resolve('done');
        };
      });
      return { result, soFar: () => 'so far' };
    }, never);
    await items.next();

    const left = items.return();
    const first = await Promise.race([
      left.then(() => 'left'),
      new Promise(resolve => setImmediate(() => resolve('waiting')))
    ]);

    expect(first).toBe('waiting');
    expect(stopped?.aborted).toBe(true);
    end();
    await left;
    expect(hasEnded).toBe(true);
  });
});
