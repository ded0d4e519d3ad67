/** Photos of a report or an escalation: taken from what was uploaded, looked into, and kept without metadata (U9, V3). */
import type { AccountId, EscalationId, ReportId, UploadId } from '@yimatong/shared/core/id';
import { saidOf } from '@yimatong/shared/core/invalid';
import { Problem } from '@yimatong/shared/core/problem';
import { MOST_PHOTO_BYTES, photoTypeLabels } from '@yimatong/shared/core/photo';
import type { FileKey } from './folders';
import { type Accepts, keepFile, keptFile, received } from './upload';
import { plainPhoto } from './plain-photo';

export const ACCEPTS: Accepts = {
  types: Object.keys(photoTypeLabels),
  mostBytes: MOST_PHOTO_BYTES,
};

export type Photo = NonNullable<ReturnType<typeof plainPhoto>>;

/** All of them, plain; or refused with the place of each that never came or is none. */
export async function photosOf(
  owner: AccountId,
  uploads: readonly UploadId[],
): Promise<readonly Photo[]> {
  const looked = await Promise.all(uploads.map((uploadId) => lookedInto(owner, uploadId)));
  const photos = looked.filter((one) => typeof one !== 'string');
  if (photos.length === uploads.length) return photos;
  throw new Problem('core.invalid', {
    fields: looked.flatMap((one, i) =>
      typeof one === 'string' ? [{ path: `photos.${i}`, says: saidOf({ message: one }) }] : [],
    ),
  });
}

/** The photo, or what is wrong with it as the rules name it. */
async function lookedInto(owner: AccountId, uploadId: UploadId): Promise<Photo | string> {
  const upload = await received(owner, uploadId);
  if (!upload) return 'photo-missing';
  // Its ticket may have been for something larger.
  if (upload.bytes.length > MOST_PHOTO_BYTES) return 'photo-large';
  return plainPhoto(upload.bytes) ?? 'photo-damaged';
}

/** The record that they belong to. */
type Owner = ReportId | EscalationId;
const keyOf = (id: Owner, at: number): FileKey => `photos/${id}/${at}`;

export const keepPhotos = async (id: Owner, photos: readonly Photo[]): Promise<void> => {
  await Promise.all(photos.map(({ bytes, type }, i) => keepFile(keyOf(id, i + 1), bytes, type)));
};

/** Counted from 1. */
export const photoOf = (id: Owner, at: number) => keptFile(keyOf(id, at));
