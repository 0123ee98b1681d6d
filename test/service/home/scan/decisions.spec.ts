import fc from 'fast-check';
import { DirectoryColumns } from '../../../../src/service/home/scan/tree/columns';
import { Concurrency } from '../../../../src/service/home/scan/calls/concurrency';
import { InodeIndex } from '../../../../src/service/home/scan/tree/inode-index';
import { instantOf } from '../../../../src/service/home/scan/tree/instant';
import { LatencyJudge } from '../../../../src/service/home/scan/node/judge';
import { LinkedFiles } from '../../../../src/service/home/scan/tree/linked';
import { mountsBelow } from '../../../../src/service/home/scan/tree/mounts';
import {
  decodeName,
  encodeName
} from '../../../../src/service/home/scan/tree/names';
import { Pace } from '../../../../src/service/home/scan/node/pace';
import {
  mostCallsInFlight,
  threadsAtWork
} from '../../../../src/service/home/scan/calls/threads';

describe('names', () => {
  it('B14 come back byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 255 }), bytes => {
        const name = decodeName(bytes);

        expect(encodeName(name)).toEqual(Buffer.from(bytes));
        expect(JSON.parse(JSON.stringify(name))).toBe(name);
      })
    );
  });

  it('are refused when they stand for no bytes', () => {
    expect(() => encodeName('a\uD800b')).toThrow('not valid text');
  });
});

describe('mounts below a directory', () => {
  const line = (id: number, parent: number, point: string): string =>
    `${id} ${parent} 98:0 /volume/a ${point} rw,noatime master:1 - nfs4 server:/volume rw\n`;

  it('B28 are found by their mount point alone, nested ones left to the outer', () => {
    const mountinfo = Buffer.from(
      [
        line(30, 1, '/'),
        line(31, 30, '/home'),
        line(32, 31, '/home/jovyan'),
        line(33, 32, '/home/jovyan/shared'),
        line(34, 33, '/home/jovyan/shared/deeper'),
        line(35, 31, '/home/jovyan2/x'),
        line(36, 32, '/home/jovyan/a\\040b\\134c')
      ].join('')
    );

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual([
      'a b\\c',
      'shared'
    ]);
    expect(mountsBelow(mountinfo, '/')).toEqual(['home']);
    expect(mountsBelow(mountinfo, '/home/jovyan/shared/deeper')).toEqual([]);
  });

  it('B28 are none of those that something mounted later covers', () => {
    const mountinfo = Buffer.from(
      [
        line(30, 1, '/'),
        line(33, 30, '/home/jovyan/shared'),
        line(34, 30, '/home/jovyan'),
        line(35, 34, '/home/jovyan'),
        line(36, 35, '/home/jovyan/scratch'),
        line(37, 36, '/home/jovyan/scratch')
      ].join('')
    );

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual(['scratch']);
    expect(mountsBelow(mountinfo, '/home')).toEqual(['jovyan']);
  });

  it('B28 are all that are named where the root itself is not', () => {
    const mountinfo = Buffer.from(line(36, 35, '/home/jovyan/shared'));

    expect(mountsBelow(mountinfo, '/home/jovyan')).toEqual(['shared']);
  });

  it('B14 keep the bytes of their names', () => {
    const mountinfo = Buffer.from(line(36, 35, '/home/\xff'), 'latin1');

    expect(mountsBelow(mountinfo, '/home')).toEqual(['\uDCFF']);
  });
});

describe('the columns of a walk', () => {
  it('keep every name while their memory grows', () => {
    const columns = DirectoryColumns.create();
    const start = {
      inode: 1,
      usedBytes: 0,
      changedMs: 0,
      statusMs: 0,
      sameDevice: true,
      sizeBytes: 0
    };
    const names = Array.from({ length: 40_000 }, (_, at) =>
      at % 2 ? `directory number ${at}` : `Verzeichnis für ${at} \uDCFF`
    );

    for (const name of names) {
      const isOdd = name.includes('\uDCFF');
      columns.add(0, isOdd ? encodeName(name) : name, start);
    }

    expect(columns.count).toBe(names.length);
    expect(names.map((_, id) => columns.nameText(id))).toEqual(names);
    expect(decodeName(columns.name(39_998))).toBe(names[39_998]);
  });
});

describe('the index of inodes', () => {
  it('finds what a Map finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2 ** 48 - 1), fc.nat(2 ** 32 - 1)), {
          maxLength: 3000,
          size: 'max'
        }),
        pairs => {
          const index = new InodeIndex();
          const map = new Map([[0, 7], ...pairs]);
          for (const [inode, number] of map) {
            index.set(inode, number);
          }

          const found = [...index.inodes()].map(inode => [
            inode,
            index.get(inode)
          ]);
          expect(new Map(found as [number, number][])).toEqual(map);
          expect(index.get(2 ** 48)).toBeUndefined();
        }
      ),
      { numRuns: 20 }
    );
  });
});

