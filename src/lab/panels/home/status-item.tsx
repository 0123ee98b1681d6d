import { ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { HomeLimits, HomeUsage } from '../../../contract';
import { useSnapshot } from '../../components/use-snapshot';
import { leapIcon } from '../../icon';
import type { IHomeModel } from './model';
import { isDiskNearlyFull, levelOf } from './warning';
import { headline, meaning } from './words';

interface IStatusItemProps {
  model: IHomeModel;
  trans: TranslationBundle;
  onClick: () => void;
}

/**
 * Used and limit in the status bar, with a sign where a limit is near; a click opens the section.
 */
function StatusItem({
  model,
  trans,
  onClick
}: IStatusItemProps): React.JSX.Element {
  const { usage, limits } = useSnapshot(model);
  const value = usage.value;
  const level = value && limits ? levelOf(value.usedBytes, limits) : null;
  const isWarning =
    (level !== null && level.id !== 'recommended') ||
    (value !== undefined && (value.diskFull || isDiskNearlyFull(value)));
  const text =
    value && limits
      ? amountText(value, limits, trans)
      : usage.status === 'failed'
        ? trans.__('Home: not known')
        : trans.__('Home: counting…');
  const title =
    value && limits
      ? meaning(value, limits, trans)
      : usage.status === 'failed'
        ? usage.error.message
        : '';
  const name =
    value && limits
      ? isWarning
        ? trans.__('Warning, home: %1', text)
        : trans.__('Home: %1', text)
      : undefined;
  return (
    <button
      type="button"
      className={`jp-LeapStatusItem${isWarning ? ' jp-mod-warning' : ''}`}
      title={title}
      aria-label={name}
      onClick={onClick}
    >
      <leapIcon.react tag="span" stylesheet="statusBar" />
      {isWarning && <span aria-hidden="true">⚠</span>}
      <span>{text}</span>
    </button>
  );
}

/** With the disk in front where that, not the limit, is at its end. */
function amountText(
  usage: HomeUsage,
  limits: HomeLimits,
  trans: TranslationBundle
): string {
  const text = headline(usage, limits, trans);
  if (usage.diskFull) {
    return trans.__('Disk full: %1', text);
  }
  return isDiskNearlyFull(usage)
    ? trans.__('Disk nearly full: %1', text)
    : text;
}

/**
 * The status bar's item as a widget.
 */
export function createStatusItem(props: IStatusItemProps): ReactWidget {
  return ReactWidget.create(<StatusItem {...props} />);
}
