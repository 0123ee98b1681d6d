import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { HomeUsage } from '../../../contract';
import { CommandIDs } from '../../commands';
import { Age } from '../../components/age';
import { Button, CommandButton } from '../../components/button';
import { useSnapshot } from '../../components/use-snapshot';
import { formatBytes, formatCount } from '../../format';
import type { IClearModel } from './clear/clear-model';
import { obstacleTo } from './clear/obstacle';
import type { Marks } from './tree/marks';
import type { IHomeModel } from './model';
import { isCounting, type IHomeState } from './state';
import { atLeast } from './words';

/** Less is not worth a second number. */
const LEAST_BYTES = 1_000_000;

interface IStatusLineProps {
  model: IHomeModel;
  commands: CommandRegistry;
  clear: IClearModel;
  marks: Marks;
  /** What frees space stands right above. */
  isUrgent: boolean;
  state: IHomeState;
  usage: HomeUsage;
  trans: TranslationBundle;
}

/**
 * What is marked, at once and whatever runs; else how old the numbers are, or how far the count is, with its Cancel. The
 * section's head can stop a count too. No button takes the place of another that was pressed: a second press does nothing.
 */
export function StatusLine(props: IStatusLineProps): React.JSX.Element {
  const { model, state, usage, commands, marks, trans } = props;
  const marked = useSnapshot(marks);
  const isRunning = isCounting(state, usage);
  const isMarking = marked.size > 0;
  return (
    <div className="jp-LeapStatus jp-LeapHome-status" data-marking={isMarking}>
      {/* Always there: a screen reader says what comes into it. */}
      <span role="status">{isMarking && markedText(marked, trans)}</span>
      {!isMarking &&
        (isRunning ? (
          <span>{progressText(state.progress, trans)}</span>
        ) : (
          <>
            <Counted state={state} usage={usage} trans={trans} />
            {!props.isUrgent && <Clearable {...props} />}
          </>
        ))}
      <span className="jp-LeapHome-actions">
        {isMarking && <MarkedActions commands={commands} trans={trans} />}
        {isRunning && !isMarking && (
          <Button
            label={trans.__('Cancel')}
            onClick={() => {
              model.cancel();
            }}
          />
        )}
      </span>
    </div>
  );
}

/** What the marks come to, in place of the rest: the rows below do not move. */
function markedText(
  marked: ReadonlyMap<string, number>,
  trans: TranslationBundle
): string {
  const bytes = [...marked.values()].reduce((sum, size) => sum + size, 0);
  return trans.__('%1 marked, %2', marked.size, formatBytes(bytes));
}

function MarkedActions({
  commands,
  trans
}: Pick<IStatusLineProps, 'commands' | 'trans'>): React.JSX.Element {
  return (
    <>
      <CommandButton commands={commands} id={CommandIDs.unmarkHome} />
      <CommandButton
        commands={commands}
        id={CommandIDs.deleteFromHome}
        shortLabel={trans.__('Delete…')}
      />
    </>
  );
}

/** How much becomes free without a loss, and the way there. At the other end than Cancel, whose second press must not open it. */
function Clearable({
  clear,
  commands,
  state,
  trans
}: IStatusLineProps): React.JSX.Element | null {
  const { value } = useSnapshot(clear);
  if (
    !value ||
    obstacleTo(value, state) !== null ||
    value.preselectedBytes < LEAST_BYTES
  ) {
    return null;
  }
  return (
    <button
      type="button"
      className="jp-LeapHome-clear"
      title={commands.caption(CommandIDs.reviewClearable)}
      onClick={() => {
        void commands.execute(CommandIDs.reviewClearable);
      }}
    >
      {trans.__('Clear %1…', atLeast(value.preselectedBytes, value.complete))}
    </button>
  );
}

function Counted({
  state,
  usage,
  trans
}: Pick<IStatusLineProps, 'state' | 'usage' | 'trans'>): React.JSX.Element {
  if (usage.phase === 'scanning') {
    return (
      <span>
        {trans.__('Stopped before the end: these numbers are too small.')}
      </span>
    );
  }
  return (
    <span>
      {trans.__('Counted')}{' '}
      <Age at={usage.scannedAt} recent={trans.__('just now')} trans={trans} />
      {state.usage.status === 'failed' && (
        <> · {trans.__('may be out of date')}</>
      )}
    </span>
  );
}

function progressText(
  progress: HomeUsage | null,
  trans: TranslationBundle
): string {
  if (!progress) {
    return trans.__('Counting…');
  }
  if (progress.phase === 'checking') {
    return trans.__('Counted. Looking for files that grew…');
  }
  const { files } = progress;
  return trans._n(
    'Counting: %2 file so far',
    'Counting: %2 files so far',
    files,
    formatCount(files)
  );
}
