import type { IGrant } from './access';
import { type ISource, Cursor } from './cursor';
import { noSuchObject } from './failure';
import { checkHolds } from './holds';
import { GeneratedSource, type ILayout } from './layouts';
import { compareNames, firstIndex } from './names';
import type { IStoredObject } from './object';

const DAY_MS = 86_400_000;

/**
 * How a bucket is made. What is left out is as Google makes it.
 */
export interface IBucketOptions {
  /** Days after which the bucket's lifecycle rule deletes an object; absent: no rule. */
  lifecycleAgeDays?: number;
  /** The rule holds for these prefixes alone. */
  lifecyclePrefixes?: readonly string[];
  /** Anybody may read, without a token. */
  anonymous?: boolean;
  requesterPays?: boolean;
  /** False: objects have access lists of their own, as old buckets do. */
  uniformAccess?: boolean;
  versioning?: boolean;
  /** 0: deleted at once. Google's default is 7. */
  softDeleteDays?: number;
  /** Objects younger than this can neither be deleted nor overwritten. */
  retentionSeconds?: number;
  location?: string;
  storageClass?: string;
  createdAt?: Date;
  /** Who may do what; absent: everybody with a token everything. */
  grants?: readonly IGrant[];
}

/**
 * A bucket and its objects: the live, the noncurrent, the soft-deleted and the generated ones.
 */
export class Bucket {
  constructor(
    readonly name: string,
    public options: IBucketOptions,
    private readonly _now: () => Date
  ) {
    this.createdAt = options.createdAt ?? _now();
    this.updatedAt = this.createdAt;
  }

  readonly createdAt: Date;
  updatedAt: Date;
  metageneration = 1;
  labels: Record<string, string> | undefined;

  get softDeleteSeconds(): number {
    return (this.options.softDeleteDays ?? 7) * 86_400;
  }

  get isEmpty(): boolean {
    return this.cursor().name === undefined && this._noncurrent.length === 0;
  }

  /**
   * Add objects that are computed when they are asked for.
   */
  generate(layout: ILayout): void {
    this._generated.push(
      new GeneratedSource(this.name, layout, this._now().getTime())
    );
  }

  /**
   * A walk over the objects: live ones, all generations, or the soft-deleted.
   */
  cursor(kind: 'live' | 'versions' | 'soft-deleted' = 'live'): Cursor {
    const kept = kind === 'live' ? this._liveSource() : this._pastSource(kind);
    const generated = kind === 'soft-deleted' ? [] : this._generated;
    return new Cursor([kept, ...generated], name => this._hidden.has(name));
  }

  /**
   * The live object of that name, or the generation asked for; undefined when there is none.
   */
  find(name: string, generation?: string | null): IStoredObject | undefined {
    const live = this._live.get(name) ?? this._findGenerated(name);
    if (generation === undefined || generation === null) {
      return live;
    }
    return [live, ...this._noncurrent].find(
      object => object?.name === name && object.generation === generation
    );
  }

  /**
   * As `find`, for what must be there.
   *
   * @throws Failure 404
   */
  get(name: string, generation?: string | null): IStoredObject {
    const found = this.find(name, generation);
    if (found === undefined) {
      throw noSuchObject(this.name, name);
    }
    return found;
  }

  /**
   * Make this the live object of its name.
   *
   * @throws Failure 403 when the one it replaces is held.
   */
  insert(object: IStoredObject): void {
    const replaced = this.find(object.name);
    this._sortedPast.clear();
    if (replaced !== undefined) {
      checkHolds(replaced, this.options.retentionSeconds ?? 0, this._now());
      this._retire(replaced);
    }
    if (!this._live.has(object.name)) {
      this._sortedNames = undefined;
    }
    this._live.set(object.name, object);
  }

  /**
   * Delete the live object, or one generation for good.
   *
   * @throws Failure 404, or 403 when it is held.
   */
  remove(name: string, generation?: string | null): void {
    const object = this.get(name, generation);
    checkHolds(object, this.options.retentionSeconds ?? 0, this._now());
    this._sortedPast.clear();
    if (object === this._live.get(name) || object.noncurrentAt === undefined) {
      this._live.delete(name);
      this._sortedNames = undefined;
      this._hidden.add(name);
      this._retire(object, generation !== undefined && generation !== null);
    } else {
      this._noncurrent.splice(this._noncurrent.indexOf(object), 1);
      this._softDelete(object);
    }
  }

