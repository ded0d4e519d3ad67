import { expect, test } from '@jest/globals';
import { placeScanned, posterLink, sceneOf } from './poster-link';

const id = 'plac_017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const link = 'https://ma.example/?p=plac_017f22e2-79b0-7cc3-98c4-dc0c0c07398f';

test('a poster’s link', () => {
  expect(posterLink('https://ma.example', id)).toBe(link);
});

test('WeChat’s scene is 32 characters of those it allows', () => {
  expect(sceneOf(id)).toMatch(/^[0-9a-f]{32}$/);
  expect(placeScanned(sceneOf(id))).toBe(id);
});

test.each([
  ['the link', link, id],
  ['the link with what a platform adds', `${link}&from=scan#/`, id],
  ['the link, encoded as WeChat and Alipay hand it on', encodeURIComponent(link), id],
  ['a link that cannot be decoded', '%3Fp%3D%E0%A4%A', undefined],
  ['the bare id', id, id],
  ['another link', 'https://elsewhere.example/?q=1', undefined],
  ['a person’s code', 'NCFOXN%TS3DH0:K', undefined],
  ['a link with a broken id', 'https://ma.example/?p=plac_017f', undefined],
  ['nothing', '', undefined],
])('%s', (_, text, place) => {
  expect(placeScanned(text)).toBe(place);
});
