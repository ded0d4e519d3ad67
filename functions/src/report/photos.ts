/** The photos of a supervision report: taken from what was uploaded, looked into, and kept without metadata (U9). */
import type { AccountId, ReportId, UploadId } from '@yimatong/shared/core/id';
import { MOST_PHOTO_BYTES, photoTypeLabels } from '@yimatong/shared/report/photo';
import type { FileKey } from '../core/folders';
import { type Accepts, keepFile, keptFile, received } from '../core/upload';
import { wrongField } from '../core/wrong-field';
import { plainPhoto } from './plain-photo';

export const ACCEPTS: Accepts = {
  types: Object.keys(photoTypeLabels),
  mostBytes: MOST_PHOTO_BYTES,
};

export type Photo = NonNullable<ReturnType<typeof plainPhoto>>;

/** All of them, plain; refuses with the place of the first that never came or is none. */
export const photosOf = (owner: AccountId, uploads: readonly UploadId[]): Promise<Photo[]> =>
  Promise.all(
    uploads.map(async (uploadId, i) => {
      const upload = await received(owner, uploadId);
      if (!upload) throw wrongField(`photos.${i}`, 'photo-missing');
      if (upload.bytes.length > MOST_PHOTO_BYTES) throw wrongField(`photos.${i}`, 'photo-large');
      const photo = plainPhoto(upload.bytes);
      if (!photo) throw wrongField(`photos.${i}`, 'photo-damaged');
      return photo;
    }),
  );

const keyOf = (id: ReportId, at: number): FileKey => `photos/${id}/${at}`;

export const keepPhotos = async (id: ReportId, photos: readonly Photo[]): Promise<void> => {
  await Promise.all(photos.map(({ bytes, type }, i) => keepFile(keyOf(id, i + 1), bytes, type)));
};

/** Counted from 1. */
export const photoOf = (id: ReportId, at: number) => keptFile(keyOf(id, at));
