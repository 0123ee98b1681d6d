import type { Bucket } from '../../contract';
import type { IServiceContext } from '../config';
import type { RuleBook } from './rules/rule-book';
import type { GcsStore } from './store/store';

/**
 * What the routes of `buckets` share.
 */
export interface IBucketsService {
  readonly context: IServiceContext;
  readonly store: () => Promise<GcsStore>;
  readonly rules: RuleBook;
  /** The configured bucket of this name. */
  readonly find: (name: string) => Bucket | undefined;
}
