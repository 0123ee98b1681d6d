import { Dialog, ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import type {
  ClearableItem,
  HomeClearable,
  HomePath
} from '../../../../contract';
import { formatBytes, formatCount } from '../../../format';
import { Item } from './review-item';

/**
 * Let the reader mark what to clear.
 *
 * @returns The marked paths; null: cancelled.
 */
export async function chooseItems(
  found: HomeClearable,
  trans: TranslationBundle
): Promise<readonly HomePath[] | null> {
  const { items } = found;
  const dialog = new Dialog({
    title: trans.__('Safe to clear'),
    body: new ChoiceBody(items, trans),
    buttons:
      items.length > 0
        ? [
            Dialog.cancelButton(),
            Dialog.okButton({ label: trans.__('Continue…') })
          ]
        : [Dialog.cancelButton({ label: trans.__('Close') })],
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
          this._allow();
        }}
      />
    );
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._allow();
  }

  /** With nothing marked there is nothing to go on with. */
  private _allow(): void {
    const isEmpty = this._marked.size === 0;
    // After each click JupyterLab looks for what is invalid; not before the first one.
    this.node
      .querySelector<HTMLInputElement>('.jp-LeapReview-any')
      ?.setCustomValidity(isEmpty ? this._trans.__('Nothing is marked.') : '');
    const dialog = this.node.closest('.jp-Dialog');
    const next = dialog?.querySelector<HTMLButtonElement>(
      '.jp-Dialog-button.jp-mod-accept'
    );
    if (next) {
      next.disabled = isEmpty;
    }
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
  const mark = (next: ReadonlySet<string>): void => {
    setMarked(next);
    onChange(next);
  };
  const toggle = (id: string): void => {
    const next = new Set(marked);
    if (!next.delete(id)) {
      next.add(id);
    }
    mark(next);
  };
  return (
    <div className="jp-LeapReview">
      <input className="jp-LeapReview-any" style={{ display: 'none' }} />
      <Safe items={items} marked={marked} trans={trans} onChange={mark} />
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

/** What is marked at first, with one box for all of it: whoever wants a single cache gone need not unmark the rest one by one. */
function Safe({
  items,
  marked,
  trans,
  onChange
}: Omit<IChoiceProps, 'initial'> & {
  marked: ReadonlySet<string>;
}): React.JSX.Element {
  const safe = items.filter(({ preselected }) => preselected);
  const chosen = safe.filter(({ id }) => marked.has(id));
  const isWhole = chosen.length === safe.length;
  if (safe.length < 2) {
    return <p>{safeText(items, trans)}</p>;
  }
  return (
    <label className="jp-LeapReview-label">
      <input
        type="checkbox"
        checked={isWhole}
        ref={box => {
          if (box) {
            box.indeterminate = !isWhole && chosen.length > 0;
          }
        }}
        onChange={() => {
          const next = new Set(marked);
          for (const { id } of safe) {
            if (isWhole) {
              next.delete(id);
            } else {
              next.add(id);
            }
          }
          onChange(next);
        }}
      />
      {trans.__('All that comes back by itself and no program uses now')}
    </label>
  );
}

function safeText(
  items: readonly ClearableItem[],
  trans: TranslationBundle
): string {
  if (items.length === 0) {
    return trans.__('No caches and no Trash found: nothing to clear.');
  }
  return items.some(({ preselected }) => preselected)
    ? trans.__('Marked is what comes back by itself and no program uses now.')
    : trans.__(
        'Nothing is marked: it does not come back by itself, or a program uses it now.'
      );
}

function sum(
  items: readonly ClearableItem[],
  number: (item: ClearableItem) => number
): number {
  return items.reduce((total, item) => total + number(item), 0);
}
