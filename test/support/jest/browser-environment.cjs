// jsdom hides what Node has and browsers have too; the client streams answers, so the tests need them.
const { TestEnvironment } = require('jest-environment-jsdom');

const SHARED = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'TransformStream',
  'TextDecoderStream',
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'BroadcastChannel'
];

module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of SHARED) {
      this.global[name] ??= globalThis[name];
    }
    // Node's fetch takes Node's signals alone.
    this.global.AbortController = AbortController;
    this.global.AbortSignal = AbortSignal;
    this.global.requestIdleCallback ??= task => setTimeout(task, 0);
    this.global.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    // jsdom lays nothing out: a sidebar's size, so that virtual lists have rows to show.
    const { prototype } = this.global.HTMLElement;
    prototype.scrollIntoView ??= () => {};
    Object.defineProperty(prototype, 'clientHeight', { get: () => 400 });
    Object.defineProperty(prototype, 'clientWidth', { get: () => 300 });
    this.global.IntersectionObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
      takeRecords() {
        return [];
      }
    };
    this.global.DragEvent ??= class extends this.global.MouseEvent {};
    this.global.matchMedia ??= () => ({
      matches: false,
      addListener() {},
      removeListener() {},
      addEventListener() {},
      removeEventListener() {}
    });
  }
};
