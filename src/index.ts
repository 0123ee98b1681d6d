import { clientPlugin } from './lab/client-plugin';
import { contentsPlugin } from './lab/contents/contents-plugin';
import { bucketsPlugin } from './lab/panels/buckets/plugin';
import { catalogPlugin } from './lab/panels/catalog/plugin';
import { homePlugin } from './lab/panels/home/plugin';
import { imagePlugin } from './lab/panels/image/plugin';
import { serverPlugin } from './lab/panels/server/plugin';
import { sidebarPlugin } from './lab/sidebar-plugin';

/**
 * The plugins of the extension. Each section can be disabled by itself.
 */
export default [
  clientPlugin,
  contentsPlugin,
  sidebarPlugin,
  homePlugin,
  bucketsPlugin,
  imagePlugin,
  catalogPlugin,
  serverPlugin
];
