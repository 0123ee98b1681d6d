import type { ServerConnection } from '@jupyterlab/services';
import { GsDrive } from '../../../../../src/lab/panels/buckets/drive/gs-drive';
import { factoryOf } from '../../../../../src/lab/panels/buckets/drive/opened-as';
import { ScriptedClient } from '../../../../support/lab/scripted-client';

const settings = {} as ServerConnection.ISettings;

function driveWith(content: string | Uint8Array, bytes?: number) {
  const data =
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const client = new ScriptedClient({
    'buckets/object': () => ({
      bytes: bytes ?? data.length,
      updatedAt: '2026-11-19T15:00:00.000Z',
      storageClass: 'STANDARD',
      downloadLimitBytes: 2e9
    }),
    'buckets/download': () => data
  });
  return { client, drive: new GsDrive(client, settings, () => undefined) };
}

describe('GsDrive', () => {
  it('opens text, which cannot be written', async () => {
    const { drive, client } = driveWith('step,loss\n1,2\n');
    expect(await drive.get('b-1/ann/x.csv')).toMatchObject({
      name: 'x.csv',
      type: 'file',
      format: 'text',
      content: 'step,loss\n1,2\n',
      writable: false
    });
    expect(client.asked.at(-1)?.query).toEqual({
      bucket: 'b-1',
      name: 'ann/x.csv'
    });
  });

  it('B06 opens an object whose name ends in a slash, and takes no folder for one', async () => {
    const { drive, client } = driveWith('1,2\n');
    expect(await drive.get('b-1/ann/x.csv%2F')).toMatchObject({
      type: 'file',
      content: '1,2\n',
      writable: false
    });
    expect(client.asked.map(({ query }) => query)).toEqual([
      { bucket: 'b-1', name: 'ann/x.csv/' },
      { bucket: 'b-1', name: 'ann/x.csv/' }
    ]);
    expect(await drive.get('b-1/ann/')).toMatchObject({ type: 'directory' });
    expect(client.asked).toHaveLength(2);
    const picture = driveWith(new Uint8Array([0x89])).drive;
    expect(await picture.get('b-1/x.png%2F')).toMatchObject({
      mimetype: 'image/png'
    });
  });

  it('opens a picture as pixels and SVG as text, whatever the object says it is', async () => {
    const { drive } = driveWith(new Uint8Array([0x89, 0x50, 0xff]));
    expect(await drive.get('b-1/x.png')).toMatchObject({
      format: 'base64',
      mimetype: 'image/png',
      content: 'iVD/'
    });
    const svg = driveWith('<svg onload="alert(1)"/>').drive;
    expect(await svg.get('b-1/x.svg')).toMatchObject({
      format: 'text',
      mimetype: 'text/plain'
    });
    expect(factoryOf('x.svg')).toBe('Editor');
    expect(factoryOf('x.html')).toBe('Editor');
  });

  it('trusts no cell of a notebook, whatever it says', async () => {
    const cell = {
      cell_type: 'code',
      source: '',
      metadata: { trusted: true, tags: ['a'] },
      outputs: [{ output_type: 'display_data', data: {} }]
    };
    const { drive } = driveWith(
      JSON.stringify({
        cells: [cell, { ...cell, metadata: 5 }, 'no cell'],
        metadata: { trusted: true, kernelspec: { name: 'python3' } },
        nbformat: 4,
        nbformat_minor: 5
      })
    );
    const model = await drive.get('b-1/x.ipynb');
    const content = model.content as unknown;
    const { format, type } = model;
    expect({ format, type }).toEqual({ format: 'json', type: 'notebook' });
    expect(JSON.stringify(content)).not.toContain('trusted');
    expect(content).toMatchObject({
      metadata: { kernelspec: { name: 'python3' } },
      cells: [{ metadata: { tags: ['a'] } }, { metadata: {} }]
    });
  });

  it('refuses what is too large before it reads any of it', async () => {
    const { drive, client } = driveWith('', 10_000_001);
    await expect(drive.get('b-1/x.csv')).rejects.toMatchObject({
      code: 'too-large'
    });
    expect(client.asked.map(({ route }) => route)).toEqual(['buckets/object']);
  });

  it.each([
    ['bytes that are no text', 'x.txt', new Uint8Array([0xff, 0xfe, 0xff])],
    ['a notebook that is none', 'x.ipynb', '[]'],
    ['a notebook that is no JSON', 'x.ipynb', 'cells'],
    ['a notebook without cells', 'x.ipynb', '{"cells": {}}']
  ])('says so of %s', async (_, name, content) => {
    await expect(
      driveWith(content).drive.get(`b-1/${name}`)
    ).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('changes nothing, whatever it is asked', async () => {
    const { drive, client } = driveWith('x');
    for (const act of [
      drive.save,
      drive.delete,
      drive.rename,
      drive.newUntitled,
      drive.copy,
      drive.createCheckpoint,
      drive.restoreCheckpoint,
      drive.deleteCheckpoint
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(client.asked).toEqual([]);
  });
});
