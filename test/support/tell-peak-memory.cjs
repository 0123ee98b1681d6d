// Put before a program (`node --require`): its end says on standard error how much memory it took at most, in bytes.
if (require('node:worker_threads').isMainThread) {
  process.on('exit', () => {
    const bytes = process.resourceUsage().maxRSS * 1024;
    require('node:fs').writeSync(2, `peak ${bytes}\n`);
  });
}
