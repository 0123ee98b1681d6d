import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type {
  ClearableItem,
  HomeClearable,
  HomePath
} from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { atLeast } from '../words';

/**
 * Let the reader mark what to clear.
 *
 * @returns The marked paths; null: cancelled.
 */
export async function chooseItems(
  found: HomeClearable,
  trans: TranslationBundle
): Promise<readonly HomePath[] | null> {
  const dialog = new Dialog({
    title: trans.__('Safe to clear'),
    body: new ChoiceBody(found.items, trans),
    buttons: [
      Dialog.cancelButton(),
      Dialog.okButton({ label: trans.__('Continue…') })
    ],
    defaultButton: 0
  });
  dialog.addClass('jp-LeapDialog');
  const { button, value } = await dialog.launch();
  return button.accept ? value : null;
}

class ChoiceBody
  extends ReactWidget
  implements Dialog.IBodyWidget<readonly HomePath[]>
{
  constructor(
    private readonly _items: readonly ClearableItem[],
    private readonly _trans: TranslationBundle
  ) {
    super();
    this._marked = new Set(
      _items.filter(item => item.preselected).map(({ id }) => id)
    );
  }

  getValue(): readonly HomePath[] {
    return this._items
      .filter(({ id }) => this._marked.has(id))
      .flatMap(({ paths }) => paths);
  }

  protected override render(): React.JSX.Element {
    return (
      <Choice
        items={this._items}
        initial={this._marked}
        trans={this._trans}
        onChange={marked => {
          this._marked = marked;
        }}
      />
    );
  }

  private _marked: ReadonlySet<string>;
}

interface IChoiceProps {
  items: readonly ClearableItem[];
  initial: ReadonlySet<string>;
  trans: TranslationBundle;
  onChange: (marked: ReadonlySet<string>) => void;
}

function Choice({
  items,
  initial,
  trans,
  onChange
}: IChoiceProps): React.JSX.Element {
  const [marked, setMarked] = React.useState(initial);
  const chosen = items.filter(({ id }) => marked.has(id));
  const files = sum(chosen, item => item.files);
  const toggle = (id: string): void => {
    const next = new Set(marked);
    if (!next.delete(id)) {
      next.add(id);
    }
    setMarked(next);
    onChange(next);
  };
  return (
    <div className="jp-LeapReview">
      <p>
        {items.length === 0
          ? trans.__('No caches and no Trash found: nothing to clear.')
          : trans.__(
              'Marked is what comes back by itself and no program uses now.'
            )}
      </p>
      <ul className="jp-LeapReview-items">
        {items.map(item => (
          <Item
            key={item.id}
            item={item}
            isMarked={marked.has(item.id)}
            trans={trans}
            onToggle={() => {
              toggle(item.id);
            }}
          />
        ))}
      </ul>
      <p role="status" className="jp-LeapReview-total">
        {trans._n(
          'Marked: %2 in %3 file',
          'Marked: %2 in %3 files',
          files,
          formatBytes(sum(chosen, item => item.usedBytes)),
          formatCount(files)
        )}
      </p>
    </div>
  );
}

interface IItemProps {
  item: ClearableItem;
  isMarked: boolean;
  trans: TranslationBundle;
  onToggle: () => void;
}

function Item({
  item,
  isMarked,
  trans,
  onToggle
}: IItemProps): React.JSX.Element {
  const detailsId = React.useId();
  return (
    <li>
      <label className="jp-LeapReview-label">
        <input
          type="checkbox"
          checked={isMarked}
          aria-describedby={detailsId}
          onChange={onToggle}
        />
        <span>{item.title}</span>
        <strong>{atLeast(item.usedBytes, item.complete)}</strong>
      </label>
      <div id={detailsId} className="jp-LeapReview-details">
        <p>{item.reason}</p>
        <p>{item.cost}</p>
        {item.inUseBy.length > 0 && (
          <p className="jp-LeapReview-inUse">
            {trans.__('⚠ In use now by: %1', item.inUseBy.join(', '))}
          </p>
        )}
        {item.linkedBytes > 0 && (
          <p>
            {trans.__(
              'Another %1 would not become free: those files are used elsewhere too, as in environments.',
              formatBytes(item.linkedBytes)
            )}
          </p>
        )}
        {item.otherPaths > 0 && (
          <p>
            {trans._n(
              '%2 smaller folder is left for the next time.',
              '%2 smaller folders are left for the next time.',
              item.otherPaths,
              formatCount(item.otherPaths)
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function sum(
  items: readonly ClearableItem[],
  number: (item: ClearableItem) => number
): number {
  return items.reduce((total, item) => total + number(item), 0);
}
