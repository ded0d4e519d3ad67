/** People of the plays about organisations (U7). */
import ExcelJS from 'exceljs';
import type { Answer, GivenBody, Route } from '@yimatong/shared/core/contract';
import type { MemberId, PlaceId } from '@yimatong/shared/core/id';
import type { FileAnswer, Upload } from '@yimatong/shared/core/upload';
import type { sheetTypes } from '@yimatong/shared/core/sheet';
import {
  organisationContract,
  sheetContract,
  type Membership,
} from '@yimatong/shared/organisation/contract';
import type { Department } from '@yimatong/shared/organisation/department';
import { type Organisation, placeContract } from '@yimatong/shared/place/contract';
import { anAddress, aResident, aSupervisor, newId, type Resident } from './actors';
import type { World } from './world';

export const anOrganisation = (over: Partial<Organisation> = {}): Organisation => ({
  id: newId<'plac'>('plac'),
  kind: 'organisation',
  name: '虚构学院',
  type: 'school',
  address: anAddress,
  ...over,
});

type Filing = GivenBody<(typeof organisationContract)['add']>['filing'];
type ListBody = GivenBody<(typeof organisationContract)['list']>;

/** What somebody can do about the organisation, whether they may or not. */
export function at(
  world: World,
  person: Pick<Resident, 'call' | 'tries'>,
  organisationId: PlaceId,
) {
  const params = { organisationId };
  const { call, tries } = person;
  return {
    overview: () => call(organisationContract.overview, { params }),
    lists: (body: Partial<ListBody> = {}) =>
      call(organisationContract.list, { params, body: { show: 'everybody', ...body } }),
    triesToList: (body: Partial<ListBody> = {}) =>
      tries(organisationContract.list, { params, body: { show: 'everybody', ...body } }),
    adds: (filing: Filing, id = newId<'memb'>('memb')) =>
      call(organisationContract.add, { params, body: { id, filing } }),
    triesToAdd: (filing: Filing, id = newId<'memb'>('memb')) =>
      tries(organisationContract.add, { params, body: { id, filing } }),
    removes: (memberId: MemberId) =>
      call(organisationContract.remove, { params: { ...params, memberId } }),
    corrects: (memberId: MemberId, body: GivenBody<(typeof organisationContract)['correct']>) =>
      tries(organisationContract.correct, { params: { ...params, memberId }, body }),
    putsDepartments: (departments: Department[]) =>
      tries(organisationContract.putDepartments, { params, body: { departments } }),
    offers: (memberId: MemberId | null) =>
      tries(organisationContract.offerDuty, { params, body: { memberId } }),
    takes: (grantId = newId<'gran'>('gran')) =>
      tries(organisationContract.takeDuty, { params, body: { grantId } }),
    asks: (grantId = newId<'gran'>('gran')) =>
      tries(organisationContract.askForDuty, { params, body: { grantId } }),
    reports: () => call(organisationContract.reports, { params, query: {} }),
    async uploads(bytes: Uint8Array, type: (typeof sheetTypes)[number] = 'text/csv') {
      const id = newId<'uplo'>('uplo');
      const ticket = await call(sheetContract.upload, { params, body: { id, type } });
      const status = await posts(world, ticket, bytes);
      if (status >= 300) throw new Error(`the upload was refused: ${String(status)}`);
      return id;
    },
    imports: (uploadId: `uplo_${string}`, id = newId<'impt'>('impt')) =>
      tries(sheetContract.import, { params, body: { id, uploadId } }),
    /** Uploads and files a sheet that must be taken, to its end. */
    async files(bytes: Uint8Array, type?: (typeof sheetTypes)[number]) {
      const uploadId = await this.uploads(bytes, type);
      const body = { id: newId<'impt'>('impt'), uploadId };
      let answer: Answer<(typeof sheetContract)['import']>;
      do answer = await call(sheetContract.import, { params, body });
      while (!answer.done);
      return answer;
    },
    rejected: (importId: `impt_${string}`) =>
      call(sheetContract.rejected, { params, query: { importId } }),
    peopleFile: () => call(sheetContract.peopleFile, { params }),
    reportFile: (report: string) => call(sheetContract.reportFile, { params, query: { report } }),
    triesFile: <R extends Route>(route: R, query: object = {}) =>
      tries(route, { params, query } as never),
  };
}

async function posts(world: World, { url, fields }: Upload, bytes: Uint8Array): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'people.xlsx');
  return (await fetch(new URL(url, world.url), { method: 'POST', body: form })).status;
}

/** Somebody who has registered an organisation and waits. */
export async function anAspiringOrganiser(world: World, place = anOrganisation()) {
  const person = await aResident(world, { name: '虚构申报员' });
  const grant = await person.call(placeContract.register, {
    body: { grantId: newId<'gran'>('gran'), place },
  });
  return { ...person, place, grant, ...at(world, person, place.id) };
}

export async function anOrganiser(world: World, place = anOrganisation()) {
  const organiser = await anAspiringOrganiser(world, place);
  const supervisor = await aSupervisor(world);
  const { status } = await supervisor.decides(organiser.grant, 'granted');
  if (status !== 200) throw new Error('the grant was refused');
  return { ...organiser, supervisor };
}
export type Organiser = Awaited<ReturnType<typeof anOrganiser>>;

export const listsOf = async ({ call }: Pick<Resident, 'call'>): Promise<Membership[]> =>
  (await call(organisationContract.mine)).memberships;

/** Answers the (only) invitation of an organisation. */
export async function answers(
  person: Pick<Resident, 'call'>,
  organisationId: PlaceId,
  decision: 'joined' | 'refused' | 'left',
): Promise<Membership> {
  const own = (await listsOf(person)).find((one) => one.organisationId === organisationId);
  if (!own) throw new Error('there is no invitation');
  return person.call(organisationContract.answer, {
    params: { organisationId },
    body: { memberId: own.memberId, decision },
  });
}

/** Rows of cells as an .xlsx that Excel would write. */
export async function xlsxOf(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow([...row]);
  shape(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The cells of a file that the server made. */
export async function cellsOf({ base64 }: FileAnswer): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(base64, 'base64') as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]!.eachRow((row) => {
    rows.push(
      (row.values as ExcelJS.CellValue[])
        .slice(1)
        .map((cell) =>
          cell === null || cell === undefined ? '' : (cell as string | number).toString(),
        ),
    );
  });
  return rows;
}
export const bytesOf = ({ base64 }: FileAnswer): Uint8Array =>
  new Uint8Array(Buffer.from(base64, 'base64'));
