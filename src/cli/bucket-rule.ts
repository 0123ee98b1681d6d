import { configuredBuckets } from '../service/buckets/rules/configured';
import type { IRule } from '../service/buckets/rules/rule';
import { RuleBook } from '../service/buckets/rules/rule-book';
import type { GcsStore } from '../service/buckets/store/store';
import type { ICliContext } from './context';

/**
 * What a bucket deletes, as the extension finds it out: read from the bucket, else what the configuration says.
 */
export async function ruleOf(
  context: Pick<ICliContext, 'config' | 'env'>,
  store: GcsStore,
  name: string
): Promise<{ readonly rule: IRule; readonly nowMs: number }> {
  const now = new Date();
  const rules = new RuleBook(
    () => Promise.resolve(store),
    () => now
  );
  const bucket = configuredBuckets(context).find(one => one.name === name);
  return { rule: await rules.of(bucket), nowMs: now.getTime() };
}
