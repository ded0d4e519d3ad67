/**
 * Files that clients bring: a ticket says where to post one, of which type and size; the feature that handed it out
 * fetches it and keeps what it wants. `UPLOADS_IN` is `bucket:<name>` (S3's presigned POST), or `folder:<path>` for a
 * machine of one's own, whose server takes the same form (local/uploads.ts); there is no default.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { type Instant, MINUTE_MS, msOf, plusMs } from '@yimatong/shared/core/day';
import type { AccountId, UploadId } from '@yimatong/shared/core/id';
import type { Upload } from '@yimatong/shared/core/upload';
import { env } from './env';
import type { FileKey } from './folders';
import { keys } from './keys';
import { wrongField } from './wrong-field';

export interface Accepts {
  /** Media types. */
  readonly types: readonly string[];
  readonly mostBytes: number;
}
export interface FileKept {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** What may be posted: S3 and the local server hold whoever posts to it. */
interface Allowed extends Pick<FileKept, 'type'> {
  readonly key: FileKey;
  readonly mostBytes: number;
  readonly until: Instant;
}

/** Where files lie. */
interface Place {
  ticket(allowed: Allowed, at: Instant): Promise<Pick<Upload, 'url' | 'fields'>>;
  get(key: FileKey): Promise<FileKept | undefined>;
  put(key: FileKey, file: FileKept): Promise<void>;
}

const inBucket = (Bucket: string): Place => {
  const s3 = new S3Client({});
  return {
    ticket: ({ key, type, mostBytes, until }, at) =>
      createPresignedPost(s3, {
        Bucket,
        Key: key,
        Fields: { 'content-type': type },
        Conditions: [
          ['content-length-range', 1, mostBytes],
          ['eq', '$content-type', type],
        ],
        Expires: Math.ceil((msOf(until) - msOf(at)) / 1000),
      }),
    async get(Key) {
      try {
        const { Body, ContentType = '' } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return { bytes: await Body!.transformToByteArray(), type: ContentType };
      } catch (error) {
        // Who may not list a bucket is told of a missing file that it is denied.
        if (['NoSuchKey', 'AccessDenied'].includes((error as Error).name)) return undefined;
        throw error;
      }
    },
    async put(Key, { bytes: Body, type: ContentType }) {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
    },
  };
};

const inFolder = (root: string): Place => ({
  async ticket({ key, type, mostBytes, until }) {
    const fields = { key, 'content-type': type, most: String(mostBytes), until };
    return { url: LOCAL_PATH, fields: { ...fields, signature: await signatureOf(fields) } };
  },
  async get(key) {
    try {
      const [bytes, type] = await Promise.all([
        readFile(path.join(root, key)),
        readFile(path.join(root, `${key}.type`), 'utf8'),
      ]);
      return { bytes, type };
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  },
  async put(key, { bytes, type }) {
    await mkdir(path.dirname(path.join(root, key)), { recursive: true });
    await writeFile(path.join(root, `${key}.type`), type);
    await writeFile(path.join(root, key), bytes);
  },
});

/** Where a machine of one's own takes files. */
export const LOCAL_PATH = '/local/uploads';

const SIGNED = ['key', 'content-type', 'most', 'until'] as const;
type LocalFields = Readonly<Record<(typeof SIGNED)[number], string>>;

const signatureOf = async (fields: LocalFields): Promise<string> =>
  createHmac('sha256', (await keys()).session)
    .update(JSON.stringify(['upload', ...SIGNED.map((name) => fields[name])]))
    .digest('base64url');

/** What the fields of a form posted to a machine of one's own allow; undefined where they are not ours. */
export async function allowedBy(
  fields: Readonly<Record<string, string>>,
): Promise<Allowed | undefined> {
  const { key = '', 'content-type': type = '', most = '', until = '', signature = '' } = fields;
  const wanted = Buffer.from(await signatureOf({ key, 'content-type': type, most, until }));
  const given = Buffer.from(signature);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  return { key: key as FileKey, type, mostBytes: Number(most), until: until as Instant };
}

const made = new Map<string, Place>();
function place(): Place {
  const where = env('UPLOADS_IN');
  const known = made.get(where);
  if (known) return known;
  const [, kind, name] = /^(bucket|folder):(.+)$/.exec(where) ?? [];
  if (!kind || !name) throw new Error('UPLOADS_IN must be bucket:<name> or folder:<path>');
  const one = kind === 'bucket' ? inBucket(name) : inFolder(name);
  made.set(where, one);
  return one;
}

const TICKET_MS = 15 * MINUTE_MS;
/** Under the account's own name: nobody can name another's upload. */
const incoming = (owner: AccountId, uploadId: UploadId): FileKey => `incoming/${owner}/${uploadId}`;

/** Where to post one file, within a quarter of an hour. */
export async function ticketFor(
  owner: AccountId,
  uploadId: UploadId,
  type: string,
  { types, mostBytes }: Accepts,
  at: Instant,
): Promise<Upload> {
  if (!types.includes(type)) throw wrongField('type', 'file-type');
  const until = plusMs(at, TICKET_MS);
  const allowed = { key: incoming(owner, uploadId), type, mostBytes, until };
  return { uploadId, ...(await place().ticket(allowed, at)), expiresAt: until };
}

/** What the account has posted; undefined where nothing has come. */
export const received = (owner: AccountId, uploadId: UploadId): Promise<FileKept | undefined> =>
  place().get(incoming(owner, uploadId));

export const keepFile = (key: FileKey, bytes: Uint8Array, type: string): Promise<void> =>
  place().put(key, { bytes, type });
export const keptFile = (key: FileKey): Promise<FileKept | undefined> => place().get(key);
