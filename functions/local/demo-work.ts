/** Who works in the invented town beside its gates, at a hospital, a pharmacy, a sampling site and a grid, and what they did today. */
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import { addDays, dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import type { roleAt } from '@yimatong/shared/place/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { now } from '../src/core/clock';
import type { Townsman } from './demo-life';

export type WorkKind = Exclude<keyof typeof roleAt, 'checkpoint' | 'organisation'>;

const workplaces = {
  hospital: { name: '虚构市人民医院', area: '460106001', detail: '龙华路 42 号' },
  pharmacy: { name: '安康大药房海秀店', area: '460105001', detail: '海秀中路 18 号' },
  'sampling-site': { name: '椰林社区采样点', area: '460106001', detail: '椰林路 10 号' },
  grid: { name: '学院路第三网格', area: '460108001', detail: '学院路 1 至 60 号' },
} as const satisfies Record<WorkKind, { name: string; area: string; detail: string }>;

export interface Bench {
  readonly worker: Townsman;
  readonly placeId: PlaceId;
}

/** Enters the place of a kind and has its duty granted. */
export async function workingAt(
  kind: WorkKind,
  worker: Townsman,
  supervisor: Townsman,
  uuid: () => string,
): Promise<Bench> {
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
  return { worker, placeId };
}

/** What lies on each bench today, so that every page has something to show. */
export async function workToday(
  at: Readonly<Record<WorkKind | 'checkpoint', Bench>>,
  residents: readonly Townsman[],
  uuid: () => string,
): Promise<void> {
  const [patient, contact, ...others] = residents.slice(-6);
  if (!patient || !contact) return;
  const today = dayOf(now());
  const { hospital, pharmacy, grid } = at;
  const site = at['sampling-site'];

  await hospital.worker.call(clinicContract.record, {
    body: {
      id: `clin_${uuid()}`,
      placeId: hospital.placeId,
      whom: await scannedBy(hospital, patient, uuid),
      temperature: 38.4,
      met: [],
      symptoms: ['fever', 'dry-cough'],
      caseDetails: '发热两天，干咳。',
      opinion: '血常规，居家观察。',
    },
  });
  const observed = await hospital.worker.call(observationContract.open, {
    body: {
      id: `obse_${uuid()}`,
      placeId: hospital.placeId,
      whom: await scannedBy(hospital, contact, uuid),
      age: 42,
      caseNumber: '虚构-2026-017',
      caseType: 'close-contact',
      address: { area: workplaces.grid.area, detail: '学院路 12 号' },
      startOn: addDays(today, -3),
      days: 14,
    },
  });
  for (const [before, temperature] of [
    [2, 36.9],
    [1, 37.1],
  ] as const) {
    await hospital.worker.call(observationContract.followUp, {
      params: { observationId: observed.id },
      body: {
        result: 'seen',
        id: `foll_${uuid()}`,
        day: addDays(today, -before),
        temperature,
        dryCough: false,
        symptoms: [],
      },
    });
  }
  const scan = await scannedBy(at.checkpoint, contact, uuid);
  await at.checkpoint.worker.call(escalationContract.escalate, {
    body: {
      id: `esca_${uuid()}`,
      scanId: scan.scanId,
      subject: scan.subject,
      placeId: at.checkpoint.placeId,
      reason: 'isolation',
      note: '称去买菜。',
      photos: [],
    },
  });
  await pharmacy.worker.call(purchaseContract.record, {
    body: {
      id: `purc_${uuid()}`,
      placeId: pharmacy.placeId,
      whom: { by: 'hand', name: '陈阿公', why: 'no-phone', consented: true },
      medicines: [{ code: 'ibuprofen', name: '布洛芬缓释胶囊', quantity: 1, unit: 'box' }],
      temperature: 37.6,
      met: [],
    },
  });
  for (const one of others) {
    await site.worker.call(sampleContract.take, {
      body: {
        id: `samp_${uuid()}`,
        placeId: site.placeId,
        tubeNumber: 'HN0000000001',
        kind: 'pool-10',
        whom: await scannedBy(site, one, uuid),
      },
    });
  }
  for (const house of ['学院路 12 号', '学院路 14 号 1 单元 301']) {
    await grid.worker.call(doorstepContract.add, {
      body: {
        id: `hous_${uuid()}`,
        placeId: grid.placeId,
        address: { area: workplaces.grid.area, detail: house },
      },
    });
  }
}

/** A scan of the person's own QR by whoever is on duty. */
async function scannedBy(
  { worker, placeId }: Bench,
  { personId, call }: Townsman,
  uuid: () => string,
) {
  const { token } = await call(codeContract.mine, { params: { personId } });
  const scan = await worker.call(passContract.scan, {
    body: { id: `pass_${uuid()}`, placeId, token: token?.text ?? '' },
  });
  if (scan.verdict !== 'valid' || scan.subject === undefined)
    throw new Error(`A scan of the town was answered ${scan.verdict}.`);
  return { by: 'scan' as const, scanId: scan.scanId, subject: scan.subject };
}
