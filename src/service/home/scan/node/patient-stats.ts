import type { Stats } from 'node:fs';
import type { Call } from './call-queue';
import { CallTimer } from './call-timer';
import type { ITree } from '../tree/entry-count';
import { errorName } from '../tree/files';
import { SLOW_CALL_MS } from '../calls/slow-call';
import type { LatencyJudge } from './judge';
import type { Name } from '../tree/names';
import type { OpenDirectory } from './open-directory';
import { Probe } from './probe';

/** How long to go on before others get their turn. */
const TURN_MS = 8;

/**
 * Looks at the entries of open directories: with calls in flight, or one after the other where they return at once
 * (behind an NFS client that got the attributes with the names).
 */
export class PatientStats {
  constructor(
    private readonly _tree: ITree,
    private readonly _judge: LatencyJudge,
    private readonly _options: { readonly mayHurry: boolean },
    private readonly _proceed: (directory: OpenDirectory) => void
  ) {}

  add(directory: OpenDirectory): void {
    if (!directory.isQueued) {
      directory.isQueued = true;
      this._queue.push(directory);
    }
  }

  /** The next call, when stats are made in flight. */
  next(): Call | null {
    if (this.isPrompt) {
      return null;
    }
    const directory = this._first();
    if (!directory) {
      return null;
    }
    const name = takeName(directory);
    // From now on, not from its start: a call may have to wait for its turn, and the directory stays open for it.
    directory.inFlight += 1;
    if (this._options.mayHurry && this._probe.isDue()) {
      return answered => {
        this._ask(directory, name);
        this._counted(directory);
        answered();
      };
    }
    return answered =>
      this._tree.files.lstat(directory.pathOf(name), (error, stats) => {
        this._count(directory, name, error, stats);
        this._counted(directory);
        answered();
      });
  }

  /**
   * Count for a moment with synchronous calls, when those return at once.
   *
   * @returns Whether there is more of it.
   */
  countPromptly(): boolean {
    let directory = this.isPrompt ? this._first() : undefined;
    if (!directory) {
      return false;
    }
    const untilMs = performance.now() + TURN_MS;
    this._timer.rebase();
    while (directory) {
      const startedMs = performance.now();
      const calls = Math.min(this._judge.sampleCalls, directory.left);
      for (let at = 0; at < calls && directory.left > 0; at += 1) {
        this._countNow(directory, takeName(directory));
      }
      const nowMs = performance.now();
      this._timer.sample(this._judge, calls, nowMs - startedMs);
      this._proceed(directory);
      if (nowMs > untilMs) {
        return true;
      }
      directory = this.isPrompt ? this._first() : undefined;
    }
    return false;
  }

  /** Whether stats are made one after the other. */
  get isPrompt(): boolean {
    return this._options.mayHurry && !this._judge.isSlow;
  }

  /** The directory opened first, so that it is closed soon. */
  private _first(): OpenDirectory | undefined {
    while (this._queue.length > 0) {
      const [directory] = this._queue;
      if (directory && directory.left > 0) {
        return directory;
      }
      this._queue.shift();
      if (directory) {
        directory.isQueued = false;
        this._proceed(directory);
      }
    }
    return undefined;
  }

  private _counted(directory: OpenDirectory): void {
    directory.inFlight -= 1;
    this._proceed(directory);
  }

  private _ask(directory: OpenDirectory, name: Name): void {
    const startedMs = performance.now();
    this._countNow(directory, name);
    const isSlow = performance.now() - startedMs > SLOW_CALL_MS;
    this._judge.add(isSlow);
    this._probe.answered(!isSlow);
  }

  private _countNow(directory: OpenDirectory, name: Name): void {
    try {
      const stats = this._tree.files.lstatSync(directory.pathOf(name));
      this._count(directory, name, null, stats);
    } catch (reason) {
      this._count(directory, name, reason, null);
    }
  }

  private _count(
    directory: OpenDirectory,
    name: Name,
    error: unknown,
    stats: Stats | null
  ): void {
    if (stats && !error) {
      if (stats.nlink > 1 && !Number.isSafeInteger(stats.ino)) {
        const path = directory.pathOf(name);
        const exact = this._tree.files.lstatSync(path, { bigint: true });
        directory.see(name, stats, exact.ino);
      } else {
        directory.see(name, stats);
      }
    } else if (errorName(error) === 'EACCES') {
      // Without the right to search the directory none of its names can be read: one part, not thousands.
      if (!directory.isClosedToUs) {
        directory.isClosedToUs = true;
        directory.count.miss(null, 'EACCES');
      }
      directory.forget();
    } else {
      directory.count.miss(name, errorName(error));
    }
  }

  private readonly _probe = new Probe();
  private readonly _timer = new CallTimer();
  private readonly _queue: OpenDirectory[] = [];
}

function takeName(directory: OpenDirectory): Name {
  const name = directory.names[directory.next] ?? '';
  directory.next += 1;
  return name;
}
