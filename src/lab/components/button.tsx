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
  /** What a screen reader says, where several buttons have the same label. */
  name?: string;
}

/**
 * A quiet text button.
 */
export function Button({
  label,
  onClick,
  primary = false,
  disabled = false,
  title,
  name
}: IButtonProps): React.JSX.Element {
  return (
    <button
      type="button"
      className={`jp-LeapButton${primary ? ' jp-mod-primary' : ''}`}
      disabled={disabled}
      title={title}
      aria-label={name}
      onClick={onClick}
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
}

/**
 * A button that runs a command, with the command's label, caption and state.
 */
export function CommandButton({
  commands,
  id,
  args = {},
  primary
}: ICommandButtonProps): React.JSX.Element {
  useCommandState(commands, id);
  return (
    <Button
      label={commands.label(id, args)}
      title={commands.caption(id, args)}
      disabled={!commands.isEnabled(id, args)}
      primary={primary}
      onClick={() => {
        void commands.execute(id, args);
      }}
    />
  );
}

/**
 * Why a command cannot be used now: its caption as text, since a disabled button shows none to the keyboard.
 * Nothing while it can.
 */
export function CommandReason({
  commands,
  id
}: Pick<ICommandButtonProps, 'commands' | 'id'>): React.JSX.Element | null {
  useCommandState(commands, id);
  return commands.isEnabled(id) ? null : (
    <p className="jp-LeapQuiet">{commands.caption(id)}</p>
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
