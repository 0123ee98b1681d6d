import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyJSONObject } from '@lumino/coreutils';
import type * as React from 'react';
import { CommandButton } from './button';
import { MenuButton } from './menu-button';

/** A command with what it is run on. */
export interface IAction {
  readonly id: string;
  readonly args?: ReadonlyJSONObject;
  /** A part of the command's label, where the surroundings say the rest. */
  readonly shortLabel?: string;
}

interface IActionsProps {
  /** What is wanted most, a button each. */
  readonly first: readonly IAction[];
  /** The rest: behind one button, so that in a narrow sidebar two rows hold all. */
  readonly more: readonly IAction[];
  /** The first of them is the one thing a reader most likely wants next. */
  readonly hasPrimary: boolean;
  /** What they are done with, for who hears the button of the rest. */
  readonly name: string;
  readonly commands: CommandRegistry;
  readonly trans: TranslationBundle;
  /** Buttons that are no commands, at the end. */
  readonly children?: React.ReactNode;
}

/**
 * What can be done with something.
 */
export function Actions({
  first,
  more,
  hasPrimary,
  name,
  commands,
  trans,
  children
}: IActionsProps): React.JSX.Element {
  // A plugin that brings one may be switched off.
  const isThere = ({ id }: IAction): boolean => commands.hasCommand(id);
  const rest = more.filter(isThere);
  // A menu of one entry would be a click for nothing.
  const isMenu = rest.length > 1;
  return (
    <div className="jp-LeapCard-actions">
      {[...first.filter(isThere), ...(isMenu ? [] : rest)].map((action, at) => (
        <CommandButton
          key={action.id}
          commands={commands}
          {...action}
          primary={hasPrimary && at === 0}
        />
      ))}
      {isMenu && (
        <MenuButton
          commands={commands}
          label={trans.__('More')}
          name={trans.__('More for %1', name)}
          items={rest.map(({ id, args }) => ({
            command: id,
            ...(args ? { args } : {})
          }))}
        />
      )}
      {children}
    </div>
  );
}
