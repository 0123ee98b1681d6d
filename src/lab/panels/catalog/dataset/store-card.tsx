import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { StoreReach, StoreSize as Size } from '../../../../contract';
import { Age } from '../../../components/age';
import type { IQuickLook } from '../../../contents/quick-look';
import { lackText } from '../../../lacking-packages';
import { visible } from '../../../visible';
import type { Loadable } from '../../../loadable';
import { storeFactsText } from './facts-words';
import type { IShownStore } from './shown-stores';
import { StoreActions } from './store-actions';
import { StoreSize } from './store-size';
import { badgeOf, placeText } from '../words';

interface IStoreCardProps {
  store: IShownStore;
  look: IQuickLook | null;
  isOpen: boolean;
  /** It is being asked whether it opens. */
  isChecking: boolean;
  /** The page says of several together what came of it. */
  isOnly: boolean;
  /** What is in it may be known in a moment. */
  isReading: boolean;
  /** Its size while and after it is measured. */
  measured: Loadable<Size> | undefined;
  onMeasure: () => void;
  onCancelMeasuring: () => void;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * One store: what it is, whether it opens from here, and the code that opens it.
 */
export function StoreCard(props: IStoreCardProps): React.JSX.Element {
  const { store, look, isOpen, commands, trans } = props;
  const { note, check, missing } = store;
  return (
    <details className="jp-LeapCard jp-LeapCatalog-store" open={isOpen}>
      <Title {...props} />
      <p className="jp-LeapQuiet">{placeText(store, trans)}</p>
      <Known {...props} />
      {check && check.reason !== null && <p>{visible(check.reason)}</p>}
      {isGone(check) && (
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
        look={look}
        commands={commands}
        trans={trans}
      />
    </details>
  );
}

/** Its name, struck out where it is gone, and whether it opens. */
function Title({
  store: { name, check },
  isChecking,
  isOnly,
  trans
}: IStoreCardProps): React.JSX.Element {
  const shown = <bdi>{visible(name)}</bdi>;
  return (
    <summary>
      {isGone(check) ? <s>{shown}</s> : shown}
      <span aria-live={isOnly ? 'polite' : 'off'}>
        {check ? (
          <Badge check={check} trans={trans} />
        ) : (
          isChecking && (
            <span className="jp-LeapCatalog-badge">
              <span aria-hidden="true">… </span>
              {trans.__('checking')}
            </span>
          )
        )}
      </span>
    </summary>
  );
}

/** What was read in it, and its size. */
function Known({
  store: { name, check, known },
  isReading,
  measured,
  onMeasure,
  onCancelMeasuring,
  trans
}: IStoreCardProps): React.JSX.Element | null {
  if (!known) {
    return null;
  }
  const { facts, size, isMeasurable } = known;
  return (
    <>
      {isReading && facts === null && !isClosed(check) && (
        <p className="jp-LeapQuiet" role="status">
          {trans.__('Reading what is in it…')}
        </p>
      )}
      {storeFactsText(known, trans).map(line => (
        <p key={line.join()} className="jp-LeapCatalog-variables">
          <Parts parts={line} />
        </p>
      ))}
      {!isGone(check) && (isMeasurable || facts) && (
        <StoreSize
          name={name}
          known={size}
          unpackedBytes={facts?.bytes ?? null}
          isMeasurable={isMeasurable}
          measured={measured}
          trans={trans}
          onMeasure={onMeasure}
          onCancel={onCancelMeasuring}
        />
      )}
    </>
  );
}

function isGone(check: StoreReach | null): boolean {
  return check?.status === 'missing';
}

/** Nothing is read of what does not open. */
function isClosed(check: StoreReach | null): boolean {
  return (
    check !== null && check.status !== 'anonymous' && check.status !== 'hub'
  );
}

/** Parts of a line that break between them, not within. */
function Parts({ parts }: { parts: readonly string[] }): React.JSX.Element {
  return (
    <bdi>
      {parts.map((part, index) => (
        <React.Fragment key={part}>
          {index > 0 && ' · '}
          <span className="jp-LeapCatalog-part">{part}</span>
        </React.Fragment>
      ))}
    </bdi>
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
