/** Photos on their way: each is sent by itself as soon as it is chosen, and can be sent again by itself (U9, V3). */
import { useState } from 'react';
import type { UploadId } from '@yimatong/shared/core/id';
import { saidOf } from '@yimatong/shared/core/invalid';
import type { Upload } from '@yimatong/shared/core/upload';
import { MOST_PHOTO_BYTES, type PhotoType, isPhotoType } from '@yimatong/shared/core/photo';
import { choosePhotos } from './choose';
import type { Chosen } from './chosen';
import { type Failure, asFailure } from './failure';
import { newId } from './id';
import type { Words } from './say';
import { upload } from './upload';

export interface PhotoSent {
  readonly id: UploadId;
  readonly chosen: Chosen;
  readonly type: PhotoType;
  readonly state: 'sending' | 'sent' | 'failed';
  /** Of what is being sent. */
  readonly percent: number;
  /** Why it failed. */
  readonly says?: Words;
}

export interface PhotosOf {
  readonly most: number;
  /** Where to upload one. */
  readonly ticketFor: (body: { id: UploadId; type: PhotoType }) => Promise<Upload>;
}

export function usePhotos({ most, ticketFor }: PhotosOf) {
  const [photos, setPhotos] = useState<readonly PhotoSent[]>([]);
  const [mistake, setMistake] = useState<Words>();
  const change = (id: UploadId, part: Partial<PhotoSent>): void =>
    setPhotos((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const send = async ({ id, type, chosen }: PhotoSent): Promise<void> => {
    change(id, { state: 'sending', percent: 0 });
    try {
      const ticket = await ticketFor({ id, type });
      await upload(ticket, chosen, (percent) => change(id, { percent }));
      change(id, { state: 'sent', percent: 100 });
    } catch (error) {
      change(id, { state: 'failed', says: asFailure(error).says });
    }
  };
  const add = async (): Promise<void> => {
    setMistake(undefined);
    const chosen = (await choosePhotos(most - photos.length)).slice(0, most - photos.length);
    const taken = chosen.flatMap(photoOf);
    if (taken.length < chosen.length) setMistake(whyNot(chosen));
    // Two dialogues at once may bring more.
    setPhotos((all) => [...all, ...taken].slice(0, most));
    await Promise.all(taken.map(send));
  };

  return {
    photos,
    most,
    /** Why one that was chosen was not taken. */
    mistake,
    add,
    again: (photo: PhotoSent) => void send(photo),
    remove: (id: UploadId) => {
      setMistake(undefined);
      setPhotos((all) => all.filter((one) => one.id !== id));
    },
    /** The server says at which places it has found none: those can be sent again. */
    refused: ({ fields = [] }: Failure): void => {
      for (const { path, says } of fields) {
        const [, at] = /^photos\.(\d)$/.exec(path) ?? [];
        const photo = at === undefined ? undefined : photos[Number(at)];
        if (photo) change(photo.id, { state: 'failed', says });
      }
    },
  };
}
export type Photos = ReturnType<typeof usePhotos>;

const photoOf = (chosen: Chosen): PhotoSent[] =>
  isPhotoType(chosen.type) && chosen.size <= MOST_PHOTO_BYTES
    ? [{ id: newId('uplo'), chosen, type: chosen.type, state: 'sending', percent: 0 }]
    : [];
const whyNot = (chosen: readonly Chosen[]): Words =>
  saidOf({ message: chosen.every(({ type }) => isPhotoType(type)) ? 'photo-large' : 'photo-type' });
