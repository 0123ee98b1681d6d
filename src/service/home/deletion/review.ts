import type {
  DeletionTarget,
  HomePath,
  HomeReview,
  HomeReviewQuery,
  UnreadablePart
} from '../../../contract';
import { codeOf } from './files';
import { ProgramsInUse } from './in-use';
import type { IsStill } from './is-still';
import { CHANGED } from './remover';
import { Survey, type ISurveyTools } from './survey';
import { checkTargets } from './target-path';

/**
 * Looks at paths closely and says what deleting them would do.
 */
export class Review {
  constructor(
    private readonly _tools: ISurveyTools,
    private readonly _deletionAllowed: boolean,
    private readonly _isStill: IsStill
  ) {
    this._survey = new Survey(_tools);
  }

  /** @throws LeapError `bad-request` for a path that is none. */
  async run({ paths, foundAs = [] }: HomeReviewQuery): Promise<HomeReview> {
    checkTargets(paths);
    const ids = new Map(
      foundAs.flatMap(({ id, paths: all }) => all.map(path => [path, id]))
    );
    for (const path of paths) {
      try {
        await this._look(path, ids.get(path));
      } catch (reason) {
        this._refuse(path, reason);
      }
    }
    const { files, home, signal } = this._tools;
    const programs = await ProgramsInUse.read(files, home.path, signal);
    return {
      ...this.soFar(),
      phase: 'done',
      targets: this._targets,
      inUse: programs.among(paths)
    };
  }

  soFar(): HomeReview {
    const { files, directories, links, largest, mounts, unreadable } =
      this._survey;
    return {
      phase: 'counting',
      freedBytes: links.freedBytes,
      files,
      directories,
      linkedFiles: links.linkedFiles,
      linkedBytes: links.linkedBytes,
      largest: [...largest],
      targets: [],
      refused: [...this._refused],
      excludedMounts: [...mounts],
      unreadable: [...unreadable.named],
      unreadableCount: unreadable.count,
      inUse: [],
      deletionAllowed: this._deletionAllowed
    };
  }

  private async _look(path: HomePath, foundAs?: string): Promise<void> {
    if (!(await this._isStill(path, foundAs))) {
      this._refused.push({ path, reason: CHANGED });
      return;
    }
    const identity = await this._survey.look(path, true);
    this._targets.push({ path, identity, ...(foundAs && { foundAs }) });
  }

  private _refuse(path: HomePath, reason: unknown): void {
    const code = codeOf(reason);
    if (code === null) {
      throw reason;
    }
    this._refused.push({ path, reason: code });
  }

  private readonly _survey: Survey;
  private readonly _targets: DeletionTarget[] = [];
  private readonly _refused: UnreadablePart[] = [];
}
