/** Who works in the invented town beside its gates: a hospital, a pharmacy, a sampling site and a grid, granted. */
import type { roleAt } from '@yimatong/shared/place/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import type { Townsman } from './demo-life';

type WorkKind = Exclude<keyof typeof roleAt, 'checkpoint' | 'organisation'>;

const workplaces = {
  hospital: { name: '虚构市人民医院', area: '460106001', detail: '龙华路 42 号' },
  pharmacy: { name: '安康大药房海秀店', area: '460105001', detail: '海秀中路 18 号' },
  'sampling-site': { name: '椰林社区采样点', area: '460106001', detail: '椰林路 10 号' },
  grid: { name: '学院路第三网格', area: '460108001', detail: '学院路 1 至 60 号' },
} as const satisfies Record<WorkKind, { name: string; area: string; detail: string }>;

/** Enters the place of a kind and has its duty granted. Answers the place. */
export async function workingAt(
  kind: WorkKind,
  worker: Townsman,
  supervisor: Townsman,
  uuid: () => string,
): Promise<`plac_${string}`> {
  const { area, detail, name } = workplaces[kind];
  const placeId = `plac_${uuid()}` as const;
  const grant = await worker.call(placeContract.register, {
    body: {
      grantId: `gran_${uuid()}`,
      place: { id: placeId, kind, name, address: { area, detail } },
    },
  });
  await supervisor.call(placeContract.decide, {
    params: { grantId: grant.id },
    body: { area: '460100', decision: 'granted' },
  });
  return placeId;
}
