/** Samples looked back at, and how many of them must be slow. One page fault or one collection of garbage is not a slow disk. */
const SAMPLES = 8;
const SLOW_SAMPLES = 4;

/** Calls in a sample, and while it is not known or doubted what they are like: then it shall be known soon. */
const SAMPLE = 8;
const DOUBTED_SAMPLE = 2;

/**
 * Whether one kind of call returns at once or after a round trip, from what was seen lately.
 */
export class LatencyJudge {
  /** Some calls were made: each was slow or none. */
  add(isSlow: boolean): void {
    const mask = (1 << SAMPLES) - 1;
    this._recent = ((this._recent << 1) | (isSlow ? 1 : 0)) & mask;
    this._isSlow = bits(this._recent) >= SLOW_SAMPLES;
    this._added += 1;
  }

  /** Whether all that was seen lately was fast. */
  get isSure(): boolean {
    return this._recent === 0 && this._added >= SLOW_SAMPLES;
  }

  /** Calls to make before the next look at the clock. */
  get sampleCalls(): number {
    return this.isSure ? SAMPLE : DOUBTED_SAMPLE;
  }

  get isSlow(): boolean {
    return this._isSlow;
  }

  /** It is known otherwise that calls are slow. */
  assumeSlow(): void {
    this._recent = (1 << SAMPLES) - 1;
    this._isSlow = true;
  }

  private _recent = 0;
  private _isSlow = false;
  private _added = 0;
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    count += 1;
  }
  return count;
}
