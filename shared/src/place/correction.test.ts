import { describe, expect, test } from '@jest/globals';
import type { Checkpoint, Place } from './contract';
import { type Corrector, obstacleTo } from './correction';

const gate: Checkpoint = {
  id: 'plac_017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  kind: 'checkpoint',
  name: '虚构村路口',
  type: 'village',
  address: { area: '460108001', detail: '虚构路 1 号' },
  requires: 'green',
};
const pharmacy: Place = { id: gate.id, kind: 'pharmacy', name: '虚构药店', address: gate.address };
const grid: Place = { ...pharmacy, kind: 'grid', name: '虚构社区第三网格' };
const elsewhere = { area: '460108002', detail: '虚构路 2 号' };
const worker: Corrector[] = ['worker'];
const supervisor: Corrector[] = ['supervisor'];

describe('who may change what about a place (V1)', () => {
  test.each<[string, Corrector[], Place, Place, ReturnType<typeof obstacleTo>]>([
    ['a worker, the name', worker, gate, { ...gate, name: '虚构村东路口' }, undefined],
    ['a worker, the type', worker, gate, { ...gate, type: 'road' }, undefined],
    [
      'a worker, the location',
      worker,
      gate,
      { ...gate, location: { latitude: 20.04, longitude: 110.35 } },
      undefined,
    ],
    [
      'a worker, another street of the city',
      worker,
      gate,
      { ...gate, address: { area: '460106001', detail: '虚构路 2 号' } },
      undefined,
    ],
    ['a worker, who may pass', worker, gate, { ...gate, requires: 'not-red' }, 'not-yours'],
    ['the supervisor, who may pass', supervisor, gate, { ...gate, requires: 'not-red' }, undefined],
    ['a worker, green without a tap', worker, gate, { ...gate, passesGreen: true }, undefined],
    [
      'the supervisor, green without a tap',
      supervisor,
      gate,
      { ...gate, passesGreen: true },
      'not-yours',
    ],
    [
      '“no” instead of nothing said is no change',
      supervisor,
      gate,
      { ...gate, passesGreen: false },
      undefined,
    ],
    [
      'whoever is both may change both',
      [...worker, ...supervisor],
      gate,
      { ...gate, requires: 'not-red', passesGreen: true },
      undefined,
    ],
    [
      'another city',
      supervisor,
      gate,
      { ...gate, address: { area: '460202001', detail: '虚构路 1 号' } },
      'moved',
    ],
    ['another kind', supervisor, gate, pharmacy, 'moved'],
    ['a pharmacy’s name', worker, pharmacy, { ...pharmacy, name: '虚构大药房' }, undefined],
    [
      'a worker, a grid’s house number',
      worker,
      grid,
      { ...grid, address: { ...grid.address, detail: '虚构路 3 号' } },
      undefined,
    ],
    ['a worker, a grid’s street', worker, grid, { ...grid, address: elsewhere }, 'not-yours'],
    ['the supervisor, it', supervisor, grid, { ...grid, address: elsewhere }, undefined],
  ])('%s', (_, by, before, after, obstacle) => {
    expect(obstacleTo(before, after, new Set(by))).toBe(obstacle);
  });
});
