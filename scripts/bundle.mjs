import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundle what runs in Node: the service with the `leap` command, `leap du` of a directory by itself, the count of the home,
 * and the two threads that unpack chunks, whose libraries are then not in the memory of a service that is idle.
 *
 * @param out - Where the files go.
 * @param version - What `leap --version` says.
 * @param minify - As it is released.
 */
export function bundle(out, version, minify) {
  return build({
    entryPoints: {
      main: `${root}src/cli/main.ts`,
      leap: `${root}src/cli/leap.ts`,
      scan: `${root}src/service/home/scan/main.ts`,
      reader: `${root}src/service/contents/thread/main.ts`,
      hdf5: `${root}src/service/contents/thread/hdf5-main.ts`
    },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    // Node unpacks zstd by itself, and LERC is not unpacked.
    alias: Object.fromEntries(
      ['numcodecs/zstd', 'zstddec/stream', 'zstddec', 'lerc'].map(name => [
        name,
        `${root}src/service/contents/zarr/no-codec.ts`
      ])
    ),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify,
    legalComments: 'linked',
    loader: { '.json': 'json' },
    define: {
      // Asked for by a library whose code is in the file itself.
      'import.meta.url': '"file:///"',
      'process.env.LEAP_VERSION': JSON.stringify(version)
    },
    logLevel: 'warning'
  });
}
