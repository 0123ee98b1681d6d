import {
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HomeHistory } from '../../../../src/contract';
import { Cache } from '../../../../src/service/cache';
import { describeGrowth } from '../../../../src/service/home/history/growth';
import { KeptHistory } from '../../../../src/service/home/history/kept-history';
import {
  recorded,
  type HistoryPoint
} from '../../../../src/service/home/history/points';
import { entry, GB, usage } from '../../../support/home/usage-answers';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function point(
  ageMs: number,
  gigabytes: number,
  rest: Partial<HistoryPoint> = {}
): HistoryPoint {
  return {
    at: new Date(NOW - ageMs).toISOString(),
    usedBytes: gigabytes * GB,
    unreadableCount: 0,
    entries: [],
    ...rest
  };
}

describe('A history', () => {
  it('keeps the first count of each hour for a day, of each day for three months', () => {
    let history: HistoryPoint[] = [];
    for (let ageMs = 120 * DAY_MS; ageMs >= 0; ageMs -= HOUR_MS / 2) {
      history = recorded(history, point(ageMs, 1));
    }
    const ages = history.map(({ at }) => (NOW - Date.parse(at)) / DAY_MS);

    expect(Math.max(...ages)).toBeLessThan(90);
    expect(ages.filter(age => age > 1).length).toBeGreaterThanOrEqual(88);
    expect(history.length).toBeLessThan(120);
    expect(ages).toEqual([...ages].sort((one, other) => other - one));
  });

  it('B45 forgets counts from a clock that was set back', () => {
    const later = point(-DAY_MS, 9);

    expect(recorded([point(DAY_MS, 1), later], point(0, 2))).toEqual([
      point(DAY_MS, 1),
      point(0, 2)
    ]);
  });

  it('says the change since yesterday, last week and the start of this server', () => {
    const points = [
      point(8 * DAY_MS, 10),
      point(26 * HOUR_MS, 14),
      point(5 * HOUR_MS, 15),
      point(2 * HOUR_MS, 17),
      point(0, 16)
    ];

    const { changes } = describeGrowth(
      points,
      50 * GB,
      new Date(NOW - 6 * HOUR_MS)
    );

    expect(
      changes.map(({ period, changedBytes }) => [period, changedBytes / GB])
    ).toEqual([
      ['day', 2],
      ['week', 6],
      ['start', 1]
    ]);
    expect(changes[1]?.since).toBe(points[0]?.at);
  });

  it('compares with the count that is the nearest to a day or a week ago', () => {
    const points = [
      point(9.5 * DAY_MS, 1),
      point(7.5 * DAY_MS, 2),
      point(5.5 * DAY_MS, 3),
      point(35 * HOUR_MS, 4),
      point(25 * HOUR_MS, 5),
      point(19 * HOUR_MS, 6),
      point(0, 16)
    ];

    const { changes, grown } = describeGrowth(points, 50 * GB, null);

    expect(changes).toEqual([
      { period: 'day', since: points[4]?.at, changedBytes: 11 * GB },
      { period: 'week', since: points[1]?.at, changedBytes: 14 * GB }
    ]);
    expect(grown?.since).toBe(points[1]?.at);
  });

  it('compares the first count of this server with none before it', () => {
    const points = [point(5 * HOUR_MS, 15), point(0, 16)];
    const startedAt = new Date(NOW - HOUR_MS);

    expect(describeGrowth(points, 50 * GB, startedAt).changes).toEqual([]);
  });

  it('compares with nothing that is much older or younger than it says', () => {
    const points = [
      point(30 * DAY_MS, 10),
      point(3 * DAY_MS, 11),
      point(3 * HOUR_MS, 12),
      point(0, 13)
    ];

    expect(describeGrowth(points, 50 * GB, null).changes).toEqual([]);
  });

  it('compares no count with one that could read more of the home', () => {
    const points = [point(DAY_MS, 10), point(0, 16, { unreadableCount: 3 })];

    expect(describeGrowth(points, 50 * GB, null)).toMatchObject({
      changes: [],
      grown: null
    });
  });

  it('names the five that grew most, new ones included, none that shrank', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f'];
    const points = [
      point(DAY_MS, 10, { entries: before.map(name => [name, 10]) }),
      point(0, 16, {
        entries: [
          ['new', 90],
          ['a', 19],
          ['b', 17],
          ['c', 14],
          ['d', 12],
          ['e', 11],
          ['f', 3]
        ]
      })
    ];

    expect(describeGrowth(points, null, null).grown?.entries).toEqual([
      { name: 'new', grownBytes: 90 },
      { name: 'a', grownBytes: 9 },
      { name: 'b', grownBytes: 7 },
      { name: 'c', grownBytes: 4 },
      { name: 'd', grownBytes: 2 }
    ]);
  });

  it('calls no growth what shrank, went or stayed as it was', () => {
    const points = [
      point(DAY_MS, 10, {
        entries: [
          ['a', 30],
          ['b', 20],
          ['gone', 15],
          ['c', 10]
        ]
      }),
      point(0, 9, {
        entries: [
          ['a', 29],
          ['b', 20],
          ['c', 11]
        ]
      })
    ];

    expect(describeGrowth(points, null, null).grown?.entries).toEqual([
      { name: 'c', grownBytes: 1 }
    ]);
  });

  it('says when the home is full from counts that missed as little as the last', () => {
    const points = [20, 22, 24, 26].map((gigabytes, day) =>
      point((3 - day) * DAY_MS, gigabytes)
    );
    const partly = point(1.5 * DAY_MS, 2, { unreadableCount: 1 });
    const between = [...points.slice(0, 2), partly, ...points.slice(2)];

    expect(describeGrowth(points, 50 * GB, null).fullInDays).toBe(12);
    expect(describeGrowth(between, 50 * GB, null).fullInDays).toBe(12);
    expect(describeGrowth(points, null, null).fullInDays).toBeNull();
  });

  it('does not call growth what an earlier list had no room for', () => {
    const full = Array.from({ length: 30 }, (_, index): [string, number] => [
      `d${String(index)}`,
      100
    ]);
    const points = [
      point(DAY_MS, 10, { entries: full }),
      point(0, 10, { entries: [['small before', 130]] })
    ];

    expect(describeGrowth(points, null, null).grown?.entries).toEqual([
      { name: 'small before', grownBytes: 30 }
    ]);
  });

  it('fits the contract also when nothing was ever counted', () => {
    expect(HomeHistory.parse(describeGrowth([], 1, null)).points).toEqual([]);
  });
});

