import { Worker } from 'node:worker_threads';
import type { ITree } from './entry-count';
import type { IFileEntry } from './root-entries';
import type { IPart } from './visitor';
import {
  LINKED_WIDTH,
  type IWalkerData,
  type WalkerMessage
} from './walker-thread';

/** What the threads of a walk report to. */
export interface ICrewHost {
  readonly tree: ITree;
  readonly data: Omit<IWalkerData, 'role' | 'isAtRoot'>;
  partReceived(part: IPart): void;
  rootEntriesReceived(entries: readonly IFileEntry[], count: number): void;
}

/** A walker makes garbage that dies at once; more room for it only costs memory. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 4 };

/**
 * The other threads of a walk.
 */
export class Crew {
  /** @param entry - The script that runs `runWalkerThread` when its `workerData.role` is `walker`. */
  constructor(
    private readonly _entry: string,
    private readonly _host: ICrewHost
  ) {}

  start(threads: number): void {
    for (let at = 0; at < threads; at += 1) {
      const { data, tree } = this._host;
      const { isAtRoot } = tree;
      const workerData: IWalkerData = { ...data, isAtRoot, role: 'walker' };
      const worker = new Worker(this._entry, {
        workerData,
        resourceLimits: RESOURCE_LIMITS
      });
      this._workers.push(worker);
      this._listen(worker);
    }
  }

  /** Hand a part of a large directory to one of the threads, each in turn. */
  give(part: IPart): void {
    const worker = this._workers[this._turn % this._workers.length];
    this._turn += 1;
    worker?.postMessage(part);
  }

  /**
   * Until each thread that began has told all it found.
   *
   * @throws What ended a thread before its time.
   */
  end(): Promise<void> {
    return new Promise((resolve, reject) => {
      this._settle = () => {
        if (this._failure !== null) {
          reject(this._failure);
        } else if (this._ended >= this._host.tree.work.joined) {
          resolve();
        }
      };
      this._settle();
    });
  }

  /** What ended a thread before its time: its directories will never be finished. */
  get failure(): Error | null {
    return this._failure;
  }

  async stop(): Promise<void> {
    await Promise.all(this._workers.map(worker => worker.terminate()));
  }

  private _listen(worker: Worker): void {
    worker.on('message', (message: WalkerMessage) => {
      if (message.kind === 'end') {
        this._ended += 1;
        this._settle();
      } else {
        this._take(message);
      }
    });
    worker.once('error', reason => {
      this._failure =
        reason instanceof Error ? reason : new Error(String(reason));
      this._settle();
    });
  }

  private _take(message: Exclude<WalkerMessage, { kind: 'end' }>): void {
    const { tree } = this._host;
    switch (message.kind) {
      case 'linked':
        takeLinked(tree, message.rows);
        break;
      case 'unreadable':
        tree.findings.unreadable(message.part);
        break;
      case 'large':
        tree.findings.large.merge(message.files);
        break;
      case 'part':
        tree.work.countPart(-1);
        this._host.partReceived(message.part);
        break;
      case 'root-entries':
        this._host.rootEntriesReceived(message.entries, message.count);
        break;
    }
  }

  private readonly _workers: Worker[] = [];
  private _ended = 0;
  private _failure: Error | null = null;
  private _settle: () => void = () => undefined;
  private _turn = 0;
}

function takeLinked(tree: ITree, rows: Float64Array): void {
  for (let at = 0; at < rows.length; at += LINKED_WIDTH) {
    tree.findings.linked({
      volume: rows[at] ?? 0,
      inode: rows[at + 1] ?? 0,
      directory: rows[at + 2] ?? 0,
      usedBytes: rows[at + 3] ?? 0,
      apparentBytes: rows[at + 4] ?? 0
    });
  }
}
