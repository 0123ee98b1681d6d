/**
 * One measurement of a folder.
 */
export interface IRun {
  readonly bytes: number;
  readonly calls: number;
  readonly ms: number;
  /** Of this process, user and system. */
  readonly cpuMs: number;
}

/**
 * All measurements of one folder.
 */
export interface ISizes {
  readonly bucket: string;
  readonly objects: number;
  readonly bytes: number;
  /** Page after page through the client library. */
  readonly sequentialMs: number;
  /** Ours, by requests in flight. */
  readonly runs: ReadonlyMap<number, IRun>;
  readonly isExact: boolean;
  readonly isFlat: boolean;
}

/** How many times as fast as page after page, by requests in flight. */
const TARGETS = {
  flat: new Map([
    [16, 8],
    [64, 12]
  ]),
  other: new Map([
    [16, 10],
    [64, 20]
  ])
};
const MOST_EXTRA_PERCENT = 15;

/** The targets are for folders of so many objects: of a small one, too much is beginning and end. */
const OBJECTS = { flat: 300_000, other: 1_000_000 };

/**
 * Print how much faster than page after page each folder was, and at what cost in calls, beside the targets.
 */
export function printSizes(sizes: readonly ISizes[]): void {
  for (const size of sizes) {
    const { bucket, objects, sequentialMs, runs } = size;
    const kind = size.isFlat ? 'flat' : 'other';
    const head = `${bucket.padEnd(15)} ${objects.toLocaleString('en').padStart(9)} objects · page after page ${(sequentialMs / 1000).toFixed(1)} s`;
    const parts = [...runs].map(([concurrency, run]) => {
      const times = sequentialMs / run.ms;
      const extra = (run.calls / Math.ceil(objects / 1000) - 1) * 100;
      const target = TARGETS[kind].get(concurrency) ?? 0;
      const isMet = times >= target && extra <= MOST_EXTRA_PERCENT;
      const verdict =
        objects < OBJECTS[kind] ? 'small' : isMet ? 'met' : 'MISSED';
      return `${String(concurrency)} at once ${(run.ms / 1000).toFixed(2)} s = ${times.toFixed(1)} times (target ${String(target)}), ${extra.toFixed(0)} % more calls (${String(MOST_EXTRA_PERCENT)}), CPU ${(run.cpuMs / 1000).toFixed(1)} s: ${verdict}`;
    });
    console.log([head, ...parts].join('\n    '));
  }
}
