/** A grid worker on their round (V9). */
import { atTheDoorContract, type DoorRegistration } from '@yimatong/shared/account/at-the-door';
import { type DoorCheck, doorstepContract } from '@yimatong/shared/doorstep/contract';
import { now } from '../src/core/clock';
import { aDocumentNumber, anAddress, aWorker, declarationId, newId } from './actors';
import type { World } from './world';

export type Met = Extract<DoorCheck, { result: 'met' }>;

export const aHousehold = { address: anAddress, contact: '王大婶', phone: '+8617000009999' };

export async function aRound(world: World) {
  const worker = await aWorker(world, 'gridworker');
  const { placeId, tries, call } = worker;
  const household = await call(doorstepContract.add, {
    body: { id: newId('hous'), placeId, ...aHousehold },
  });
  const common = () => ({ id: newId('door'), placeId, householdId: household.id, at: now() });
  const metOf = (whom: Met['whom'], more: Partial<Omit<Met, 'result' | 'whom'>> = {}): Met => ({
    result: 'met',
    ...common(),
    whom,
    temperature: 36.5,
    symptoms: [],
    asTold: true,
    ...more,
  });
  return {
    ...worker,
    household,
    metOf,
    nobodyOf: (): DoorCheck => ({ result: 'nobody-home', ...common() }),
    checks: (body: DoorCheck) => tries(doorstepContract.check, { body }),
    registers: (body: DoorRegistration) => tries(atTheDoorContract.register, { body }),
    registrationOf: (more: Partial<DoorRegistration> = {}): DoorRegistration => ({
      id: declarationId(),
      placeId,
      name: '符阿婆',
      document: { type: 'resident-id', number: aDocumentNumber() },
      address: anAddress,
      symptoms: [],
      situations: [],
      consentBy: 'self',
      consented: true,
      ...more,
    }),
    /** Scans somebody at their door, and is told how a record names them. */
    async meets({ showsTheirQr }: { showsTheirQr: () => Promise<string> }): Promise<Met['whom']> {
      return worker.whom(await showsTheirQr());
    },
    async findsByDocument({ name, document }: Pick<DoorRegistration, 'name' | 'document'>) {
      const { body } = await worker.looksUp({ name, document }, 'no-phone');
      if (!('found' in body) || !body.found) throw new Error('nobody was found');
      if (body.scan.verdict !== 'valid') throw new Error(body.scan.verdict);
      const { scanId, subject = '' } = body.scan;
      return { by: 'scan' as const, scanId, subject };
    },
  };
}
