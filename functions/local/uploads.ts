/** What S3 does with a presigned POST, for a machine of one's own: the form is held to its signed fields. */
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../src/core/clock';
import { allowedBy, keepFile } from '../src/core/upload';

/** The status that S3 would answer with. */
export async function posted(body: Uint8Array, contentType: string): Promise<number> {
  const form = await formOf(body, contentType);
  const file = form?.get('file');
  if (!form || !file || typeof file === 'string') return 400;
  const allowed = await allowedBy(textsOf(form));
  if (!allowed || msOf(allowed.until) < msOf(now())) return 403;
  if (file.size < 1 || file.size > allowed.mostBytes) return 400;
  await keepFile(allowed.key, new Uint8Array(await file.arrayBuffer()), allowed.type);
  return 204;
}

async function formOf(body: Uint8Array, contentType: string): Promise<FormData | undefined> {
  try {
    const sent = new Uint8Array(body);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for servers that strangers reach; this one answers its own machine
    return await new Response(sent, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
