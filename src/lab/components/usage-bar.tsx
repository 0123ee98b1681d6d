import type * as React from 'react';

interface IUsageBarProps {
  label: string;
  /** What a screen reader says for the value. */
  text: string;
  used: number;
  /** Where the bar ends. */
  limit: number;
  /** How near that is, in colours. */
  tone: 'calm' | 'near' | 'tight';
  /** Where a line across it stands; null: nowhere. */
  mark?: number | null;
}

/**
 * A bar of what is used of a limit, full where more is used than that.
 */
export function UsageBar({
  label,
  text,
  used,
  limit,
  tone,
  mark = null
}: IUsageBarProps): React.JSX.Element {
  const within = Math.min(used, limit);
  return (
    <div
      className="jp-LeapUsage"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={within}
      aria-valuetext={text}
      data-tone={tone}
    >
      <div
        className="jp-LeapUsage-used"
        style={{ width: percent(within, limit) }}
      />
      {mark !== null && (
        <div
          className="jp-LeapUsage-mark"
          style={{ left: percent(mark, limit) }}
        />
      )}
    </div>
  );
}

function percent(part: number, whole: number): string {
  return `${String((part / whole) * 100)}%`;
}
