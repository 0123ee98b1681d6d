import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** More than any machine has. */
const MAX_GPUS = 64;

/**
 * The models of the NVIDIA processors that this server may use. The driver lists those of the whole machine; this
 * server may use the ones whose device file it was given.
 *
 * @param proc - `/proc`
 * @param dev - `/dev`
 */
export async function findGpus(proc: string, dev: string): Promise<string[]> {
  const driver = join(proc, 'driver', 'nvidia', 'gpus');
  const slots = await readdir(driver).catch(() => []);
  const models = await Promise.all(
    slots.slice(0, MAX_GPUS).map(async slot => {
      const text = await readFile(
        join(driver, slot, 'information'),
        'utf8'
      ).catch(() => '');
      const model = /^Model:\s*(\S.*?)\s*$/m.exec(text)?.[1];
      const minor = /^Device Minor:\s*(\d+)\s*$/m.exec(text)?.[1];
      const isOurs =
        minor !== undefined &&
        (await access(join(dev, `nvidia${minor}`)).then(
          () => true,
          () => false
        ));
      return isOurs && model ? model.slice(0, 100) : null;
    })
  );
  return models.filter(model => model !== null);
}
