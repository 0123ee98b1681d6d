import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { Slow } from '../../components/slow';

interface ISlowBucketProps {
  /** Whatever is another object once something has come. */
  readonly news: unknown;
  readonly trans: TranslationBundle;
}

/**
 * Says that Google Cloud is still asked, where nothing has come from it for a while.
 */
export function SlowBucket({
  news,
  trans
}: ISlowBucketProps): React.JSX.Element {
  return (
    <Slow news={news}>
      {trans.__('Google Cloud is slow or having trouble. Still trying.')}
    </Slow>
  );
}
