import { LeapError, type HomeCount } from '../../../src/contract';
import type { IFinishedScan } from '../../../src/service/home/finished-scan';
import { HomeScans } from '../../../src/service/home/scans';
import { never } from '../../support/service/never';
import {
  report,
  whole,
  ScriptedWalks
} from '../../support/home/scripted-walks';

const NOTHING_LARGE = { files: [], stores: [], oldest: [] };

describe('HomeScans', () => {
  let walks: ScriptedWalks;
  let scans: HomeScans;
  let kept: IFinishedScan | null;
  let now: Date;

  beforeEach(() => {
    walks = new ScriptedWalks();
    kept = null;
    now = new Date('2026-11-23T12:00:00Z');
    scans = new HomeScans({
      scan: walks.walk,
      kept: {
        read: () => Promise.resolve(kept),
        write: scan => {
          kept = scan;
          return Promise.resolve();
        }
      },
      now: () => now
    });
  });

  const follow = (
    signal = never,
    maxAgeSeconds?: number
  ): AsyncGenerator<HomeCount, void> => scans.follow(maxAgeSeconds, signal);
  /** Let everything that is ready happen. */
  const settled = (): Promise<void> =>
    new Promise(resolve => setImmediate(resolve));

  it('shares one walk among all who ask, and each sees the end', async () => {
    const one = follow();
    const other = follow();
    const first = Promise.all([one.next(), other.next()]);
    await settled();
    walks.send(report(10));

    expect((await first).map(({ value }) => value?.usedBytes)).toEqual([
      10, 10
    ]);
    expect(walks.started).toBe(1);

    const last = Promise.all([one.next(), other.next()]);
    await settled();
    walks.send(report(20, true));

    expect((await last).map(({ value }) => value?.phase)).toEqual([
      'done',
      'done'
    ]);
    expect(await one.next()).toEqual({ done: true, value: undefined });
    expect((await scans.last())?.usage.usedBytes).toBe(20);
    expect(kept?.usage.usedBytes).toBe(20);
    expect(scans.isScanning).toBe(false);
  });

  it('gives a caller that joins late the newest numbers at once', async () => {
    const one = follow();
    const first = one.next();
    await settled();
    walks.send(report(10));
    await first;

    const late = await follow().next();

    expect(late.value?.usedBytes).toBe(10);
  });

  it('stops the walk when the last caller goes, not before', async () => {
    const leaving = new AbortController();
    const alsoLeaving = new AbortController();
    const one = follow(leaving.signal);
    const other = follow(alsoLeaving.signal);
    const first = one.next();
    const second = other.next();
    await settled();

    leaving.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect(walks.stopped).toBe(0);

    alsoLeaving.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect(walks.stopped).toBe(1);
    expect(scans.isScanning).toBe(false);
  });

  it('begins anew for who asks after a cancelled walk', async () => {
    const one = follow();
    const first = one.next();
    await settled();
    walks.send(report(10));
    await first;
    await one.return();

    const again = follow().next();
    await settled();
    walks.send(report(30));

    expect((await again).value?.usedBytes).toBe(30);
    expect(walks.started).toBe(2);
  });

  it('tells every caller why a walk failed, and keeps the last numbers', async () => {
    const one = follow();
    const done = one.next();
    await settled();
    walks.send(report(10, true));
    await done;

    const failing = follow();
    const failed = failing.next();
    await settled();
    walks.send(new LeapError('service-failed', 'It stopped.'));

    await expect(failed).rejects.toMatchObject({ message: 'It stopped.' });
    expect((await scans.last())?.usage.usedBytes).toBe(10);
  });

  it('B36 answers with a scan that is young enough, never with one from the future', async () => {
    const one = follow();
    const done = one.next();
    await settled();
    walks.send(report(10, true));
    await done;

    now = new Date('2026-11-23T12:01:00Z');
    expect((await follow(undefined, 60).next()).value?.usedBytes).toBe(10);
    expect(walks.started).toBe(1);

    now = new Date('2026-11-22T12:00:00Z');
    const again = follow(undefined, 60).next();
    await settled();
    walks.send(report(20));
    expect((await again).value?.usedBytes).toBe(20);
    expect(walks.started).toBe(2);
  });

  it('has whole numbers while they are checked, and begins anew for who asks then', async () => {
    const one = follow(undefined, 600);
    const first = one.next();
    await settled();
    walks.send(whole(10));

    expect((await first).value?.phase).toBe('checking');
    expect((await scans.last())?.usage.usedBytes).toBe(10);
    expect(scans.isScanning).toBe(true);

    // Who needs nothing newer joins; who asks gets a new scan, and so do the others.
    expect((await follow(undefined, 600).next()).value?.usedBytes).toBe(10);
    expect(walks.started).toBe(1);
    now = new Date('2026-11-23T12:00:10Z');
    const second = one.next();
    const asking = follow(undefined, 0).next();
    await settled();
    expect(walks.stopped).toBe(1);
    expect(walks.started).toBe(2);
    walks.send(report(20, true));

    expect((await asking).value?.usedBytes).toBe(20);
    expect((await second).value).toMatchObject({
      usedBytes: 20,
      phase: 'done'
    });
    expect(await one.next()).toEqual({ done: true, value: undefined });
  });

  it('begins anew for all who follow when something was deleted meanwhile', async () => {
    const one = follow();
    const other = follow();
    const first = Promise.all([one.next(), other.next()]);
    await settled();
    walks.send(report(10));
    await first;

    const second = Promise.all([one.next(), other.next()]);
    scans.beginAnew();
    await settled();
    walks.send(report(5, true));

    expect((await second).map(({ value }) => value?.usedBytes)).toEqual([5, 5]);
    expect(await one.next()).toEqual({ done: true, value: undefined });
    expect(walks).toMatchObject({ started: 2, stopped: 1 });
  });

  it('has nothing to begin anew while nobody counts', () => {
    scans.beginAnew();

    expect(scans.isScanning).toBe(false);
    expect(walks.started).toBe(0);
  });

  it('is over with whole numbers for who comes after their check was stopped', async () => {
    const leaving = new AbortController();
    const one = follow(leaving.signal);
    const first = one.next();
    await settled();
    walks.send(whole(10));
    await first;
    const second = one.next();
    leaving.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });

    const later = follow(undefined, 600);

    expect((await later.next()).value).toMatchObject({
      usedBytes: 10,
      phase: 'done'
    });
    expect((await later.next()).done).toBe(true);
    expect(walks.started).toBe(1);
    expect(kept?.usage.phase).toBe('done');
  });

  it('stays with numbers that are being checked until they are', async () => {
    const one = follow();
    const first = one.next();
    await settled();
    walks.send(whole(10));
    await first;
    const other = follow(undefined, 600);
    expect((await other.next()).value?.phase).toBe('checking');
    const next = other.next();
    await settled();
    walks.send(report(20, true));

    expect((await next).value).toMatchObject({ usedBytes: 20, phase: 'done' });
    expect(walks.started).toBe(1);
  });

  it('ends too early when its numbers still assume something', async () => {
    const one = follow();
    const first = one.next();
    await settled();
    walks.send(whole(10));
    await first;
    const second = one.next();
    await settled();
    walks.send(new LeapError('service-failed', 'It stopped.'));

    await expect(second).rejects.toMatchObject({ code: 'service-failed' });
    expect((await scans.last())?.usage.usedBytes).toBe(10);
  });

  it('knows what was kept before it started', async () => {
    kept = {
      usage: {
        ...report(7).report,
        phase: 'done',
        startedAt: '2026-11-20T12:00:00.000Z',
        scannedAt: '2026-11-20T12:00:01.000Z',
        durationMs: 1000
      },
      snapshot: null,
      large: NOTHING_LARGE
    };

    expect((await scans.last())?.usage.usedBytes).toBe(7);
  });
});
