import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { HomeLimits, HomePath, HomeUsage } from '../../../contract';
import { Age } from '../../components/age';
import { CommandIDs } from '../../commands';
import { Button, CommandButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { formatCount } from '../../format';
import { ClearCard } from './clear-card';
import type { IClearModel } from './clear-model';
import { LargestCard } from './largest-card';
import { HistoryCard } from './history-card';
import { Meter } from './meter';
import type { IHomeModel, IHomeState } from './model';
import type { PictureChoice } from './picture-choice';
import { Notes } from './notes';
import { rowsOf, type Row } from './rows';
import { Tree } from './tree';
import { levelOf } from './warning';
import { headline, meaning } from './words';
import type { IAskedModel } from '../../asked-model';

interface IHomeViewProps {
  model: IHomeModel;
  clear: IClearModel;
  largest: IAskedModel<'home/largest'>;
  history: IAskedModel<'home/history'>;
  picture: PictureChoice;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * The body of the storage section: the number, what it means, and what fills the home.
 */
export function HomeView(props: IHomeViewProps): React.JSX.Element {
  const { model, trans } = props;
  const state = useSnapshot(model);
  const { usage } = state;
  return (
    <div className="jp-LeapHome" aria-busy={usage.status === 'loading'}>
      {usage.status === 'failed' && usage.error.code !== 'cancelled' && (
        <Failure
          error={usage.error}
          trans={trans}
          onRetry={() => {
            void model.load(0);
          }}
        />
      )}
      {usage.value && state.limits ? (
        <Usage
          {...props}
          state={state}
          usage={usage.value}
          limits={state.limits}
        />
      ) : (
        usage.status !== 'failed' && <Waiting trans={trans} />
      )}
    </div>
  );
}

interface IUsageProps extends IHomeViewProps {
  state: IHomeState;
  usage: HomeUsage;
  limits: HomeLimits;
}

function Usage({
  model,
  clear,
  largest,
  history,
  picture,
  commands,
  state,
  usage,
  limits,
  trans
}: IUsageProps): React.JSX.Element {
  const rows = React.useMemo(
    () => rowsOf(usage, state.open),
    [usage, state.open]
  );
  const text = headline(usage, limits, trans);
  const isFull = levelOf(usage.usedBytes, limits)?.id === '100';
  const card = (
    <ClearCard
      key="clear"
      model={clear}
      commands={commands}
      trans={trans}
      countedAt={usage.scannedAt}
    />
  );
  return (
    <>
      <h4 className="jp-LeapHeadline">{text}</h4>
      <p className={isFull ? 'jp-LeapFull' : 'jp-LeapQuiet'}>
        {isFull && <span aria-label={trans.__('Warning')}>⚠ </span>}
        {meaning(usage.usedBytes, limits, trans)}
      </p>
      {isFull && card}
      <Meter
        usedBytes={usage.usedBytes}
        limits={limits}
        text={text}
        trans={trans}
      />
      <Status
        model={model}
        commands={commands}
        state={state}
        usage={usage}
        trans={trans}
      />
      {usage.phase === 'done' && rows.length === 0 ? (
        <p className="jp-LeapQuiet">
          {trans.__('Nothing here yet. Files you save appear here.')}
        </p>
      ) : (
        <Filling
          model={model}
          picture={picture}
          rows={rows}
          state={state}
          usage={usage}
          trans={trans}
        />
      )}
      {!isFull && card}
      {usage.phase === 'done' && (
        <HistoryCard
          model={history}
          trans={trans}
          countedAt={usage.scannedAt}
        />
      )}
      {usage.phase === 'done' && (
        <LargestCard
          model={largest}
          commands={commands}
          trans={trans}
          countedAt={usage.scannedAt}
        />
      )}
      <Notes usage={usage} trans={trans} />
    </>
  );
}

/** Not everybody wants it, so only those who do load it. */
const Treemap = React.lazy(() => import('./treemap'));

interface IFillingProps extends Pick<
  IUsageProps,
  'model' | 'picture' | 'state' | 'usage' | 'trans'
> {
  rows: readonly Row[];
}

/**
 * What fills the home, as a table and, by choice, as a picture with the same cursor.
 */
function Filling({
  model,
  picture,
  rows,
  state,
  usage,
  trans
}: IFillingProps): React.JSX.Element {
  const isShown = useSnapshot(picture);
  const actions = React.useMemo(
    () => ({
      onSelect: model.select.bind(model),
      onFold: model.fold.bind(model),
      onUnfold: (path: HomePath) => {
        void model.unfold(path);
      }
    }),
    [model]
  );
  const shared = { ...actions, rows, selected: state.selected, trans };
  return (
    <>
      {isShown && (
        <React.Suspense fallback={null}>
          <Treemap {...shared} usage={usage} />
        </React.Suspense>
      )}
      <Tree {...shared} />
    </>
  );
}

/**
 * How old the numbers are, or how far the scan is, with its Cancel.
 */
function Status({
  model,
  state,
  usage,
  commands,
  trans
}: Pick<
  IUsageProps,
  'model' | 'commands' | 'state' | 'usage' | 'trans'
>): React.JSX.Element {
  const { progress } = state;
  if (state.usage.status === 'loading') {
    const files = progress?.files ?? 0;
    return (
      <p className="jp-LeapStatus">
        <span role="status">
          {progress
            ? trans._n(
                'Counting: %2 file so far',
                'Counting: %2 files so far',
                files,
                formatCount(files)
              )
            : trans.__('Counting…')}
        </span>
        <Button
          label={trans.__('Cancel')}
          onClick={() => {
            model.cancel();
          }}
        />
      </p>
    );
  }
  const stopped = usage.phase === 'scanning';
  return (
    <p className="jp-LeapStatus">
      {stopped
        ? trans.__('Stopped before the end: these numbers are too small.')
        : trans.__('Counted')}{' '}
      <Age at={usage.scannedAt} trans={trans} />
      {state.usage.status === 'failed' && !stopped && (
        <span>{trans.__('May be out of date.')}</span>
      )}
      <span className="jp-LeapStatus-action">
        <CommandButton commands={commands} id={CommandIDs.toggleHomePicture} />
      </span>
    </p>
  );
}

function Waiting({ trans }: { trans: TranslationBundle }): React.JSX.Element {
  return (
    <div className="jp-LeapSkeleton" role="status">
      {trans.__('Reading what is known about your home…')}
    </div>
  );
}
