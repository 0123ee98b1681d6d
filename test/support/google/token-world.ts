import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeapError, type TokenQuery } from '../../../src/contract';
import type { Config } from '../../../src/service/config';
import { TokenDesk } from '../../../src/service/token/desk';
import { startEmulator, type Emulator } from '../gcs/emulator';
import { leapConfig } from '../service/leap-config';
import { never } from '../service/never';
import { IdentityServer } from './identity-server';

/**
 * What Ann may ask for: reading her own folder.
 */
export const OWN: TokenQuery = {
  bucket: 'leap-persistent',
  prefix: 'ann/',
  access: 'read',
  atMost: 'folder'
};

/**
 * A desk that gives tokens to Ann, with Google's services emulated and a clock that a test sets.
 */
export class TokenWorld {
  nowMs = Date.parse('2026-11-23T12:00:00Z');

  private constructor(
    readonly gcs: Emulator,
    readonly google: IdentityServer,
    readonly cacheDirectory: string
  ) {
    for (const bucket of ['leap-persistent', 'leap-scratch']) {
      gcs.createBucket(bucket);
      gcs.put(bucket, 'ann/data.txt', 'mine');
      gcs.put(bucket, 'anna/data.txt', 'hers');
    }
  }

  static async start(): Promise<TokenWorld> {
    const gcs = await startEmulator();
    return new TokenWorld(
      gcs,
      await IdentityServer.start(gcs),
      await mkdtemp(join(tmpdir(), 'leap-token-'))
    );
  }

  async end(): Promise<void> {
    await this.google.stop();
    await this.gcs.close();
    await rm(this.cacheDirectory, { recursive: true });
  }

  /** A desk as after a start of the service. */
  desk(fields: Partial<Config> = {}, metadataHost?: string): TokenDesk {
    const config = leapConfig({
      buckets: ['leap-persistent', 'leap-scratch'].map(name => ({
        name,
        title: name,
        access: 'own-folder' as const,
        deleteAfterDays: null,
        ownFolderVariable: null
      })),
      storageEndpoint: this.gcs.url,
      tokenExchangeUrl: this.google.exchangeUrl,
      tokenInfoUrl: this.google.infoUrl,
      cacheDirectory: this.cacheDirectory,
      ...fields
    });
    const env = {
      JUPYTERHUB_USER: 'ann',
      GCE_METADATA_HOST: metadataHost ?? this.google.host
    };
    return new TokenDesk({ config, env, now: () => new Date(this.nowMs) });
  }

  /** Why there is no token; null: there is one. */
  async refusal(
    query: Partial<TokenQuery>,
    at = this.desk()
  ): Promise<string[] | null> {
    try {
      await at.grant({ ...OWN, ...query }, never);
      return null;
    } catch (reason) {
      const { code, message } = LeapError.from(reason);
      return [code, message];
    }
  }
}

/**
 * What is asked before a token is given.
 */
export function wishOf({ bucket, prefix, access }: TokenQuery) {
  return { bucket, prefix, access };
}
