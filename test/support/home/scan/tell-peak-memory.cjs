// Put before a program (`node --require`): its end says on standard error how much memory it took at most, in bytes.
// Linux keeps `ru_maxrss` over fork and exec, so it would tell of the test's own process; VmHWM begins with the program.
if (require('node:worker_threads').isMainThread) {
  const fs = require('node:fs');
  process.on('exit', () => {
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
    fs.writeSync(2, `peak ${Number(kibibytes) * 1024}\n`);
  });
}
