import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { HomeLimits, HomeUsage } from '../../../contract';
import type { IAskedModel } from '../../asked-model';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { useSnapshot } from '../../components/use-snapshot';
import { WarningSign } from '../../components/warning-sign';
import type { Choice } from './choice';
import { ClearCard } from './clear/clear-card';
import type { IClearModel } from './clear/clear-model';
import { obstacleTo } from './clear/obstacle';
import { Filling } from './filling';
import { HistoryCard } from './history/history-card';
import { LargestCard } from './largest-card';
import type { Marks } from './tree/marks';
import { Meter } from './meter';
import type { IHomeModel } from './model';
import type { IHomeState } from './state';
import { Notes } from './notes';
import { Notices } from './notices';
import type { Order } from './tree/order';
import { Spoken } from './spoken';
import { StatusLine } from './status-line';
import { isHomeFull, isNearlyFull } from './warning';
import { headline, isUnread, meaning } from './words';

interface IHomeViewProps {
  model: IHomeModel;
  clear: IClearModel;
  largest: IAskedModel<'home/largest'>;
  history: IAskedModel<'home/history'>;
  picture: Choice<boolean>;
  order: Choice<Order>;
  marks: Marks;
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
        <Nothing model={model} state={state} trans={trans} />
      )}
    </div>
  );
}

interface IUsageProps extends IHomeViewProps {
  state: IHomeState;
  usage: HomeUsage;
  limits: HomeLimits;
}

function Usage(props: IUsageProps): React.JSX.Element {
  const { clear, commands, state, usage, limits, trans } = props;
  const text = headline(usage, limits, trans);
  const isUrgent = isHomeFull(usage, limits) || isNearlyFull(usage, limits);
  const mayDelete = obstacleTo(useSnapshot(clear).value, state) === null;
  const card = (
    <ClearCard
      key="clear"
      model={clear}
      commands={commands}
      trans={trans}
      countedAt={usage.scannedAt}
      isWritable={state.isWritable}
    />
  );
  return (
    <>
      <h4 className="jp-LeapHeadline">{text}</h4>
      {state.isKept && !isUnread(usage) && (
        <Meaning usage={usage} limits={limits} trans={trans} />
      )}
      {!isUnread(usage) && (
        <Meter
          usedBytes={usage.usedBytes}
          limits={limits}
          text={text}
          trans={trans}
        />
      )}
      <Notices state={state} usage={usage} trans={trans} />
      {isUrgent && card}
      <StatusLine {...props} isUrgent={isUrgent} />
      <Spoken {...props} />
      <Contents {...props} mayDelete={mayDelete} />
      <Notes
        usage={usage}
        homeDirectory={state.homeDirectory}
        isCounting={state.usage.status === 'loading'}
        trans={trans}
      />
      {!isUrgent && card}
      <Findings {...props} mayDelete={mayDelete} />
    </>
  );
}

/** What the number means, in a sentence. */
function Meaning({
  usage,
  limits,
  trans
}: Pick<IUsageProps, 'usage' | 'limits' | 'trans'>): React.JSX.Element {
  const text = meaning(usage, limits, trans);
  const isFull = isHomeFull(usage, limits);
  return isFull || isNearlyFull(usage, limits) ? (
    <p className={isFull ? 'jp-LeapFull' : 'jp-LeapNear'}>
      <WarningSign trans={trans} />
      {text}
    </p>
  ) : (
    <p className="jp-LeapQuiet">{text}</p>
  );
}

interface IDeletingProps extends IUsageProps {
  mayDelete: boolean;
}

/** What fills the home; for an empty one, how something comes into it. */
function Contents(props: IDeletingProps): React.JSX.Element | null {
  const { usage, trans } = props;
  if (isUnread(usage)) {
    // The notice says why.
    return null;
  }
  const isEmpty = usage.phase !== 'scanning' && usage.children.length === 0;
  return isEmpty ? (
    <p className="jp-LeapQuiet">
      {trans.__(
        'Nothing here yet. Files you save appear here; the arrow above the file browser uploads some.'
      )}
    </p>
  ) : (
    <Filling {...props} />
  );
}

/** What a whole count found beside the numbers. */
function Findings({
  history,
  largest,
  marks,
  mayDelete,
  commands,
  usage,
  trans
}: IDeletingProps): React.JSX.Element | null {
  const { phase, scannedAt } = usage;
  return phase !== 'scanning' ? (
    <>
      <HistoryCard
        model={history}
        commands={commands}
        trans={trans}
        countedAt={scannedAt}
      />
      <LargestCard
        model={largest}
        marks={marks}
        mayDelete={mayDelete}
        commands={commands}
        trans={trans}
        countedAt={scannedAt}
      />
    </>
  ) : null;
}

/** In place of a number: that it is being read, or that it was not counted. Of a failure a card tells. */
function Nothing({
  model,
  state: { usage },
  trans
}: Pick<IUsageProps, 'model' | 'state' | 'trans'>): React.JSX.Element | null {
  if (usage.status === 'failed') {
    return usage.error.code === 'cancelled' ? (
      <div className="jp-LeapStatus">
        <span role="status">
          {trans.__('Stopped before anything was counted.')}
        </span>
        <Button
          label={trans.__('Count')}
          title={trans.__('Count what the home directory holds, now')}
          onClick={() => {
            void model.refresh();
          }}
          primary
        />
      </div>
    ) : null;
  }
  return (
    <div className="jp-LeapSkeleton" role="status">
      {trans.__('Reading what is known about your home…')}
    </div>
  );
}