describe('files with several names', () => {
  it('belong to the directory that comes first, in whatever order they are met', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([4, 9, 2, 7], { minLength: 4 }),
        directories => {
          const linked = new LinkedFiles((one, other) => one < other);

          for (const directory of directories) {
            linked.add({
              volume: 1,
              inode: 5,
              directory,
              usedBytes: 512,
              apparentBytes: 1
            });
          }

          expect(linked.owner(1, 5)).toBe(2);
          expect(linked.count).toBe(1);
        }
      )
    );
  });

  it('are different files on different volumes', () => {
    const linked = new LinkedFiles(() => false);

    linked.add({
      volume: 1,
      inode: 5,
      directory: 1,
      usedBytes: 512,
      apparentBytes: 1
    });
    linked.add({
      volume: 2,
      inode: 5,
      directory: 2,
      usedBytes: 512,
      apparentBytes: 1
    });

    expect(linked.count).toBe(2);
  });
});

describe('the pace of calls', () => {
  it.each([1, 7, 250, 999, 1000, 5000, 33_333])(
    'never passes %i in any second',
    rate => {
      const pace = new Pace(rate);
      const starts: number[] = [];
      let nowMs = 0;
      while (nowMs < 4000) {
        const waitMs = pace.take(nowMs);
        if (waitMs === 0) {
          starts.push(nowMs);
        }
        // The eager caller: asks again the very moment it may.
        nowMs += waitMs;
      }

      const most = starts.reduce((highest, start, at) => {
        const end = starts.findIndex(later => later >= start + 1000);
        return Math.max(highest, (end === -1 ? starts.length : end) - at);
      }, 0);

      expect(most).toBeLessThanOrEqual(rate);
      expect(most).toBeGreaterThanOrEqual(Math.floor(rate * 0.88));
    }
  );

  it('has no ceiling where none is set', () => {
    const pace = new Pace(null);

    expect([1, 2, 3].map(() => pace.take(0))).toEqual([0, 0, 0]);
  });
});

describe('calls in flight', () => {
  /** The latency of a server that answers this many calls at once in a millisecond each, and queues the rest. */
  const latencyMs = (inFlight: number, capacity: number): number =>
    Math.max(1, inFlight / capacity);
  const risen = (capacity: number): Concurrency => {
    const concurrency = new Concurrency(64, 64);
    for (let time = 0; time < 50; time += 1) {
      concurrency.adapt(latencyMs(concurrency.limit, capacity));
    }
    return concurrency;
  };

  it('rise while that pays and stay below the ceiling', () => {
    expect(risen(1000).limit).toBe(64);
    expect(risen(10).limit).toBe(32);
    expect(new Concurrency(3, 64).limit).toBe(3);
  });

  it('rise past what is made at once, as long as that is as quick', () => {
    const concurrency = new Concurrency(384, 64);
    for (let time = 0; time < 50; time += 1) {
      concurrency.adapt(latencyMs(concurrency.limit, 64));
    }

    expect(concurrency.limit).toBe(384);
  });

  it('fall when the file server slows, and rise again after it', () => {
    const concurrency = risen(1000);

    for (let time = 0; time < 20; time += 1) {
      concurrency.adapt(100);
    }
    expect(concurrency.limit).toBe(4);

    for (let time = 0; time < 20; time += 1) {
      concurrency.adapt(1);
    }
    expect(concurrency.limit).toBe(64);
  });

  it('begin as those of an earlier count ended, within the ceiling, and fall when the server has slowed since', () => {
    const habits = { areSlow: true, atOnce: 64, bestMs: 1 };

    expect(new Concurrency(1000, 64, habits).limit).toBe(64);
    expect(new Concurrency(8, 64, habits).limit).toBe(8);
    expect(new Concurrency(8, 64, { ...habits, atOnce: -5 }).limit).toBe(1);
    const slowed = new Concurrency(1000, 64, habits);
    slowed.adapt(20);
    expect(slowed.limit).toBe(48);
  });

  it('are as many as the pool and the operator allow', () => {
    expect(mostCallsInFlight(null, 64)).toBe(384);
    expect(mostCallsInFlight(null, 4)).toBe(24);
    expect(mostCallsInFlight(1000, 64)).toBe(384);
    expect(mostCallsInFlight(10, 64)).toBe(10);
    expect(threadsAtWork(null, 2)).toBe(2);
    expect(threadsAtWork(null, 64)).toBe(4);
    expect(threadsAtWork(1, 64)).toBe(1);
  });
});

describe('the judge of latency', () => {
  it('is not moved by one slow call, but by many', () => {
    const judge = new LatencyJudge();
    judge.add(true);
    judge.add(false);
    expect(judge.isSlow).toBe(false);

    for (let time = 0; time < 3; time += 1) {
      judge.add(true);
    }
    expect(judge.isSlow).toBe(true);

    for (let time = 0; time < 8; time += 1) {
      judge.add(false);
    }
    expect(judge.isSlow).toBe(false);
  });
});

describe('times of files', () => {
  it('B36 are written as ISO 8601 wherever that can write them', () => {
    expect(instantOf(-2_147_483_648_000)).toBe('1901-12-13T20:45:52.000Z');
    expect(instantOf(4_294_967_296_000)).toBe('2106-02-07T06:28:16.000Z');
    expect(instantOf(1e18)).toBe('9999-12-31T23:59:59.999Z');
    expect(instantOf(-1e18)).toBe('0001-01-01T00:00:00.000Z');
  });
});
