import { MenuSvg } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { Menu } from '@lumino/widgets';
import * as React from 'react';

interface IMenuButtonProps {
  commands: CommandRegistry;
  label: string;
  /** What a screen reader says, where several buttons have the same label. */
  name?: string;
  /** What the menu holds; `type: 'separator'` parts it. */
  items: readonly Menu.IItemOptions[];
}

/**
 * A button that opens a menu of commands below it. When the menu closes, the button has the focus again, unless the
 * command that was chosen moves it.
 */
export function MenuButton({
  commands,
  label,
  name,
  items
}: IMenuButtonProps): React.JSX.Element {
  const button = React.useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = React.useState(false);
  const [menu, setMenu] = React.useState<Menu | null>(null);
  React.useEffect(() => {
    const made = new MenuSvg({ commands });
    made.title.label = label;
    made.contentNode.setAttribute('aria-label', name ?? label);
    made.aboutToClose.connect(() => {
      setOpen(false);
      button.current?.focus();
    });
    setMenu(made);
    return () => {
      made.dispose();
    };
  }, [commands, label, name]);
  const open = (): void => {
    const place = button.current?.getBoundingClientRect();
    if (!menu || !place) {
      return;
    }
    menu.clearItems();
    items.forEach(item => menu.addItem(item));
    menu.open(place.left, place.bottom);
    // As from a menu bar: the keyboard is at the first entry.
    menu.activateNextItem();
    setOpen(true);
  };
  return (
    <button
      ref={button}
      type="button"
      className="jp-LeapButton"
      aria-label={name}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={open}
    >
      {label} <span aria-hidden="true">▾</span>
    </button>
  );
}
