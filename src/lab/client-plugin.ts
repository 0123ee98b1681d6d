import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ILeapClient, LeapClient } from './client';

/**
 * The connection that all sections share.
 */
export const clientPlugin: JupyterFrontEndPlugin<ILeapClient> = {
  id: 'jupyterlab-leap:client',
  description: 'Asks the server side of the LEAP extension.',
  autoStart: true,
  provides: ILeapClient,
  activate: (app: JupyterFrontEnd) =>
    new LeapClient(app.serviceManager.serverSettings)
};
