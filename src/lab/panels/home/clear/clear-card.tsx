import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { ClearableItem, HomeClearable } from '../../../../contract';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { useSnapshot } from '../../../components/use-snapshot';
import { CommandIDs } from '../../../commands';
import { formatBytes } from '../../../format';
import { FRESH_SECONDS, type IClearModel } from './clear-model';
import { obstacleText, obstacleTo } from './obstacle';
import { atLeast } from '../words';

/** How many kinds the card names; the dialog has them all. */
const NAMED = 3;

interface IClearCardProps {
  model: IClearModel;
  commands: CommandRegistry;
  trans: TranslationBundle;
  /** When the home was counted last: caches are looked for again after each count. */
  countedAt: string;
  /** False: the home is read-only, and nothing can be deleted. */
  isWritable: boolean;
}

/**
 * What may be deleted without losing anything that does not come back, and the way to do it.
 */
export function ClearCard({
  model,
  commands,
  trans,
  countedAt,
  isWritable
}: IClearCardProps): React.JSX.Element {
  const found = useSnapshot(model);
  React.useEffect(() => {
    void model.load(FRESH_SECONDS);
  }, [model, countedAt]);
  if (found.status === 'failed') {
    return (
      <Failure
        error={found.error}
        trans={trans}
        onRetry={() => {
          void model.load(0);
        }}
      />
    );
  }
  return (
    <section
      className="jp-LeapCard jp-LeapClear"
      aria-label={trans.__('Safe to clear')}
      aria-busy={found.status === 'loading'}
    >
      {found.value && found.value.items.length > 0 ? (
        <Found
          found={found.value}
          commands={commands}
          trans={trans}
          isWritable={isWritable}
        />
      ) : (
        <p className="jp-LeapQuiet">
          {found.status === 'ready'
            ? trans.__('No caches and no Trash found: nothing to clear.')
            : trans.__('Looking for what is safe to clear…')}
        </p>
      )}
    </section>
  );
}

interface IFoundProps {
  found: HomeClearable;
  commands: CommandRegistry;
  trans: TranslationBundle;
  isWritable: boolean;
}

function Found(props: IFoundProps): React.JSX.Element {
  const { found, trans } = props;
  const safe = found.items.filter(item => item.preselected);
  const others = found.items.filter(
    item => !item.preselected && item.usedBytes > 0
  );
  return (
    <>
      <h5 className="jp-LeapClear-title">
        {safe.length > 0
          ? trans.__(
              'Safe to clear: %1',
              atLeast(found.preselectedBytes, found.complete)
            )
          : trans.__('Nothing left that comes back by itself')}
      </h5>
      {safe.length > 0 && (
        <p className="jp-LeapQuiet">
          {trans.__('%1. They come back when needed.', titles(safe, trans))}
        </p>
      )}
      {others.length > 0 && (
        <p className="jp-LeapQuiet">
          {trans.__('To decide yourself: %1.', sizes(others, trans))}
        </p>
      )}
      <Way {...props} />
    </>
  );
}

/** To a smaller home; where there is none, why. */
function Way({
  found,
  commands,
  trans,
  isWritable
}: IFoundProps): React.JSX.Element {
  const obstacle = obstacleTo(found, { isWritable });
  if (obstacle) {
    return <p>{obstacleText(obstacle, trans)}</p>;
  }
  return (
    <div className="jp-LeapCard-actions">
      <Button
        label={trans.__('Review…')}
        title={commands.caption(CommandIDs.reviewClearable)}
        onClick={() => {
          void commands.execute(CommandIDs.reviewClearable);
        }}
        primary
      />
    </div>
  );
}

function titles(
  items: readonly ClearableItem[],
  trans: TranslationBundle
): string {
  return listed(
    items.map(({ title }) => title),
    trans
  );
}

function sizes(
  items: readonly ClearableItem[],
  trans: TranslationBundle
): string {
  return listed(
    items.map(({ title, usedBytes }) =>
      trans.__('%1 %2', title, formatBytes(usedBytes))
    ),
    trans
  );
}

function listed(names: readonly string[], trans: TranslationBundle): string {
  const rest = names.length - NAMED;
  const all =
    rest > 0
      ? [...names.slice(0, NAMED), trans._n('%1 more', '%1 more', rest)]
      : names;
  return new Intl.ListFormat(undefined, { type: 'unit' }).format(all);
}
