import type {
  HomeDirectory,
  HomeLimits,
  HomePath,
  HomeUsage
} from '../../../contract';
import { Loadable } from '../../loadable';

/**
 * All that the storage section and the status bar show.
 */
export interface IHomeState {
  /** Null until the server has said them. */
  readonly limits: HomeLimits | null;
  /** The last finished scan; while the very first one runs, its partial numbers. */
  readonly usage: Loadable<HomeUsage>;
  /** Numbers of the scan that runs now; null when none does. */
  readonly progress: HomeUsage | null;
  /** That scan takes long enough for a word about it; what is over at once would only flicker. */
  readonly isSlow: boolean;
  /** Directories that are unfolded, by path. */
  readonly open: ReadonlyMap<HomePath, Loadable<HomeDirectory>>;
  /** The row that the cursor is on; empty: none yet. */
  readonly selected: HomePath;
  /** Where the home is on the server, absolute; null until it has said so. */
  readonly homeDirectory: string | null;
  /** False: what is saved in it is gone when the server stops. */
  readonly isKept: boolean;
  /** False: it is mounted read-only, or belongs to somebody else. */
  readonly isWritable: boolean;
}

/** Before the server has said anything. */
export const INITIAL: IHomeState = {
  limits: null,
  usage: Loadable.idle,
  progress: null,
  isSlow: false,
  open: new Map(),
  selected: '',
  homeDirectory: null,
  isKept: true,
  isWritable: true
};

/**
 * Whether a count runs that is worth a word: the first one, or one that takes a moment.
 */
export function isCounting(
  { usage: { status }, isSlow }: Pick<IHomeState, 'usage' | 'isSlow'>,
  { phase }: Pick<HomeUsage, 'phase'>
): boolean {
  return status === 'loading' && (isSlow || phase === 'scanning');
}
