import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeLimits } from '../../../contract';
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
  const percent = Math.min(100, (usedBytes / limitBytes) * 100);
  const mark =
    recommendedBytes !== null && recommendedBytes < limitBytes
      ? (recommendedBytes / limitBytes) * 100
      : null;
  const level = levelOf(usedBytes, limits)?.id ?? 'none';
  return (
    <div className="jp-LeapMeter">
      <div
        className="jp-LeapMeter-bar"
        role="meter"
        aria-label={trans.__('Home used')}
        aria-valuemin={0}
        aria-valuemax={limitBytes}
        aria-valuenow={Math.min(usedBytes, limitBytes)}
        aria-valuetext={text}
        data-level={level}
      >
        <div
          className="jp-LeapMeter-used"
          style={{ width: `${String(percent)}%` }}
        />
        {mark !== null && (
          <div
            className="jp-LeapMeter-mark"
            style={{ left: `${String(mark)}%` }}
          />
        )}
      </div>
      <Legend limits={limits} limitBytes={limitBytes} trans={trans} />
    </div>
  );
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
