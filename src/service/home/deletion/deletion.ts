import {
  LeapError,
  type DeletionTarget,
  type HomeDeletion,
  type HomeIdentity,
  type HomePath
} from '../../../contract';
import { codeOf } from './files';
import type { LateChanges } from './late-changes';
import type { IsStill } from './is-still';
import { CHANGED, Remover } from './remover';
import { Survey, type ISurveyTools } from './survey';

/**
 * Deletes what a review described. Each target is looked at again first: one that changed stays whole.
 */
export class Deletion {
  constructor(
    private readonly _tools: ISurveyTools,
    private readonly _isStill: IsStill
  ) {
    this._remover = new Remover(_tools);
  }

  /** @throws What the signal was aborted with; what is deleted by then stays deleted. */
  async run(targets: readonly DeletionTarget[]): Promise<HomeDeletion> {
    const unchanged: (readonly [DeletionTarget, LateChanges])[] = [];
    for (const target of targets) {
      const late = await this._check(target);
      if (late) {
        unchanged.push([target, late]);
        this._totalFiles += target.identity.files;
      }
    }
    this._phase = 'deleting';
    for (const [target, late] of unchanged) {
      if (await this._remover.remove(target, late)) {
        this._removed.push(target.path);
      }
    }
    return { ...this.soFar(), phase: 'done', removed: this._removed };
  }

  soFar(): HomeDeletion {
    const { files, links, failures } = this._remover;
    return {
      phase: this._phase,
      deletedBytes: links.freedBytes,
      deletedFiles: files,
      totalFiles: this._totalFiles,
      removed: [],
      failed: [...failures.named],
      failedCount: failures.count
    };
  }

  /** What it says of late changes; null: it is not what was reviewed. */
  private async _check({
    path,
    identity,
    foundAs
  }: DeletionTarget): Promise<LateChanges | null> {
    const survey = new Survey(this._tools);
    try {
      if (
        isSame(await survey.look(path), identity) &&
        (await this._isStill(path, foundAs))
      ) {
        return survey.late;
      }
      this._remover.failures.add(path, CHANGED);
    } catch (reason) {
      const code = codeOf(reason);
      if (code === null) {
        throw reason;
      }
      this._remover.failures.add(path, code);
    }
    return null;
  }

  private readonly _remover: Remover;
  private readonly _removed: HomePath[] = [];
  private _phase: HomeDeletion['phase'] = 'checking';
  private _totalFiles = 0;
}

/**
 * Refuse where the operator has switched deletion off.
 *
 * @throws LeapError `forbidden`
 */
export function checkAllowed(isAllowed: boolean): void {
  if (!isAllowed) {
    throw new LeapError(
      'forbidden',
      'Deleting from this panel is switched off on this hub. Use a terminal, or ask the person who runs the hub.'
    );
  }
}

function isSame(one: HomeIdentity, other: HomeIdentity): boolean {
  return (
    one.kind === other.kind &&
    one.device === other.device &&
    one.inode === other.inode &&
    one.usedBytes === other.usedBytes &&
    one.files === other.files &&
    one.newestChangeNs === other.newestChangeNs &&
    one.fingerprint === other.fingerprint
  );
}
