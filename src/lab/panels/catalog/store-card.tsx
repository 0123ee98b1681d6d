import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { StoreReach, StoreSize as Size } from '../../../contract';
import { Age } from '../../components/age';
import { CommandButton } from '../../components/button';
import { CommandIDs } from '../../commands';
import type { IQuickLook } from '../../contents/quick-look';
import { lackText } from '../../lacking-packages';
import { visible } from '../../visible';
import type { Loadable } from '../../loadable';
import { storeFactsText } from './facts-words';
import { LookInside } from './look-inside';
import type { IShownStore } from './shown-stores';
import { StoreSize } from './store-size';
import { badgeOf, placeText } from './words';

interface IStoreCardProps {
  store: IShownStore;
  look: IQuickLook | null;
  isOpen: boolean;
  /** Its size while and after it is measured. */
  measured: Loadable<Size> | undefined;
  onMeasure: () => void;
  onCancelMeasuring: () => void;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/** What the quick look reads; a scattered store on the web would seem empty. */
const SEEN_INTO: ReadonlySet<StoreReach['form']> = new Set([
  'zarr2',
  'zarr3',
  'zarr2-scattered',
  'zarr3-scattered',
  'zarr-array',
  'netcdf4',
  'kerchunk'
]);

const OPENS: ReadonlySet<StoreReach['status']> = new Set(['anonymous', 'hub']);

/**
 * One store: what it is, whether it opens from here, and the code that opens it.
 */
export function StoreCard({
  store,
  look,
  isOpen,
  measured,
  onMeasure,
  onCancelMeasuring,
  commands,
  trans
}: IStoreCardProps): React.JSX.Element {
  const { name, note, check, missing, url, known } = store;
  const isReadable =
    check !== null && OPENS.has(check.status) && SEEN_INTO.has(check.form);
  const isGone = check?.status === 'missing';
  return (
    <details className="jp-LeapCard jp-LeapCatalog-store" open={isOpen}>
      <summary>
        {isGone ? (
          <s>
            <bdi>{visible(name)}</bdi>
          </s>
        ) : (
          <bdi>{visible(name)}</bdi>
        )}
        {check && <Badge check={check} trans={trans} />}
      </summary>
      <p className="jp-LeapQuiet">{placeText(store, trans)}</p>
      {known &&
        storeFactsText(known, trans).map(line => (
          <p key={line} className="jp-LeapCatalog-variables">
            <bdi>{line}</bdi>
          </p>
        ))}
      {known && !isGone && (known.isMeasurable || known.facts) && (
        <StoreSize
          name={name}
          known={known.size}
          unpackedBytes={known.facts?.bytes ?? null}
          isMeasurable={known.isMeasurable}
          measured={measured}
          trans={trans}
          onMeasure={onMeasure}
          onCancel={onCancelMeasuring}
        />
      )}
      {check && check.reason !== null && <p>{visible(check.reason)}</p>}
      {isGone && (
        <p>
          {trans.__(
            'Who keeps the data set, or a page of its links, may know where it is now.'
          )}
        </p>
      )}
      <Code store={store} trans={trans} />
      {missing.length > 0 && <p>{lackText(missing, trans)}</p>}
      {note !== null && <p className="jp-LeapQuiet">{note}</p>}
      <StoreActions
        store={store}
        isDead={
          check !== null &&
          !OPENS.has(check.status) &&
          check.status !== 'unknown'
        }
        commands={commands}
        trans={trans}
      />
      {look && isReadable && (
        <LookInside look={look} name={name} url={url} trans={trans} />
      )}
    </details>
  );
}

function Badge({
  check,
  trans
}: {
  check: StoreReach;
  trans: TranslationBundle;
}): React.JSX.Element {
  const { mark, text, level } = badgeOf(check.status, trans);
  return (
    <span className={`jp-LeapCatalog-badge jp-mod-${level}`}>
      <span aria-hidden="true">{mark} </span>
      <bdi>{text}</bdi>
      {check.status !== 'unknown' && (
        <>
          , {trans.__('checked')} <Age at={check.checkedAt} trans={trans} />
        </>
      )}
    </span>
  );
}

/** The code, or the address where there is none. */
function Code({
  store,
  trans
}: Pick<IStoreCardProps, 'store' | 'trans'>): React.JSX.Element {
  const { snippet, url, name } = store;
  return (
    <pre
      className="jp-LeapCode"
      tabIndex={0}
      aria-label={
        snippet === null
          ? trans.__('Address of %1', visible(name))
          : trans.__('Code that opens %1', visible(name))
      }
      // A scrollable region needs a role for its name to be read.
      role="group"
    >
      {snippet ?? visible(url)}
    </pre>
  );
}

function StoreActions({
  store,
  isDead,
  commands
}: Pick<IStoreCardProps, 'store' | 'commands' | 'trans'> & {
  /** Its code would fail, so nothing here is the next step. */
  isDead: boolean;
}): React.JSX.Element {
  const args = { store: store.id };
  const ids = [
    ...(store.snippet === null
      ? []
      : [CommandIDs.insertDatasetCode, CommandIDs.openDatasetNotebook]),
    CommandIDs.copyDatasetCode,
    ...(store.inBuckets ? [CommandIDs.openDatasetStore] : [])
  ];
  return (
    <div className="jp-LeapCard-actions">
      {ids.map((id, index) => (
        <CommandButton
          key={id}
          commands={commands}
          id={id}
          args={args}
          primary={index === 0 && !isDead}
        />
      ))}
    </div>
  );
}
