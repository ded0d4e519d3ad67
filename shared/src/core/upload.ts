/** What is larger than a body: where a client posts a file, and a file that the server made for it. */
import * as z from 'zod/mini';
import { Instant } from './day';
import { UploadId } from './id';

/** Post the `fields` and then the file, as `file`, to `url` as multipart/form-data: S3's presigned POST. */
export const Upload = z.object({
  uploadId: UploadId,
  /** From the API's own address where it begins with a slash. */
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  expiresAt: Instant,
});
Upload.register(z.globalRegistry, { id: 'Upload' });
export type Upload = z.infer<typeof Upload>;

/** A file in an answer: three million characters at most. */
export const FileAnswer = z.object({
  name: z.string(),
  /** Its media type. */
  type: z.string(),
  base64: z.string(),
});
FileAnswer.register(z.globalRegistry, { id: 'FileAnswer' });
export type FileAnswer = z.infer<typeof FileAnswer>;
