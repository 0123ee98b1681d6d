import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type * as React from 'react';

interface IButtonProps {
  label: string;
  onClick: () => void;
  /** The one thing a reader most likely wants next. */
  primary?: boolean;
  disabled?: boolean;
  title?: string;
}

/**
 * A quiet text button.
 */
export function Button({
  label,
  onClick,
  primary = false,
  disabled = false,
  title
}: IButtonProps): React.JSX.Element {
  return (
    <button
      type="button"
      className={`jp-LeapButton${primary ? ' jp-mod-primary' : ''}`}
      disabled={disabled}
      title={title}
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
