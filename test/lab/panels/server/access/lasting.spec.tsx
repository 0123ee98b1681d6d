import { Notification } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { fireEvent, render, screen } from '@testing-library/react';
import { LastingView } from '../../../../../src/lab/panels/server/access/lasting-view';
import {
  lastingLines,
  requestText
} from '../../../../../src/lab/panels/server/access/lasting-text';
import { BUCKETS, description } from '../../../../support/server/answers';
import { listenToCopies } from '../../../../support/lab/clipboard';

const trans = nullTranslator.load('jupyterlab_leap');

describe('ready lines', () => {
  it('hold no secret and name the folder', () => {
    const lines = lastingLines('gs://leap-persistent/funky-user/', trans);
    expect(lines.map(({ code }) => code)).toEqual([
      'gcloud auth application-default login',
      expect.stringContaining('rclone lsf leap:leap-persistent/funky-user/'),
      expect.stringContaining('fs.ls("leap-persistent/funky-user/")')
    ]);
  });
});

describe('LastingView', () => {
  let copied: readonly string[];

  beforeEach(() => {
    copied = listenToCopies();
    render(
      <LastingView server={description()} buckets={BUCKETS} trans={trans} />
    );
  });

  afterEach(() => {
    Notification.dismiss();
  });

  it('names who gives access, with their page and address', () => {
    expect(screen.getByText(/ask the Data and Computation Team/)).toBeTruthy();
    expect(
      screen.getByRole<HTMLAnchorElement>('link', { name: 'How to reach them' })
        .href
    ).toBe('https://support.example.org/team.html');
    expect(
      screen.getByRole<HTMLAnchorElement>('link', { name: 'team@example.org' })
        .href
    ).toMatch(/^mailto:team%40example.org\?body=Please%20add/);
  });

  it("copies a message with the user's own folder and what was typed", () => {
    fireEvent.change(screen.getByLabelText(/Your Google account/), {
      target: { value: 'funky@gmail.com' }
    });
    fireEvent.change(screen.getByLabelText('What it is needed for'), {
      target: { value: 'plots on my laptop' }
    });
    fireEvent.click(screen.getByRole('button', { name: 'Copy Message' }));

    expect(copied).toEqual([
      [
        'Please add me to the Google Group that may reach the data.',
        '',
        'Hub user: funky-user',
        'Google account: funky@gmail.com',
        'Folder: gs://leap-persistent/funky-user/',
        'Access: read',
        'Needed for: plots on my laptop'
      ].join('\n')
    ]);
  });

  it('asks for a service account, and says where no key belongs', () => {
    fireEvent.click(screen.getByLabelText(/a program/));
    fireEvent.change(screen.getByLabelText('Repository of the program'), {
      target: { value: 'https://github.com/leap-stc/x' }
    });

    expect(screen.getByRole('note').textContent).toContain(
      'Repository: https://github.com/leap-stc/x'
    );
    expect(screen.getByText(/Do not put a key into a repository/)).toBeTruthy();
  });

  it('takes another bucket with its own folder, and closes a folder that was typed', () => {
    fireEvent.change(screen.getByLabelText('Bucket'), {
      target: { value: 'leap-persistent-ro' }
    });
    const field = screen.getByLabelText<HTMLInputElement>(/^Folder/);
    expect(field.value).toBe('');

    fireEvent.change(field, { target: { value: '/data/era5' } });
    fireEvent.blur(field);
    expect(field.value).toBe('data/era5/');
    expect(screen.getByRole('note').textContent).toContain(
      'Folder: gs://leap-persistent-ro/data/era5/'
    );
  });
});

describe('requestText', () => {
  it('leaves a blank for what was not filled in', () => {
    const wish = {
      who: 'person',
      account: ' ',
      folder: 'gs://b/',
      access: 'write',
      purpose: ''
    } as const;
    expect(requestText(wish, null, trans)).toMatch(
      /Hub user: ____[^]*Google account: ____[^]*read and write[^]*for: ____/
    );
  });
});
