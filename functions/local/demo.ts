/**
 * `npm run demo`: fills in an invented town through the real handlers, so that every screen has something to show:
 * some hundred residents with three weeks of history, three checkpoints, workers of every kind, a supervisor. Nobody in it exists.
 * Run beside `npm start` or alone; run again, it says that the town is there.
 */
import type { Server } from 'node:http';
import { codeContract } from '@yimatong/shared/code/contract';
import { DAY_MS, dayOf, instantOf, msOf, startOf } from '@yimatong/shared/core/day';
import { Phone } from '@yimatong/shared/core/person';
import type { Symptom } from '@yimatong/shared/core/symptom';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { handler as appoint } from '../src/account/jobs';
import * as accounts from '../src/account/store';
import { now, setClock } from '../src/core/clock';
import { lookUpOf } from '../src/core/keys';
import { liveIn } from './demo-life';
import {
  addresses,
  demoPhones,
  documentNumbered,
  aName,
  oneOf,
  phoneNumbered,
  roll,
  type SignedIn,
  signedIn,
  uuid,
} from './demo-people';
import { workingAt, type WorkKind, workToday } from './demo-work';
import { listening } from './server';

const checkpoints = [
  {
    name: '虚构大学南门',
    type: 'campus' as const,
    area: '460108001',
    detail: '学院路 1 号',
    requires: 'green' as const,
  },
  {
    name: '椰林小区北门',
    type: 'community' as const,
    area: '460106001',
    detail: '椰林路 8 号',
    requires: 'green' as const,
  },
  {
    name: '绕城路口检查点',
    type: 'road' as const,
    area: '460105001',
    detail: '绕城公路 12 公里处',
    requires: 'not-red' as const,
  },
];

interface Town {
  readonly say: (line: string) => void;
  readonly residents?: number;
  /** Days of history, today the last. */
  readonly days?: number;
}

/** Fills the tables that `table.ts` is pointed at. Answers false where the town is there already. */
export async function fillIn(town: Town): Promise<boolean> {
  const { server, port } = await listening({ port: 0, showsOutbox: true });
  try {
    return await filledBy(`http://127.0.0.1:${String(port)}`, town);
  } finally {
    setClock();
    await closed(server);
  }
}

const closed = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};

