import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, itemsOf, type World } from '../test/world';
import { fillIn } from './demo';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

test('an invented town, once: a second time changes nothing', async () => {
  const said: string[] = [];
  const town = { say: (line: string) => void said.push(line), residents: 9, days: 2 };
  expect(await fillIn(town)).toBe(true);
  expect(said[0]).toContain('3 checkpoints');
  for (const table of [
    'visit',
    'observation',
    'purchase',
    'sample',
    'doorstep',
    'escalation',
  ] as const)
    expect(await itemsOf(table)).not.toEqual([]);
  const there = await itemsOf('declaration');
  expect(there.length).toBeGreaterThanOrEqual(3);

  expect(await fillIn(town)).toBe(false);
  expect(await itemsOf('declaration')).toEqual(there);
});