// A hundred files are flushed to a disk that others may be using.
jest.setTimeout(60_000);

describe('A kept history', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leap-history-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const kept = (home = '/home/jovyan'): KeptHistory =>
    new KeptHistory({ cache: new Cache(folder), maxBytes: 256 << 10 }, home);

  function at(day: number, names: (index: number) => string) {
    return usage({
      scannedAt: new Date(NOW + day * DAY_MS).toISOString(),
      children: Array.from({ length: 200 }, (_, index) =>
        entry(names(index), GB - index)
      )
    });
  }

  it('is there again after a restart, for its own home alone', async () => {
    await kept().add(at(0, index => `d${String(index)}`));

    expect(await kept().read()).toHaveLength(1);
    expect(await kept('/home/other').read()).toEqual([]);
  });

  it('B43 holds three months, and never more than 256 KiB however long the names are', async () => {
    for (let day = 0; day < 100; day += 1) {
      await kept().add(
        at(day, index => `${'\u6570'.repeat(84)}${String(index)}`)
      );
    }
    const [file = ''] = readdirSync(folder);

    expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(256 << 10);
    expect(await kept().read()).not.toEqual([]);
  });

  it('holds all of three months with ordinary names', async () => {
    for (let day = 0; day < 100; day += 1) {
      await kept().add(at(day, index => `project-${String(index)}`));
    }

    expect(await kept().read()).toHaveLength(90);
  });

  it('B66 stays whole when two servers of one home write at once', async () => {
    const servers = [kept(), kept()];
    for (let day = 0; day < 20; day += 1) {
      await Promise.all(
        servers.map(server => server.add(at(day, index => `d${String(index)}`)))
      );
    }

    expect(await kept().read()).toHaveLength(20);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('B43 begins anew where what was kept is damaged', async () => {
    await kept().add(at(0, index => `d${String(index)}`));
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), 'leap-cache-1 0\n{"version":1}');

    expect(await kept().read()).toEqual([]);
    await kept().add(at(1, index => `d${String(index)}`));
    expect(await kept().read()).toHaveLength(1);
  });
});