async function filledBy(url: string, { say, residents = 100, days = 21 }: Town): Promise<boolean> {
  const supervisorPhone = Phone.parse(demoPhones.supervisor);
  if (await accounts.ofPhone(await lookUpOf('phone', supervisorPhone))) return false;
  const end = msOf(now());
  const first = dayOf(instantOf(end - days * DAY_MS));
  clockAt(msOf(startOf(first)) + 7 * 3_600_000);

  const supervisor = await signedIn(url, demoPhones.supervisor, '符督导', 1);
  await appoint({ phone: demoPhones.supervisor, role: 'supervisor', area: '460100' });

  const guards = [];
  for (const [i, { area, detail, ...place }] of checkpoints.entries()) {
    const guard = await signedIn(url, demoPhones.guards[i]!, `陈守${'东南西'[i]!}`, 2 + i);
    const placeId = `plac_${uuid()}` as const;
    const grant = await guard.call(placeContract.register, {
      body: {
        grantId: `gran_${uuid()}`,
        place: { id: placeId, kind: 'checkpoint', ...place, address: { area, detail } },
      },
    });
    await supervisor.call(placeContract.decide, {
      params: { grantId: grant.id },
      body: { area: '460100', decision: 'granted' },
    });
    guards.push({ ...guard, placeId });
  }
  say('  3 checkpoints with their guards, granted by the supervisor');

  const at = async (kind: WorkKind, phone: string, name: string, n: number) =>
    workingAt(kind, await signedIn(url, phone, name, n), supervisor, uuid);
  const benches = {
    hospital: await at('hospital', demoPhones.clinician, '黎医生', 7),
    pharmacy: await at('pharmacy', demoPhones.pharmacist, '吴药师', 8),
    'sampling-site': await at('sampling-site', demoPhones.sampler, '张采样', 9),
    grid: await at('grid', demoPhones.gridworker, '周网格', 110),
  };
  say('  a hospital, a pharmacy, a sampling site and a grid with their workers');

  const people = [];
  for (let n = 10; n < 10 + residents; n += 1) {
    clockAt(msOf(startOf(first)) + (7.5 + roll() * 3) * 3_600_000);
    const person = await signedIn(url, phoneNumbered(n), aName(), n);
    people.push({
      ...person,
      isOftenIll: roll() < 0.12,
      isForgetful: roll() < 0.15,
      address: addresses(),
    });
  }
  say(`  ${String(residents)} residents`);

  for (let day = 0; day < days; day += 1) {
    const morning = msOf(startOf(first)) + day * DAY_MS + 8 * 3_600_000;
    for (const person of people) {
      if (person.isForgetful && roll() < 0.2) continue;
      clockAt(morning + roll() * 3_600_000);
      await declared(person, day === 0 || !person.hasClaimed);
      if (roll() < 0.25) await passed(oneOf(guards), person);
    }
    if (day % 7 === 6) say(`  ${String(day + 1)} of ${String(days)} days`);
  }
  // One request waits, so that the supervisor has something to decide.
  const waiting = await signedIn(url, phoneNumbered(5), '王候补', 5);
  await waiting.call(placeContract.register, {
    body: {
      grantId: `gran_${uuid()}`,
      place: {
        id: `plac_${uuid()}`,
        kind: 'checkpoint',
        name: '海风市场东口',
        type: 'market',
        requires: 'green',
        address: { area: '460107001', detail: '海风路 3 号' },
      },
    },
  });
  const organiser = await signedIn(url, demoPhones.organiser, '王组织', 6);
  await liveIn({ supervisor, organiser, residents: people, uuid, documentNumbered });
  const [guard] = guards;
  if (guard)
    await workToday(
      { ...benches, checkpoint: { worker: guard, placeId: guard.placeId } },
      people,
      uuid,
    );
  say('  a college with its list, a family, what is published');
  return true;
}

const clockAt = (ms: number): void => setClock(() => ms);

async function declared(
  person: SignedIn & { isOftenIll: boolean; address: { area: string; detail: string } },
  isClaim: boolean,
): Promise<void> {
  const symptoms: Symptom[] =
    roll() < (person.isOftenIll ? 0.12 : 0.002)
      ? [oneOf(['dry-cough', 'fever', 'sore-throat'] as const)]
      : [];
  const common = {
    id: `decl_${uuid()}` as const,
    personId: person.personId,
    day: dayOf(now()),
    symptoms,
  };
  await person.call(declarationContract.declare, {
    body: isClaim
      ? { ...common, kind: 'claim', situations: [], pledged: true }
      : {
          ...common,
          kind: 'daily',
          temperature: symptoms.includes('fever')
            ? 38.2
            : Math.round((36.1 + roll() * 0.8) * 10) / 10,
          condition: symptoms.length > 0 ? 'unwell' : 'well',
          address: person.address,
        },
  });
  person.hasClaimed = true;
}

async function passed(
  guard: SignedIn & { placeId: `plac_${string}` },
  person: SignedIn,
): Promise<void> {
  const { token } = await person.call(codeContract.mine, { params: { personId: person.personId } });
  if (!token) return;
  const scan = await guard.call(passContract.scan, {
    body: { id: `pass_${uuid()}`, placeId: guard.placeId, token: token.text },
  });
  if (scan.verdict !== 'valid' || !scan.subject) return;
  await guard.call(passContract.record, {
    body: {
      id: scan.scanId,
      placeId: guard.placeId,
      subject: scan.subject,
      outcome: scan.meets ? 'passed' : 'stopped',
      direction: oneOf(['in', 'out'] as const),
      reason: oneOf(['return-to-work', 'return-home', 'shopping', 'other'] as const),
      temperature: 'normal',
    },
  });
}
