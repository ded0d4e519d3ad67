import type { upload as UploadOf } from './upload';
import { offline, refusedUpload } from './failure';

/** By XMLHttpRequest: `fetch` does not tell how far it is. */
export const upload: typeof UploadOf = ({ url, fields }, { blob, name }, onProgress) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', blob ?? new Blob(), name);
  const request = new XMLHttpRequest();
  request.open('POST', url.startsWith('/') ? API_BASE + url : url);
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(Math.floor((100 * loaded) / Math.max(1, total)));
    request.onerror = () => reject(offline());
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(refusedUpload(request.status));
    };
    request.send(form);
  });
};
