import {
  LeapError,
  type HomeClearable,
  type HomeDeletion,
  type HomeReview,
  type Query
} from '../../../contract';
import type { IServiceContext } from '../../config';
import type { Handlers } from '../../handlers';
import { checkAllowed, Deletion } from '../deletion/deletion';
import { realDeletionFiles, type DeletionFiles } from '../deletion/files';
import { Gate } from '../scan/node/gate';
import { ProgramsInUse } from '../deletion/in-use';
import type { IsStill } from '../deletion/is-still';
import { OpenHome } from '../deletion/open-home';
import { Review } from '../deletion/review';
import { snapshots, type IUnderWay } from '../deletion/snapshots';
import type { ISurveyTools } from '../deletion/survey';
import { checkTargets } from '../deletion/target-path';
import { findClearable } from './find';
import { marked } from './marked';
import { clearRules } from './rule-set';
import { Search } from './search';

/** The routes about what may be deleted. */
type ClearHandlers = Pick<
  Handlers,
  'home/clearable' | 'home/review' | 'home/deletion'
>;

/**
 * The routes that find, review and delete.
 *
 * @param onDeleted - Called when a deletion is over, however it ended.
 */
export function createClearHandlers(
  context: IServiceContext,
  files: DeletionFiles = realDeletionFiles,
  gate = new Gate(context.config.scanOperationsPerSecond),
  onDeleted: () => void = () => undefined
): ClearHandlers {
  const clearing = new Clearing(context, files, gate, onDeleted);
  return {
    'home/clearable': (query, signal) => clearing.find(query, signal),
    'home/review': (query, signal) => clearing.review(query, signal),
    'home/deletion': (query, signal) => clearing.delete(query, signal)
  };
}

class Clearing {
  constructor(
    private readonly _context: IServiceContext,
    private readonly _files: DeletionFiles,
    private readonly _gate: Gate,
    private readonly _onDeleted: () => void
  ) {}

  async *find(
    { maxAgeSeconds = 0 }: Query<'home/clearable'>,
    signal: AbortSignal
  ): AsyncGenerator<HomeClearable, void> {
    const kept = this._kept;
    const { config, now } = this._context;
    if (kept && isFresh(kept, now(), maxAgeSeconds)) {
      yield await this._markAgain(kept, signal);
      return;
    }
    const begin = (stop: AbortSignal): IUnderWay<HomeClearable> => {
      let soFar = (): HomeClearable => nothing(config.allowDeletion, now());
      const result = findClearable(config.homeDirectory, stop, {
        files: this._files,
        gate: this._gate,
        rules: clearRules(config.clearRules),
        deletionAllowed: config.allowDeletion,
        now,
        onStart: answer => (soFar = answer)
      });
      return { result, soFar: () => soFar() };
    };
    const deletions = this._deletions;
    for await (const item of snapshots(begin, signal)) {
      // What was deleted meanwhile may be in it.
      if (item.phase === 'done' && deletions === this._deletions) {
        this._kept = item;
      }
      yield item;
    }
  }

  async *review(
    query: Query<'home/review'>,
    signal: AbortSignal
  ): AsyncGenerator<HomeReview, void> {
    checkTargets(query.paths);
    const { allowDeletion } = this._context.config;
    yield* this._inHome(signal, tools => {
      const review = new Review(tools, allowDeletion, this._isStill(tools));
      return { result: review.run(query), soFar: () => review.soFar() };
    });
  }

  async *delete(
    { targets }: Query<'home/deletion'>,
    signal: AbortSignal
  ): AsyncGenerator<HomeDeletion, void> {
    checkAllowed(this._context.config.allowDeletion);
    checkTargets(targets.map(({ path }) => path));
    if (this._isDeleting) {
      throw new LeapError(
        'unavailable',
        'Another deletion is running. Wait until it is done.'
      );
    }
    this._isDeleting = true;
    this._forget();
    try {
      yield* this._inHome(signal, tools => {
        const deletion = new Deletion(tools, this._isStill(tools));
        return { result: deletion.run(targets), soFar: () => deletion.soFar() };
      });
    } finally {
      this._isDeleting = false;
      this._forget();
      this._onDeleted();
    }
  }

  /** What rules know by its place is theirs whatever is in it. */
  private _isStill(tools: ISurveyTools): IsStill {
    const rules = clearRules(this._context.config.clearRules);
    const byName = rules.filter(({ where }) => 'name' in where);
    const search = new Search(tools, byName, new Set());
    return async (path, foundAs) => {
      const rule = byName.find(({ id }) => id === foundAs);
      return rule === undefined || search.isStill(rule, path);
    };
  }

  /** What is known of what may be deleted is old now, and what a search that runs comes to. */
  private _forget(): void {
    this._kept = null;
    this._deletions += 1;
  }

  private async _markAgain(
    found: HomeClearable,
    signal: AbortSignal
  ): Promise<HomeClearable> {
    const { homeDirectory } = this._context.config;
    const home = await OpenHome.open(this._files, homeDirectory);
    try {
      const programs = await ProgramsInUse.read(this._files, home.path, signal);
      return { ...found, ...marked(found.items, programs) };
    } finally {
      await home.close();
    }
  }

  /** Do some work in the home, saying now and then how far it is. */
  private async *_inHome<T>(
    signal: AbortSignal,
    begin: (tools: ISurveyTools) => IUnderWay<T>
  ): AsyncGenerator<T, void> {
    const files = this._files;
    const { homeDirectory } = this._context.config;
    const home = await OpenHome.open(files, homeDirectory);
    try {
      yield* snapshots(
        stop => begin({ files, home, gate: this._gate, signal: stop }),
        signal
      );
    } finally {
      await home.close();
    }
  }

  private _kept: HomeClearable | null = null;
  private _deletions = 0;
  private _isDeleting = false;
}

function isFresh(
  { measuredAt }: HomeClearable,
  now: Date,
  maxAgeSeconds: number
): boolean {
  const ageMs = now.getTime() - Date.parse(measuredAt);
  // A clock that was set back makes an age negative: nothing is known of it then.
  return ageMs >= 0 && ageMs <= maxAgeSeconds * 1000;
}

function nothing(deletionAllowed: boolean, now: Date): HomeClearable {
  return {
    phase: 'measuring',
    items: [],
    preselectedBytes: 0,
    complete: true,
    measuredAt: now.toISOString(),
    deletionAllowed
  };
}
