import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { HomeHistory } from '../../../../contract';
import { CommandIDs } from '../../../commands';
import { Failure } from '../../../components/failure';
import { Name } from '../../../components/name';
import { useSnapshot } from '../../../components/use-snapshot';
import { formatBytes } from '../../../format';
import {
  cardTitle,
  changeText,
  endTexts,
  grownTitle,
  LEAST_BYTES,
  lineText
} from './growth-words';
import { SPARK_HEIGHT, SPARK_WIDTH, sparkline } from './sparkline';
import type { IAskedModel } from '../../../asked-model';

interface IHistoryCardProps {
  model: IAskedModel<'home/history'>;
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** When the home was counted last: that count is part of the answer. */
  countedAt: string;
}

/**
 * How the home changed, which folders grew, and when it is full if that goes on. Nothing before there are two counts
 * to compare.
 */
export function HistoryCard({
  model,
  commands,
  trans,
  countedAt
}: IHistoryCardProps): React.JSX.Element | null {
  const history = useSnapshot(model);
  React.useEffect(() => {
    void model.load();
  }, [model, countedAt]);
  if (history.status === 'failed') {
    return (
      <Failure
        error={history.error}
        trans={trans}
        onRetry={() => {
          void model.load();
        }}
      />
    );
  }
  return history.value && isWorthAWord(history.value) ? (
    <Growth history={history.value} commands={commands} trans={trans} />
  ) : null;
}

/** A few bytes more or less since an hour ago are not worth a card. */
function isWorthAWord({ changes }: HomeHistory): boolean {
  return changes.some(
    ({ period, changedBytes }) =>
      period !== 'start' || Math.abs(changedBytes) >= LEAST_BYTES
  );
}

interface IGrowthProps {
  history: HomeHistory;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

function Growth({ history, commands, trans }: IGrowthProps): React.JSX.Element {
  const { changes, fullInDays } = history;
  return (
    <section
      className="jp-LeapCard jp-LeapGrowth"
      aria-label={trans.__('What grew')}
    >
      <h5 className="jp-LeapClear-title">{cardTitle(changes, trans)}</h5>
      <Line history={history} trans={trans} />
      <ul className="jp-LeapData-list">
        {changes.map(change => (
          <li key={change.period}>{changeText(change, trans)}</li>
        ))}
      </ul>
      {fullInDays !== null && (
        <p className="jp-LeapGrowth-forecast">
          {trans._n(
            'At this rate full in %1 day.',
            'At this rate full in %1 days.',
            fullInDays
          )}
        </p>
      )}
      <Grown history={history} commands={commands} trans={trans} />
    </section>
  );
}

function Line({
  history,
  trans
}: Omit<IGrowthProps, 'commands'>): React.JSX.Element | null {
  const points = sparkline(history.points);
  return points === null ? null : (
    <>
      <svg
        className="jp-LeapGrowth-line"
        role="img"
        aria-label={lineText(history, trans)}
        viewBox={`0 0 ${String(SPARK_WIDTH)} ${String(SPARK_HEIGHT)}`}
        preserveAspectRatio="none"
      >
        <polygon
          points={`0,${String(SPARK_HEIGHT)} ${points} ${String(SPARK_WIDTH)},${String(SPARK_HEIGHT)}`}
        />
        <polyline points={points} />
      </svg>
      {/* The line's own name says the same. */}
      <div className="jp-LeapGrowth-ends" aria-hidden="true">
        {endTexts(history, trans).map((text, index) => (
          <span key={index}>{text}</span>
        ))}
      </div>
    </>
  );
}

function Grown({
  history: { grown, changes },
  commands,
  trans
}: IGrowthProps): React.JSX.Element | null {
  const entries = (grown?.entries ?? []).filter(
    ({ grownBytes }) => grownBytes >= LEAST_BYTES
  );
  if (!grown || entries.length === 0) {
    return null;
  }
  const title = grownTitle(grown.since, changes, trans);
  return (
    <>
      <p className="jp-LeapQuiet">{title}</p>
      <ul className="jp-LeapGrowth-list" aria-label={title}>
        {entries.map(({ name, grownBytes }) => (
          <li key={name} className="jp-LeapData-line">
            <button
              type="button"
              className="jp-LeapData-name"
              title={commands.caption(CommandIDs.showHomeEntry)}
              onClick={() => {
                void commands.execute(CommandIDs.showHomeEntry, { path: name });
              }}
            >
              <Name name={name} />
            </button>
            <span className="jp-LeapGrowth-bytes">
              {trans.__('+%1', formatBytes(grownBytes))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
