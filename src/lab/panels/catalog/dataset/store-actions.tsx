import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { StoreReach } from '../../../../contract';
import { Button, CommandButton } from '../../../components/button';
import { CommandIDs } from '../../../commands';
import type { IQuickLook } from '../../../contents/quick-look';
import { visible } from '../../../visible';
import type { IShownStore } from './shown-stores';

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

interface IStoreActionsProps {
  store: IShownStore;
  look: IQuickLook | null;
  commands: CommandRegistry;
  trans: TranslationBundle;
}

/**
 * What can be done with a store, and what is inside it when its reader wants to see that.
 */
export function StoreActions({
  store,
  look,
  commands,
  trans
}: IStoreActionsProps): React.JSX.Element {
  const [isInside, setInside] = React.useState(false);
  const { id: storeId, name, url, check, snippet, inBuckets } = store;
  const isOpen = check !== null && OPENS.has(check.status);
  // Its code would fail, so nothing here is the next step.
  const isDead = check !== null && !isOpen && check.status !== 'unknown';
  const ids = [
    ...(snippet === null
      ? []
      : [CommandIDs.insertDatasetCode, CommandIDs.openDatasetNotebook]),
    CommandIDs.copyDatasetCode,
    ...(inBuckets ? [CommandIDs.openDatasetStore] : [])
  ];
  const inside = look && isOpen && SEEN_INTO.has(check.form) ? look : null;
  return (
    <>
      <div className="jp-LeapCard-actions">
        {ids.map((id, index) => (
          <CommandButton
            key={id}
            commands={commands}
            id={id}
            args={{ store: storeId }}
            primary={index === 0 && !isDead}
          />
        ))}
        {inside && (
          <LookButton
            name={name}
            isShown={isInside}
            trans={trans}
            onClick={() => {
              setInside(!isInside);
            }}
          />
        )}
      </div>
      {isInside && inside?.view({ url })}
    </>
  );
}

function LookButton({
  name,
  isShown,
  trans,
  onClick
}: {
  name: string;
  isShown: boolean;
  trans: TranslationBundle;
  onClick: () => void;
}): React.JSX.Element {
  return (
    <Button
      label={
        isShown ? trans.__('Hide What Is Inside') : trans.__('Look Inside')
      }
      title={trans.__('Its variables, and a picture of one of them')}
      name={
        isShown
          ? trans.__('Hide what is inside %1', visible(name))
          : trans.__('Look inside %1', visible(name))
      }
      onClick={onClick}
    />
  );
}
