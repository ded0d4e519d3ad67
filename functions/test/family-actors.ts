/** Families of a play: a guardian, members, and the phones that take over. */
import { accountContract } from '@yimatong/shared/account/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import type { GivenBody } from '@yimatong/shared/core/contract';
import type { PersonId } from '@yimatong/shared/core/id';
import type { Symptom } from '@yimatong/shared/core/symptom';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { aDocumentNumber, anAddress, aPerson, declarationId, type Person } from './actors';
import { today, type World } from './world';

type Adding = GivenBody<(typeof accountContract)['addMember']>;

/** Somebody's name and document: what a stranger may know as well. */
export const aHuman = (name: string, number = aDocumentNumber()) => ({
  name,
  document: { type: 'resident-id' as const, number },
});
export type Human = ReturnType<typeof aHuman>;

/** What an account can do with its family. */
export function familyOf({ call, tries }: Person) {
  const added = (human: Human, more: Partial<Adding> = {}) => ({
    body: { relation: 'child' as const, ...human, address: anAddress, ...more },
  });
  return {
    adds: async (human: Human, more?: Partial<Adding>) =>
      (await call(accountContract.addMember, added(human, more))).personId,
    triesToAdd: (human: Human, more?: Partial<Adding>) =>
      tries(accountContract.addMember, added(human, more)),
    letsGo: (personId: PersonId) => tries(accountContract.letGo, { params: { personId } }),
    opensHandover: async (personId: PersonId) =>
      (await call(accountContract.handOver, { params: { personId } })).code,
    takesOver: ({ name, document }: Human, code: string) =>
      tries(accountContract.takeOver, { body: { name, document, code } }),
    fillsIn: (personId: PersonId, human: Human) =>
      tries(accountContract.putDetails, {
        params: { personId },
        body: { ...human, address: anAddress },
      }),
    mine: () => call(accountContract.mine),
    claimsFor: (personId: PersonId, ...symptoms: Symptom[]) =>
      tries(declarationContract.declare, { body: claimOf(personId, symptoms) }),
    checksInFor: (personId: PersonId, ...symptoms: Symptom[]) =>
      tries(declarationContract.declare, { body: dailyOf(personId, symptoms) }),
    codeOf: (personId: PersonId) => call(codeContract.mine, { params: { personId } }),
    async qrOf(personId: PersonId) {
      const { token } = await call(codeContract.mine, { params: { personId } });
      return token!.text;
    },
    async declarationsOf(personId: PersonId) {
      return (await call(declarationContract.mine, { query: { personId } })).declarations;
    },
    async passesOf(personId: PersonId) {
      return (await call(passContract.mine, { query: { personId } })).passes;
    },
  };
}

/** Somebody with a family account: signed in, own details filled in. */
export async function aGuardian(world: World, name = '林妈妈') {
  const person = await aPerson(world);
  const family = familyOf(person);
  const self = aHuman(name);
  const { status } = await family.fillsIn(person.personId, self);
  if (status !== 200) throw new Error('the details were refused');
  return { ...person, ...family, self };
}

/** A new phone: signed in, nothing filled in. */
export async function aNewPhone(world: World) {
  const person = await aPerson(world);
  return { ...person, ...familyOf(person) };
}

const claimOf = (personId: PersonId, symptoms: Symptom[]) => ({
  kind: 'claim' as const,
  id: declarationId(),
  personId,
  day: today(),
  symptoms,
  situations: [],
  pledged: true as const,
});
const dailyOf = (personId: PersonId, symptoms: Symptom[]) => ({
  kind: 'daily' as const,
  id: declarationId(),
  personId,
  day: today(),
  temperature: 36.5,
  symptoms,
  condition: 'well' as const,
  address: anAddress,
});
