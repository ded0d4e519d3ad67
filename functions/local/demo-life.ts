/** What the invented town has beside its gates: a college with its list, a family, a tip, and what is published. */
import { readFileSync } from 'node:fs';
import { accountContract } from '@yimatong/shared/account/contract';
import type { Answer, GivenBody, GivenParams, Route } from '@yimatong/shared/core/contract';
import { dayOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { reportContract } from '@yimatong/shared/report/contract';
import { now } from '../src/core/clock';
import { handler as publish } from '../src/notice/jobs';

interface Sent<R extends Route> {
  readonly params?: GivenParams<R>;
  readonly body?: GivenBody<R>;
}
export interface Townsman {
  readonly name: string;
  readonly phone: string;
  readonly personId: PersonId;
  readonly call: <R extends Route>(route: R, sent: Sent<R>) => Promise<Answer<R>>;
}
interface Town {
  readonly supervisor: Townsman;
  readonly organiser: Townsman;
  readonly residents: readonly Townsman[];
  readonly uuid: () => string;
  readonly documentNumbered: (n: number) => string;
}

const address = { area: '460108001', detail: '学院路 1 号' };

export async function liveIn(town: Town): Promise<void> {
  const example = new URL('../../docs/information.example.json', import.meta.url);
  await publish(JSON.parse(readFileSync(example, 'utf8')));
  await collegeOf(town);
  await familyOf(town);
  await tipOf(town);
}

/** Eight on its list: five have joined, one refuses, two have not answered. */
async function collegeOf({ organiser, supervisor, residents, uuid }: Town): Promise<void> {
  const organisationId = `plac_${uuid()}` as const;
  const params = { organisationId };
  const grant = await organiser.call(placeContract.register, {
    body: {
      grantId: `gran_${uuid()}`,
      place: {
        id: organisationId,
        kind: 'organisation',
        name: '虚构学院',
        type: 'school',
        address,
      },
    },
  });
  await supervisor.call(placeContract.decide, {
    params: { grantId: grant.id },
    body: { area: '460100', decision: 'granted' },
  });
  const departments = ['教务处', '后勤处'].map((name) => ({ id: `dept_${uuid()}` as const, name }));
  const listed = residents.slice(0, 8);
  for (const { name, phone } of listed) {
    await organiser.call(organisationContract.add, {
      params,
      body: { id: `memb_${uuid()}`, filing: { name, phone } },
    });
  }
  await organiser.call(organisationContract.putDepartments, { params, body: { departments } });
  for (const [i, resident] of listed.slice(0, 6).entries()) {
    const { memberships } = await resident.call(organisationContract.mine, {});
    const memberId = memberships[0]?.memberId;
    if (!memberId) continue;
    const decision = i < 5 ? 'joined' : 'refused';
    await resident.call(organisationContract.answer, { params, body: { memberId, decision } });
  }
}

/** The first resident has a grandmother and a child under the account. */
async function familyOf({ residents, uuid, documentNumbered }: Town): Promise<void> {
  const [guardian] = residents;
  if (!guardian) return;
  const members = [
    { relation: 'grandparent' as const, name: '林阿婆', n: 901 },
    { relation: 'child' as const, name: '林小海', n: 902 },
  ];
  for (const { relation, name, n } of members) {
    const { personId } = await guardian.call(accountContract.addMember, {
      body: {
        relation,
        name,
        document: { type: 'resident-id', number: documentNumbered(n) },
        address,
      },
    });
    await guardian.call(declarationContract.declare, {
      body: {
        kind: 'claim',
        id: `decl_${uuid()}`,
        personId,
        day: dayOf(now()),
        symptoms: [],
        situations: [],
        pledged: true,
      },
    });
  }
}

async function tipOf({ residents, uuid }: Town): Promise<void> {
  await residents[0]?.call(reportContract.file, {
    body: {
      kind: 'supervision',
      id: `repo_${uuid()}`,
      matter: 'gouging',
      address,
      description: '虚构超市的口罩每只卖到 50 元。',
      photos: [],
    },
  });
}
