import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { TokenPlan, TokenWish } from '../../../../contract';
import { Failure } from '../../../components/failure';
import { WarningSign } from '../../../components/warning-sign';
import type { Loadable } from '../../../loadable';
import { visible } from '../../../visible';
import { reachText } from './token-text';

interface IReachProps {
  plan: Loadable<TokenPlan>;
  wish: TokenWish;
  trans: TranslationBundle;
}

/**
 * What a token would be able to do, before there is one. More than was asked for is a warning.
 */
export function Reach({ plan, wish, trans }: IReachProps): React.JSX.Element {
  if (plan.status === 'failed') {
    return <Failure error={plan.error} trans={trans} />;
  }
  if (plan.status !== 'ready') {
    return (
      <p className="jp-LeapQuiet" role="status">
        {trans.__('Finding out how little the token can do…')}
      </p>
    );
  }
  const { reach, reason } = plan.value;
  const isWide = reach !== 'folder';
  return (
    <div
      className={`jp-LeapCard${isWide ? ' jp-mod-warning' : ''}`}
      role="status"
    >
      {isWide && <WarningSign trans={trans} />}
      <strong>{visible(reachText(reach, wish, trans))}</strong>
      {reason !== null && <p>{reason}</p>}
    </div>
  );
}
