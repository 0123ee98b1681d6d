import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette, IPaletteItem } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { IStatusBar } from '@jupyterlab/statusbar';
import { CommandRegistry } from '@lumino/commands';
import { DisposableDelegate } from '@lumino/disposable';
import { imagePlugin } from '../../../src/lab/panels/image/plugin';
import { added, image, packages } from './answers';
import { trackerOf } from '../lab/open-notebook';
import { KeptSidebar } from '../lab/kept-sidebar';
import { ScriptedClient, type Script } from '../lab/scripted-client';

export const USUAL: Script = {
  'image/spec': () => image(),
  'image/packages': () => packages(['numpy 2.3', 'xarray 2026.5.0']),
  'image/added': () => added()
};

/** A status bar that nobody looks at. */
const STATUS_BAR: IStatusBar = {
  registerStatusItem: () => new DisposableDelegate(() => undefined)
};

/** The plugin in an application that has nothing but commands and a sidebar. */
export function startImage(
  script: Script = USUAL,
  tracker = trackerOf(),
  registry: ISettingRegistry | null = null,
  statusBar: IStatusBar | null = STATUS_BAR
) {
  const commands = new CommandRegistry();
  const listed: IPaletteItem[] = [];
  const palette: Pick<ICommandPalette, 'addItem'> = {
    addItem: item => {
      listed.push(item);
      return new DisposableDelegate(() => undefined);
    }
  };
  const sidebar = new KeptSidebar();
  const client = new ScriptedClient(script);
  void imagePlugin.activate(
    {
      commands,
      // Never: what goes on by itself has tests of its own.
      restored: new Promise<void>(() => undefined),
      serviceManager: { serverSettings: { baseUrl: 'http://hub/user/ann/' } }
    } as unknown as JupyterFrontEnd,
    client,
    sidebar,
    null,
    palette,
    tracker,
    registry,
    statusBar
  );
  return {
    commands,
    listed,
    opened: sidebar.opened,
    client,
    show: () => sidebar.show()
  };
}
