import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type * as React from 'react';
import type { Contents, ContentsPlace } from '../../../contract';
import { CommandIDs } from '../../commands';
import type { IQuickLook } from '../../contents/quick-look';
import { Actions, type IAction } from '../../components/actions';
import { formatBytes, formatDay, formatInstant } from '../../format';
import { lackText } from '../../lacking-packages';
import type { Loadable } from '../../loadable';
import { visible } from '../../visible';
import { neededPackages } from './code/needed-packages';
import { openedEntry } from './entry';
import { gsPath, type IFolder } from './folder/folder';
import { letterText } from './list/letter-mark';
import { entryCount, type IListed } from './folder/listed';
import { Measured } from './measured';
import { PathText } from './path-text';
import type { IBucketsModel } from './buckets-model';
import { paidBy } from './folder/payers';
import { currentRow, missingName } from './selection';
import { isMarker, type Row } from './folder/rows';
import type { IBucketsState } from './state';
import { datasetName } from './words';

interface IDetailProps {
  readonly model: IBucketsModel;
  readonly commands: CommandRegistry;
  readonly state: IBucketsState;
  readonly look: IQuickLook | null;
  /** Where the focus goes when a button disappears. */
  readonly grid: React.RefObject<HTMLElement>;
  readonly trans: TranslationBundle;
}

/**
 * The entry that the cursor is on: its whole path, its facts in words, and what can be done with it.
 */
export function Detail({
  model,
  commands,
  state,
  look,
  grid,
  trans
}: IDetailProps): React.JSX.Element | null {
  const { folder, current } = state;
  const row = currentRow(state);
  if (!folder || current === null) {
    return state.rows && entryCount(state.rows) > 0 ? (
      <p className="jp-LeapQuiet">
        {trans.__('Select an entry to see what it is and what to do with it.')}
      </p>
    ) : null;
  }
  const path = gsPath(folder, current);
  const letters = letterText(path, trans);
  return (
    <section
      className="jp-LeapBuckets-detail"
      aria-label={trans.__('The selected entry')}
    >
      <PathText path={path} />
      {letters !== '' && <p className="jp-LeapQuiet">{letters}</p>}
      <EntryActions row={row} path={path} commands={commands} trans={trans} />
      <p>{row ? facts(row, state, trans) : missing(state, trans)}</p>
      {row?.kind === 'folder' && (
        <Measured
          name={current}
          measured={state.sizes.get(current)}
          model={model}
          grid={grid}
          trans={trans}
        />
      )}
      <Lacking state={state} trans={trans} />
      {look &&
        row &&
        hasContents(row) &&
        look.view(
          placeOf(folder, row, state.payers.get(folder.bucket)),
          (contents: Contents) => {
            model.noteContents(row.name, contents);
          }
        )}
    </section>
  );
}

function EntryActions({
  row,
  path,
  commands,
  trans
}: Pick<IDetailProps, 'commands' | 'trans'> & {
  readonly row: Row | null;
  readonly path: string;
}): React.JSX.Element {
  return (
    <Actions
      {...actionsFor(row, path, trans)}
      hasPrimary
      name={visible(path)}
      commands={commands}
      trans={trans}
    />
  );
}

/** What the code would stumble over, said before it is inserted. */
function Lacking({
  state,
  trans
}: Pick<IDetailProps, 'state' | 'trans'>): React.JSX.Element | null {
  const opened = openedEntry(state);
  const needed = opened ? neededPackages(opened) : [];
  const lacking = needed.filter(name => state.lacking.includes(name));
  return lacking.length === 0 ? null : (
    <p className="jp-LeapContents-note">{lackText(lacking, trans)}</p>
  );
}

/** What is wanted most comes first; all else stands in the menu of the row. */
function actionsFor(
  row: Row | null,
  path: string,
  trans: TranslationBundle
): { readonly first: readonly IAction[]; readonly more: readonly IAction[] } {
  const copy = { id: CommandIDs.copyGsPath };
  if (row === null) {
    return { first: [copy], more: [] };
  }
  const use = [{ id: CommandIDs.insertEntryCode }, copy];
  if (row.kind === 'object') {
    const shortLabel = trans.__('Open Read-Only');
    const open = { id: CommandIDs.openObject, shortLabel };
    return {
      first: [...use, open, { id: CommandIDs.downloadObject }],
      more: []
    };
  }
  return {
    first: [...use, { id: CommandIDs.openEntry }],
    more: [
      { id: CommandIDs.measureFolder },
      ...(row.dataset === null
        ? []
        : [{ id: CommandIDs.describeDataset, args: { url: path } }])
    ]
  };
}

/** An ordinary folder holds what the list shows. */
function hasContents(row: Row): boolean {
  return row.kind === 'object' ? !isMarker(row) : row.dataset !== null;
}

function placeOf(
  { bucket, prefix }: IFolder,
  { name }: Row,
  payer: string | undefined
): ContentsPlace {
  return {
    bucket,
    name: prefix + name,
    ...(name === '' ? { isObject: true } : {}),
    ...paidBy(payer)
  };
}

function facts(
  row: Row,
  state: IBucketsState,
  trans: TranslationBundle
): string {
  if (row.kind === 'folder') {
    const what =
      row.dataset === null
        ? trans.__('Folder.')
        : trans.__('%1.', datasetName(row.dataset, trans));
    const first = state.firstDays.get(row.name);
    if (first) {
      const day = formatDay(first.deletedOn, Date.now());
      return first.complete
        ? trans.__(
            '%1 Its first objects are deleted on %2: copy it before then to keep it whole.',
            what,
            day
          )
        : trans.__(
            '%1 Its first objects are deleted on %2 or sooner: copy it before then to keep it whole.',
            what,
            day
          );
    }
    const days = state.rows?.rule.deleteAfterDays ?? null;
    return days === null
      ? what
      : trans._n(
          '%2 What is in it is deleted piece by piece, each %1 day after it was written.',
          '%2 What is in it is deleted piece by piece, each %1 days after it was written.',
          days,
          what
        );
  }
  const size = formatBytes(row.bytes);
  const parts = [
    row.updatedAt === null
      ? size
      : trans.__('%1, changed %2.', size, formatInstant(row.updatedAt))
  ];
  if (row.deletedOn !== null) {
    parts.push(
      trans.__('Deleted on %1.', formatDay(row.deletedOn, Date.now()))
    );
  }
  return parts.join(' ');
}

/** A link may name an object that is gone, or one that is not loaded yet: the bucket is then asked for it. */
function missing(state: IBucketsState, trans: TranslationBundle): string {
  const { listing, matches } = state;
  const asked =
    matches !== null && matches.text === missingName(state)
      ? matches.listing
      : listing;
  return [listing, asked].some(isWhole)
    ? trans.__('There is no such object in this folder.')
    : asked.status === 'loading'
      ? trans.__('Looking for it…')
      : trans.__('Not among the entries that are loaded.');
}

function isWhole(listing: Loadable<IListed>): boolean {
  return listing.status === 'ready' && listing.value.cursor === null;
}
