import { expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { callerOf } from './caller';

process.env['EDGE_SECRET'] = 'text:word-of-the-edge';

const seen = (headers: Record<string, string>): Promise<string> =>
  callerOf({
    headers,
    requestContext: { http: { sourceIp: '192.0.2.7' } },
  } as unknown as APIGatewayProxyEventV2);

test.each([
  ['straight to the API', {}, '192.0.2.7'],
  ['an address that the caller made up', { 'x-forwarded-for': '203.0.113.1' }, '192.0.2.7'],
  [
    'a wrong word',
    { 'x-yimatong-edge': 'word-of-the-edgf', 'x-forwarded-for': '203.0.113.1, 192.0.2.7' },
    '192.0.2.7',
  ],
  [
    'a word of another length',
    { 'x-yimatong-edge': 'w', 'x-forwarded-for': '203.0.113.1, 192.0.2.7' },
    '192.0.2.7',
  ],
  [
    'through the edge',
    { 'x-yimatong-edge': 'word-of-the-edge', 'x-forwarded-for': '203.0.113.1, 192.0.2.7' },
    '203.0.113.1',
  ],
  [
    'through the edge, with an address made up before it',
    {
      'x-yimatong-edge': 'word-of-the-edge',
      'x-forwarded-for': '10.9.9.9, 203.0.113.1, 192.0.2.7',
    },
    '203.0.113.1',
  ],
  ['through the edge without a trail', { 'x-yimatong-edge': 'word-of-the-edge' }, '192.0.2.7'],
  [
    'one of the many addresses behind an IPv6 line',
    {
      'x-yimatong-edge': 'word-of-the-edge',
      'x-forwarded-for': '2001:db8:0:1::2:3, 192.0.2.7',
    },
    '2001:db8:0:1',
  ],
  [
    'an IPv6 address with zeros left out in front',
    { 'x-yimatong-edge': 'word-of-the-edge', 'x-forwarded-for': '2001:db8::9, 192.0.2.7' },
    '2001:db8:0:0',
  ],
])('%s', async (_, headers, address) => {
  expect(await seen(headers)).toBe(address);
});
