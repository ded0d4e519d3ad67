/** Reports of a play, and the steps to them as a phone would take them. */
import type { GivenBody } from '@yimatong/shared/core/contract';
import type { UploadId } from '@yimatong/shared/core/id';
import type { Upload } from '@yimatong/shared/core/upload';
import type { PhotoType } from '@yimatong/shared/core/photo';
import { type Report, reportContract } from '@yimatong/shared/report/contract';
import { anAddress, newId, type Resident } from './actors';
import type { World } from './world';

type Of<Kind extends Report['kind']> = Extract<Report, { kind: Kind }>;

export const aTip = (more: Partial<Of<'tip'>> = {}): Of<'tip'> => ({
  kind: 'tip',
  id: newId<'repo'>('repo'),
  who: '虚构某',
  address: anAddress,
  condition: 'symptoms',
  ...more,
});

export const aSupervision = (more: Partial<Of<'supervision'>> = {}): Of<'supervision'> => ({
  kind: 'supervision',
  id: newId<'repo'>('repo'),
  matter: 'gouging',
  address: anAddress,
  description: '口罩每只卖到 50 元。',
  photos: [],
  ...more,
});

export const files = (by: Resident, body: GivenBody<(typeof reportContract)['file']>) =>
  by.tries(reportContract.file, { body });

/** Asks where to upload, as the form does before each photo. */
export const asksToUpload = (by: Resident, type: PhotoType = 'image/jpeg'): Promise<Upload> =>
  by.call(reportContract.addPhoto, { body: { id: newId<'uplo'>('uplo'), type } });

/** The form of a presigned POST, the file last. Answers the status. */
export async function posts(
  world: World,
  { url, fields }: Upload,
  bytes: Uint8Array,
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(bytes)]));
  const { status } = await fetch(new URL(url, world.url), { method: 'POST', body: form });
  return status;
}

/** A photo all the way: ticket, upload. Answers the id that the report names. */
export async function uploads(
  world: World,
  by: Resident,
  bytes: Uint8Array,
  type: PhotoType = 'image/jpeg',
): Promise<UploadId> {
  const ticket = await asksToUpload(by, type);
  const status = await posts(world, ticket, bytes);
  if (status >= 300) throw new Error(`the upload was answered ${String(status)}`);
  return ticket.uploadId;
}
