import {
  MAX_CLEARABLE_PATHS,
  type HomeClearable,
  type HomePath
} from '../../../contract';
import { codeOf } from '../deletion/files';
import { MovedError } from '../deletion/held-directory';
import { ProgramsInUse } from '../deletion/in-use';
import { Survey, type ISurveyTools } from '../deletion/survey';
import { marked, type MeasuredItem } from './marked';
import type { IClearRule } from './rules';
import { Search } from './search';

/** Folders measured at once. */
const IN_FLIGHT = 4;

/** Gone, a symbolic link in its place or above it, or on another file system: there is nothing of the home. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ELOOP',
  'EXDEV'
]);

interface IMeasured {
  readonly path: HomePath;
  readonly survey: Survey;
}

/**
 * Finds and measures what the rules say may be deleted.
 */
export class Clearable {
  constructor(
    private readonly _tools: ISurveyTools,
    private readonly _rules: readonly IClearRule[],
    private readonly _options: {
      readonly deletionAllowed: boolean;
      readonly now: () => Date;
    }
  ) {}

  /** @throws What the signal was aborted with. */
  async run(): Promise<HomeClearable> {
    const { files, home, signal } = this._tools;
    this._programs = await ProgramsInUse.read(files, home.path, signal);
    const closed = this._rules.flatMap(({ where }) =>
      'paths' in where ? where.paths : []
    );
    for (const rule of this._rules) {
      if ('paths' in rule.where) {
        await this._measure(rule, rule.where.paths);
      }
    }
    const search = new Search(this._tools, this._rules, new Set(closed));
    await search.run();
    this._isComplete &&= search.isComplete;
    for (const rule of this._rules) {
      await this._measure(rule, search.found.get(rule.id) ?? []);
    }
    // It may have taken minutes.
    this._programs = await ProgramsInUse.read(files, home.path, signal);
    return { ...this.soFar(), phase: 'done' };
  }

  soFar(): HomeClearable {
    const items = this._items.toSorted(
      (one, other) => other.usedBytes - one.usedBytes
    );
    return {
      phase: 'measuring',
      ...marked(items, this._programs),
      complete: this._isComplete,
      measuredAt: this._options.now().toISOString(),
      deletionAllowed: this._options.deletionAllowed
    };
  }

  private async _measure(
    rule: IClearRule,
    paths: readonly HomePath[]
  ): Promise<void> {
    const measured: IMeasured[] = [];
    const left = paths.values();
    const worker = async (): Promise<void> => {
      for (const path of left) {
        const survey = await this._look(path);
        if (survey) {
          measured.push({ path, survey });
        }
      }
    };
    const ends = await Promise.allSettled(
      Array.from({ length: IN_FLIGHT }, worker)
    );
    for (const end of ends) {
      if (end.status === 'rejected') {
        throw end.reason;
      }
    }
    if (measured.length > 0) {
      this._items.push(itemOf(rule, measured));
    }
  }

  /** Null: there is no such directory, nothing in it, or it may not be looked at. */
  private async _look(path: HomePath): Promise<Survey | null> {
    const survey = new Survey(this._tools);
    try {
      const { kind } = await survey.look(path);
      const isEmpty = survey.files + survey.unreadable.count === 0;
      return kind === 'directory' && !isEmpty ? survey : null;
    } catch (reason) {
      const code = codeOf(reason);
      if (code === null) {
        throw reason;
      }
      if (!NOT_THERE.has(code) && !(reason instanceof MovedError)) {
        this._isComplete = false;
      }
      return null;
    }
  }

  private readonly _items: MeasuredItem[] = [];
  private _programs = ProgramsInUse.NONE;
  private _isComplete = true;
}

function itemOf(
  { id, title, reason, cost, comesBack }: IClearRule,
  measured: readonly IMeasured[]
): MeasuredItem {
  const largestFirst = measured.toSorted(
    (one, other) =>
      other.survey.links.freedBytes - one.survey.links.freedBytes ||
      (one.path < other.path ? -1 : 1)
  );
  const listed = largestFirst.slice(0, MAX_CLEARABLE_PATHS);
  const sum = (number: (survey: Survey) => number): number =>
    listed.reduce((total, { survey }) => total + number(survey), 0);
  return {
    id,
    title,
    paths: listed.map(({ path }) => path),
    otherPaths: measured.length - listed.length,
    usedBytes: sum(survey => survey.links.freedBytes),
    linkedBytes: sum(survey => survey.links.linkedBytes),
    files: sum(survey => survey.files),
    complete: listed.every(
      ({ survey }) => survey.unreadable.count + survey.mounts.length === 0
    ),
    reason,
    cost,
    comesBack
  };
}