  /**
   * The soft-deleted generation.
   *
   * @throws Failure 404
   */
  getSoftDeleted(name: string, generation: string): IStoredObject {
    const found = this._softDeleted.find(
      object => object.name === name && object.generation === generation
    );
    if (found === undefined) {
      throw noSuchObject(this.name, name);
    }
    return found;
  }

  /**
   * What the service does in the background: delete by the lifecycle rule, and forget what was soft-deleted long enough ago.
   *
   * @returns the names deleted by the rule
   */
  sweep(now: Date): string[] {
    const kept = this._softDeleted.filter(
      object => (object.hardDeletedAt?.getTime() ?? 0) > now.getTime()
    );
    this._softDeleted.splice(0, Infinity, ...kept);
    this._sortedPast.clear();
    const { lifecycleAgeDays, lifecyclePrefixes = [''] } = this.options;
    if (lifecycleAgeDays === undefined) {
      return [];
    }
    const limit = now.getTime() - lifecycleAgeDays * DAY_MS;
    const names: string[] = [];
    const walk = this.cursor();
    while (walk.name !== undefined) {
      const { name } = walk;
      if (
        walk.object().createdAt.getTime() <= limit &&
        lifecyclePrefixes.some(prefix => name.startsWith(prefix))
      ) {
        names.push(name);
      }
      walk.advance();
    }
    for (const name of names) {
      this.remove(name);
    }
    return names;
  }

  private _retire(object: IStoredObject, isForGood = false): void {
    if (this.options.versioning === true && !isForGood) {
      object.noncurrentAt = this._now();
      this._noncurrent.push(object);
    } else {
      this._softDelete(object);
    }
  }

  private _softDelete(object: IStoredObject): void {
    if (this.softDeleteSeconds > 0) {
      const now = this._now();
      object.softDeletedAt = now;
      object.hardDeletedAt = new Date(
        now.getTime() + this.softDeleteSeconds * 1000
      );
      this._softDeleted.push(object);
    }
  }

  private _findGenerated(name: string): IStoredObject | undefined {
    if (this._hidden.has(name)) {
      return undefined;
    }
    for (const source of this._generated) {
      const index = firstIndex(
        source.length,
        at => compareNames(source.nameAt(at), name) >= 0
      );
      if (index < source.length && source.nameAt(index) === name) {
        return source.objectAt(index);
      }
    }
    return undefined;
  }

  private _liveSource(): ISource {
    const names = (this._sortedNames ??= [...this._live.keys()].sort(
      compareNames
    ));
    return {
      length: names.length,
      nameAt: index => names[index] ?? '',
      objectAt: index => this.get(names[index] ?? '')
    };
  }

  private _pastSource(kind: 'versions' | 'soft-deleted'): ISource {
    const known = this._sortedPast.get(kind);
    if (known !== undefined) {
      return known;
    }
    const source = arraySource(
      kind === 'versions'
        ? [...this._live.values(), ...this._noncurrent]
        : this._softDeleted
    );
    this._sortedPast.set(kind, source);
    return source;
  }

  private readonly _live = new Map<string, IStoredObject>();
  /** Undefined and empty while something changed since the last listing. */
  private _sortedNames: string[] | undefined;
  private readonly _sortedPast = new Map<string, ISource>();
  private readonly _noncurrent: IStoredObject[] = [];
  private readonly _softDeleted: IStoredObject[] = [];
  private readonly _generated: GeneratedSource[] = [];
  /** Names of generated objects that were deleted. */
  private readonly _hidden = new Set<string>();
}

function arraySource(objects: readonly IStoredObject[]): ISource {
  const sorted = [...objects].sort(
    (a, b) =>
      compareNames(a.name, b.name) ||
      Number(BigInt(a.generation) - BigInt(b.generation))
  );
  const at = (index: number): IStoredObject => {
    const object = sorted[index];
    if (object === undefined) {
      throw new RangeError(`No object at ${String(index)}`);
    }
    return object;
  };
  return {
    length: sorted.length,
    nameAt: index => at(index).name,
    objectAt: at
  };
}
