import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeLimits } from '../../../contract';
import { UsageBar } from '../../components/usage-bar';
import { formatBytes } from '../../format';
import { levelOf } from './warning';

interface IMeterProps {
  usedBytes: number;
  limits: HomeLimits;
  /** What a screen reader says for the value. */
  text: string;
  trans: TranslationBundle;
}

/**
 * A bar of what is used, with a mark at the recommended limit. Nothing without a limit: a bar would need one.
 */
export function Meter({
  usedBytes,
  limits,
  text,
  trans
}: IMeterProps): React.JSX.Element | null {
  const { recommendedBytes, limitBytes } = limits;
  if (limitBytes === null || limitBytes === 0) {
    return null;
  }
  const hasMark = recommendedBytes !== null && recommendedBytes < limitBytes;
  return (
    <div className="jp-LeapMeter">
      <UsageBar
        label={trans.__('Home used')}
        text={text}
        used={usedBytes}
        limit={limitBytes}
        tone={toneOf(usedBytes, limits)}
        mark={hasMark ? recommendedBytes : null}
      />
      <Legend limits={limits} limitBytes={limitBytes} trans={trans} />
    </div>
  );
}

function toneOf(
  usedBytes: number,
  limits: HomeLimits
): 'calm' | 'near' | 'tight' {
  switch (levelOf(usedBytes, limits)?.id) {
    case '80':
    case '90':
      return 'near';
    case '95':
    case '100':
      return 'tight';
    default:
      return 'calm';
  }
}

/** Both limits, and where they come from. */
function Legend({
  limits: { recommendedBytes, recommendedSource, limitSource },
  limitBytes,
  trans
}: Pick<IMeterProps, 'limits' | 'trans'> & {
  limitBytes: number;
}): React.JSX.Element {
  return (
    <div className="jp-LeapMeter-legend">
      <span title={recommendedSource}>
        {recommendedBytes !== null &&
          trans.__('recommended %1', formatBytes(recommendedBytes))}
      </span>
      <span title={trans.__('From: %1', limitSource)}>
        {trans.__('%1 (%2)', formatBytes(limitBytes), limitSource)}
      </span>
    </div>
  );
}
