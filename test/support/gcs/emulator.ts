import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { Tokens } from './access';
import type { Bucket, IBucketOptions } from './bucket';
import type { IAnswer, ICall, ILoggedCall } from './call';
import { BytesContent } from './content';
import { Faults, type IFault, type IFaultOptions } from './faults';
import type { ILayout } from './layouts';
import type { IObjectMetadata, IStoredObject } from './object';
import { serve, type IServed } from './server';
import { Store } from './store';
import { Uploads } from './uploads';

/**
 * How an object that a test puts in place differs from one that is uploaded now.
 */
export interface IPutOptions extends IObjectMetadata {
  createdAt?: Date;
  /** As `createdAt` when absent. */
  updatedAt?: Date;
  /** A 64-bit integer in decimal. */
  generation?: string;
}

/**
 * An emulator of Google Cloud Storage's JSON API, for tests and the demo.
 *
 * It listens on the machine's own address only and forgets everything when it is closed.
 */
export class Emulator implements IServed {
  constructor(now: () => Date) {
    this.store = new Store(now);
    this.uploads = new Uploads(this.store);
  }

  readonly store: Store;
  readonly uploads: Uploads;
  readonly tokens = new Tokens();
  readonly faults = new Faults();
  /** Every request in the order of arrival. */
  readonly calls: ILoggedCall[] = [];
  /** Who the machine's own tokens are for; undefined: this machine has no metadata server. */
  machineMember: string | undefined;
  /** Answers before the operations do, where a measurement has them at hand. */
  prepared: ((call: ICall) => IAnswer | undefined) | undefined;
  /** Waited before each answer. */
  latencyMs = 0;
  /** The greatest number of requests that were under way at once. */
  mostInFlight = 0;

  /** `http://127.0.0.1:NNNN`: the `apiEndpoint` of a client. */
  get url(): string {
    const address = this._server?.address();
    if (!isInternet(address)) {
      throw new Error('The emulator is not running.');
    }
    return `http://${address.address}:${String(address.port)}`;
  }

  /**
   * Make a bucket.
   *
   * @throws Failure 409 when there is one of that name
   */
  createBucket(name: string, options: IBucketOptions = {}): Bucket {
    return this.store.createBucket(name, options);
  }

  /**
   * Put an object in place without a request.
   */
  put(
    bucket: string,
    name: string,
    bytes: Uint8Array | string = '',
    options: IPutOptions = {}
  ): IStoredObject {
    const { createdAt, updatedAt, generation, ...metadata } = options;
    return this.store.write(
      this.store.bucket(bucket),
      name,
      new BytesContent(Buffer.from(bytes)),
      { contentType: 'application/octet-stream', ...metadata },
      { createdAt, updatedAt, generation }
    );
  }

  /**
   * Add objects that are computed when they are listed or read, not kept.
   */
  generate(bucket: string, layout: ILayout): void {
    this.store.bucket(bucket).generate(layout);
  }

  /**
   * Set a fault.
   */
  fault(options: IFaultOptions): IFault {
    return this.faults.add(options);
  }

  /**
   * Do what the service does in the background: delete what the lifecycle rules name.
   *
   * @returns the names of the objects deleted, by bucket
   */
  sweep(now: Date): Map<string, string[]> {
    return new Map(
      [...this.store.buckets.values()].map(bucket => [
        bucket.name,
        bucket.sweep(now)
      ])
    );
  }

  log(call: ILoggedCall): void {
    this.calls.push(call);
  }

  /**
   * Begin to listen; port 0 takes a free one.
   */
  async listen(port: number, host: string): Promise<void> {
    this._server = await serve(this, port, host);
    let inFlight = 0;
    this._server.on('request', (_request, response) => {
      inFlight++;
      this.mostInFlight = Math.max(this.mostInFlight, inFlight);
      response.once('close', () => {
        inFlight--;
      });
    });
  }

  /**
   * Stop listening and cut every connection.
   */
  async close(): Promise<void> {
    const server = this._server;
    this._server = undefined;
    if (server === undefined) {
      return;
    }
    await new Promise<void>(resolve => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  }

  private _server: Server | undefined;
}

/**
 * Start an emulator without buckets.
 */
export async function startEmulator(
  options: {
    /** Absent: a free one. */
    port?: number;
    host?: '127.0.0.1';
    /** The clock that new objects are dated by. */
    now?: () => Date;
  } = {}
): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', now = () => new Date() } = options;
  const emulator = new Emulator(now);
  await emulator.listen(port, host);
  return emulator;
}

function isInternet(
  address: string | AddressInfo | null | undefined
): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
