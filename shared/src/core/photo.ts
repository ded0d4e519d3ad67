/** What a photo to a report or an escalation may be (U9, V3): few, small, of the two kinds that every phone and screen can show. */
import * as z from 'zod/mini';

export const MOST_PHOTOS = 6;
/** As base64 it still fits into one answer of a Lambda (6 MB). A phone’s compression stays far below. */
export const MOST_PHOTO_BYTES = 4_000_000;

export const photoTypeLabels = {
  'image/jpeg': { zh: 'JPEG 照片', en: 'JPEG' },
  'image/png': { zh: 'PNG 图片', en: 'PNG' },
} as const;
/** HEIC and the rest are refused with a sentence that helps. */
export const PhotoType = z.enum(Object.keys(photoTypeLabels) as PhotoType[], {
  error: 'photo-type',
});
export type PhotoType = keyof typeof photoTypeLabels;

export const isPhotoType = (type: string): type is PhotoType => type in photoTypeLabels;
