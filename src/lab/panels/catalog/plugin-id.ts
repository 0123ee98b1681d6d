/** Of the section, of its schema, and of what it remembers. */
export const PLUGIN_ID = 'jupyterlab-leap:catalog';
