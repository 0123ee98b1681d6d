import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import * as React from 'react';
import type { StoreReach } from '../../../../contract';
import { Actions, type IAction } from '../../../components/actions';
import { Button } from '../../../components/button';
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
  const { name, url, check } = store;
  const isOpen = check !== null && OPENS.has(check.status);
  const inside = look && isOpen && SEEN_INTO.has(check.form) ? look : null;
  return (
    <>
      <Actions
        {...actionsFor(store)}
        hasPrimary={!isDead(check)}
        name={visible(name)}
        commands={commands}
        trans={trans}
      >
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
      </Actions>
      {isInside && inside?.view({ url })}
    </>
  );
}

/** Its code would fail, so nothing here is the next step. */
export function isDead(check: StoreReach | null): boolean {
  return (
    check !== null && !OPENS.has(check.status) && check.status !== 'unknown'
  );
}

function actionsFor({ id: store, snippet, inBuckets }: IShownStore): {
  readonly first: readonly IAction[];
  readonly more: readonly IAction[];
} {
  const on = (id: string): IAction => ({ id, args: { store } });
  const address = on(CommandIDs.copyDatasetAddress);
  const place = inBuckets ? [on(CommandIDs.openDatasetStore)] : [];
  return snippet === null
    ? { first: [address], more: place }
    : {
        first: [
          on(CommandIDs.insertDatasetCode),
          on(CommandIDs.openDatasetNotebook)
        ],
        more: [on(CommandIDs.copyDatasetCode), address, ...place]
      };
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
