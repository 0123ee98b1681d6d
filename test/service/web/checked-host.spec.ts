import { checkUrl } from '../../../src/service/web/checked-host';

describe('checkUrl', () => {
  it.each([
    'https://ann@data.example/',
    'https://:secret@data.example/',
    'https://ann:secret@data.example/'
  ])('B59 refuses %s, also where the host is trusted', address => {
    expect(() => {
      checkUrl(new URL(address), new Set(['data.example']));
    }).toThrow('with a user name are not read');
  });
});
