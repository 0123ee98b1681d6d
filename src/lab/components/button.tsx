import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import * as React from 'react';

interface IButtonProps {
  label: string;
  onClick: () => void;
  /** The one thing a reader most likely wants next. */
  primary?: boolean;
  disabled?: boolean;
  title?: string;
  /** What a screen reader says, where several buttons have the same label, or a label is shortened. */
  name?: string;
}

/**
 * A quiet text button. While it has the focus it keeps it, also where it can no longer be used: a disabled one would leave
 * the focus to the page.
 */
export function Button({
  label,
  onClick,
  primary = false,
  disabled = false,
  title,
  name
}: IButtonProps): React.JSX.Element {
  const [hasFocus, setFocus] = React.useState(false);
  return (
    <button
      type="button"
      className={`jp-LeapButton${primary ? ' jp-mod-primary' : ''}`}
      disabled={disabled && !hasFocus}
      aria-disabled={disabled && hasFocus ? true : undefined}
      title={title}
      aria-label={name}
      onFocus={() => {
        setFocus(true);
      }}
      onBlur={() => {
        setFocus(false);
      }}
      onClick={disabled ? undefined : onClick}
    >
      {label}
    </button>
  );
}

interface ICommandButtonProps {
  commands: CommandRegistry;
  id: string;
  args?: ReadonlyPartialJSONObject;
  primary?: boolean;
  /** A part of the command's label, where the surroundings say the rest. */
  shortLabel?: string;
  /** Not there while the command cannot be used, rather than grey: for what is listed elsewhere too. */
  hideDisabled?: boolean;
}

/**
 * A button that runs a command, with the command's label, caption and state.
 */
export function CommandButton({
  commands,
  id,
  args = {},
  primary,
  shortLabel,
  hideDisabled = false
}: ICommandButtonProps): React.JSX.Element | null {
  useCommandState(commands, id);
  const isEnabled = commands.isEnabled(id, args);
  const label = commands.label(id, args);
  return hideDisabled && !isEnabled ? null : (
    <Button
      label={shortLabel ?? label}
      name={shortLabel === undefined ? undefined : label}
      title={commands.caption(id, args)}
      disabled={!isEnabled}
      primary={primary}
      onClick={() => {
        void commands.execute(id, args);
      }}
    />
  );
}

/** Render again when the command says that its label or its state changed. */
function useCommandState(commands: CommandRegistry, id: string): void {
  const [, renderAgain] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    const onChanged = (
      _: CommandRegistry,
      changed: CommandRegistry.ICommandChangedArgs
    ): void => {
      if (changed.id === id || changed.type === 'many-changed') {
        renderAgain();
      }
    };
    commands.commandChanged.connect(onChanged);
    return () => {
      commands.commandChanged.disconnect(onChanged);
    };
  }, [commands, id]);
}
