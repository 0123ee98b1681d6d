import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort
} from 'node:worker_threads';
import { DescriptorAnchor } from './anchor';
import type { ColumnBuffers } from './column-buffers';
import { DirectoryColumns } from './columns';
import type { ITree } from './entry-count';
import { realFiles } from './files';
import type { IUnreadable } from './findings';
import type { SizeTrust } from './list-lengths';
import { LargeFiles, type ILargeFile } from './large-files';
import { ExcludedMounts } from './mounts';
import { Paths } from './paths';
import { LargestEntries, fileEntry, type IFileEntry } from './root-entries';
import { Visitor, type IPart, type IVisitorHost } from './visitor';
import {
  SharedWork,
  STOPPED,
  WALKING,
  YIELDING,
  type IWorkBuffers
} from './work';

/** What a walker thread is told. */
export interface IWalkerData {
  readonly role: 'walker';
  readonly columns: ColumnBuffers;
  readonly capacity: number;
  readonly work: IWorkBuffers;
  readonly root: string;
  readonly rootDevice: number;
  readonly isAtRoot: boolean;
  readonly mounts: readonly string[];
  readonly sizeTrust: SizeTrust;
  readonly mostRootEntries: number;
}

/** What a walker thread tells. */
export type WalkerMessage =
  | { kind: 'linked'; rows: Float64Array }
  | { kind: 'unreadable'; part: IUnreadable }
  | { kind: 'part'; part: IPart }
  | { kind: 'root-entries'; entries: readonly IFileEntry[]; count: number }
  | { kind: 'large'; files: readonly ILargeFile[] }
  | { kind: 'end' };

/** Numbers in a row of linked names. */
export const LINKED_WIDTH = 5;
const LINKED_ROWS = 2048;

/** How long a free thread sleeps before it looks around, should a bell be missed. */
const IDLE_MS = 20;

/** Parts on their way at once: a thread that lists faster than others count waits. */
const MOST_PARTS = 4;

/**
 * One more thread of a walk: takes directories from the shared work until nothing is left.
 */
export function runWalkerThread(): void {
  if (parentPort !== null) {
    new WalkerThread(workerData as IWalkerData, parentPort).run();
  }
}

class WalkerThread {
  constructor(data: IWalkerData, port: MessagePort) {
    const columns = new DirectoryColumns(data.columns, data.capacity);
    this._port = port;
    this._work = new SharedWork(data.work);
    this._rootEntries = new LargestEntries(data.mostRootEntries);
    const tree: ITree = {
      files: realFiles,
      columns,
      work: this._work,
      paths: new Paths(columns, data.root),
      mounts: new ExcludedMounts(data.mounts),
      rootDevice: data.rootDevice,
      isAtRoot: data.isAtRoot,
      // What is known already is looked at by the first thread alone.
      known: null,
      findings: {
        linked: name => {
          const { volume, inode, directory, usedBytes, apparentBytes } = name;
          this._linked.push(volume, inode, directory, usedBytes, apparentBytes);
        },
        unreadable: part => this._tell({ kind: 'unreadable', part }),
        large: this._large,
        rootEntry: (name, stats) =>
          this._rootEntries.add(fileEntry(name, stats))
      }
    };
    const work = this._work;
    const host: IVisitorHost = {
      shouldPause: () => work.state !== WALKING,
      get wantsPart() {
        return work.isHungry && work.parts < MOST_PARTS;
      },
      givePart: part => this._givePart(part),
      onSlow: () => work.yield()
    };
    const anchor = new DescriptorAnchor(tree);
    this._visitor = new Visitor(tree, anchor, host, data.sizeTrust);
  }

  run(): void {
    this._work.join();
    while (this._work.state !== STOPPED && !this._work.isDone) {
      if (this._work.state === YIELDING) {
        this._handBack();
        this._work.sleep(IDLE_MS);
        this._visitor.rebase();
      } else if (!this._step()) {
        this._flushLinked();
        this._work.wait(IDLE_MS);
        this._visitor.rebase();
      }
    }
    this._flushLinked();
    const { largest, count } = this._rootEntries;
    this._tell({ kind: 'root-entries', entries: largest, count });
    this._tell({ kind: 'large', files: this._large.files });
    this._tell({ kind: 'end' });
  }

  /** Count one directory or part; false: there was none. */
  private _step(): boolean {
    const part = this._takePart();
    if (part) {
      this._visitor.start(part.id, part.names);
    } else {
      const id = this._ids.pop() ?? this._refill();
      if (id === undefined) {
        return false;
      }
      this._visitor.start(id);
    }
    const found = this._visitor.run();
    if (found === null) {
      this._handBack();
    } else {
      this._finish(found);
    }
    return true;
  }

  private _refill(): number | undefined {
    for (const id of this._work.take(16)) {
      this._ids.push(id);
    }
    return this._ids.pop();
  }

  private _finish(found: readonly number[]): void {
    for (const id of found) {
      this._ids.push(id);
    }
    this._work.finish();
    // The oldest lie highest in the tree, so they are the largest gift.
    if (this._work.isHungry && this._ids.length > 1) {
      this._work.give(this._ids.splice(0, this._ids.length >> 1));
    }
    if (this._linked.length >= LINKED_ROWS * LINKED_WIDTH) {
      this._flushLinked();
    }
  }

  /** Give everything back to the main thread, which has a better way for slow calls. */
  private _handBack(): void {
    const parts = this._visitor.handOver();
    let step = parts.next();
    while (!step.done) {
      while (this._work.parts >= MOST_PARTS && this._work.state === YIELDING) {
        this._work.sleep(IDLE_MS);
      }
      this._givePart(step.value);
      step = parts.next();
    }
    if (step.value !== null) {
      this._finish(step.value);
    }
    this._flushLinked();
    if (this._ids.length > 0) {
      this._work.give(this._ids.splice(0));
    }
  }

  private _givePart(part: IPart): void {
    this._work.begin();
    this._work.countPart(1);
    this._tell({ kind: 'part', part });
  }

  private _takePart(): IPart | undefined {
    const received =
      this._work.parts > 0 ? receiveMessageOnPort(this._port) : undefined;
    if (received === undefined) {
      return undefined;
    }
    this._work.countPart(-1);
    return received.message as IPart;
  }

  private _flushLinked(): void {
    if (this._linked.length > 0) {
      const rows = Float64Array.from(this._linked);
      this._linked = [];
      this._port.postMessage({ kind: 'linked', rows }, [rows.buffer]);
    }
  }

  private _tell(message: WalkerMessage): void {
    this._port.postMessage(message);
  }

  private readonly _port: MessagePort;
  private readonly _work: SharedWork;
  private readonly _visitor: Visitor;
  private readonly _rootEntries: LargestEntries;
  private readonly _large = new LargeFiles();
  private readonly _ids: number[] = [];
  private _linked: number[] = [];
}
