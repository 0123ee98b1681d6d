import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Expiring } from '../../../contract';
import { copyText } from '../../clipboard';
import { Button } from '../../components/button';
import { formatBytes, formatDay } from '../../format';
import { visible } from '../../visible';
import { copyCommand } from './commands/addresses';
import type { IBucketsModel } from './buckets-model';
import { homeOf, placeIn } from './folder/folder';
import type { IBucketsState } from './state';

type ExpiringFolder = Expiring['folders'][number];

interface IExpiryProps {
  readonly model: IBucketsModel;
  readonly state: IBucketsState;
  /** Where the focus goes when the card is dismissed. */
  readonly grid: React.RefObject<HTMLElement>;
  readonly trans: TranslationBundle;
}

/**
 * What the open own folder loses within 48 hours, what goes first, and the command that keeps it.
 */
export function Expiry({
  model,
  state,
  grid,
  trans
}: IExpiryProps): React.JSX.Element | null {
  const { folder, expiring } = state;
  const [dismissed, setDismissed] = React.useState<Expiring>();
  const found = expiring.value?.folders.find(
    ({ bucket, prefix }) =>
      bucket === folder?.bucket && folder.prefix.startsWith(prefix)
  );
  if (!found || dismissed === expiring.value) {
    return null;
  }
  const [first] = found.first;
  return (
    <section
      className="jp-LeapCard jp-mod-warning"
      aria-label={trans.__('Deleted soon')}
    >
      <strong>{amountText(found, trans)}</strong>
      <p>
        {firstText(found, trans)}
        {'. '}
        {trans.__('Copy what you want to keep.')}
      </p>
      <div className="jp-LeapCard-actions">
        {first && <KeepButton found={found} state={state} trans={trans} />}
        {first && (
          <Button
            label={trans.__('Show')}
            title={trans.__('Show %1 in the list', visible(first.name))}
            onClick={() => {
              const { folder, name } = placeIn(found, first.name);
              void model.open(folder, name);
            }}
          />
        )}
        <Button
          label={trans.__('Dismiss')}
          onClick={() => {
            setDismissed(expiring.value);
            grid.current?.focus();
          }}
        />
      </div>
    </section>
  );
}

/** Absent where the user has no folder that stays. */
function KeepButton({
  found,
  state,
  trans
}: {
  readonly found: ExpiringFolder;
  readonly state: IBucketsState;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const keep = state.buckets.value?.find(
    ({ ownPrefix, deleteAfterDays }) =>
      ownPrefix !== null && deleteAfterDays === null
  );
  return keep ? (
    <Button
      label={trans.__('Copy Command to Keep It')}
      title={trans.__(
        'Copy the command that copies this to your folder in %1',
        keep.title
      )}
      onClick={() => {
        const home = homeOf(keep);
        const names = found.first.map(({ name }) => name);
        const target = `gs://${home.bucket}/${home.prefix}`;
        void copyText(copyCommand(found, names, null, target), trans);
      }}
    />
  ) : null;
}

/** What goes first, each with its day. */
function firstText(
  { first }: ExpiringFolder,
  trans: TranslationBundle
): string {
  return first
    .map(({ name, deletedOn }) =>
      trans.__('%1 from %2', visible(name), formatDay(deletedOn, Date.now()))
    )
    .join('; ');
}

/**
 * How much goes, in a sentence: the headline of the card, and of the notification.
 */
export function amountText(
  { bytes, objects, complete }: ExpiringFolder,
  trans: TranslationBundle
): string {
  const amount = `${complete ? '' : '≥ '}${formatBytes(bytes)}`;
  return trans._n(
    '%2 in %1 object goes within 48 hours',
    '%2 in %1 objects go within 48 hours',
    objects,
    amount
  );
}
