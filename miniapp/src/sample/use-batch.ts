/**
 * A laboratory's sheet on its way: chosen, sent, taken over a part at a time, done. A part that failed is asked for
 * again under the same ids, so nothing is recorded twice.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Instant } from '@yimatong/shared/core/day';
import type { ImportId, UploadId } from '@yimatong/shared/core/id';
import { MOST_SHEET_BYTES, sheetTypes } from '@yimatong/shared/core/sheet';
import { batchContract, type ResultsImported } from '@yimatong/shared/sample/batch';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { call } from '../core/call';
import { chooseFile } from '../core/choose';
import type { Chosen } from '../core/chosen';
import { asFailure, failure as aFailure, type Failure } from '../core/failure';
import { newId } from '../core/id';
import { upload } from '../core/upload';
import { routeKey } from '../core/use-route';

type SheetType = (typeof sheetTypes)[number];
const isSheetType = (type: string): type is SheetType =>
  (sheetTypes as readonly string[]).includes(type);

const tooLarge = aFailure({
  code: 'core.file-unreadable',
  status: 0,
  says: {
    zh: '文件超过 2 MB。请只保留结果表，删去图片和其他工作表后再选择。',
    en: 'The file is larger than 2 MB. Keep the results alone, without pictures or other sheets.',
  },
});

export type Step =
  | { at: 'start' }
  | { at: 'sending'; name: string; percent: number }
  | { at: 'recording'; name: string; percent: number }
  | { at: 'done'; name: string; imported: ResultsImported };

interface Sending {
  readonly chosen: Chosen;
  readonly uploadId: UploadId;
  readonly importId: ImportId;
  readonly said: { readonly laboratory: string; readonly testedAt: Instant };
  isSent: boolean;
}

export function useBatch() {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [failure, setFailure] = useState<Failure>();
  const sending = useRef<Sending>();
  const running = useRef(false);

  const goOn = async (one: Sending): Promise<void> => {
    const { chosen, uploadId, importId, said } = one;
    const { name } = chosen;
    if (!one.isSent) {
      setStep({ at: 'sending', name, percent: 0 });
      // Phones do not always know what a file is; the server reads its bytes.
      const type = isSheetType(chosen.type) ? chosen.type : 'text/plain';
      const ticket = await call(batchContract.upload, { body: { id: uploadId, type } });
      await upload(ticket, chosen, (percent) => setStep({ at: 'sending', name, percent }));
      one.isSent = true;
    }
    setStep({ at: 'recording', name, percent: 0 });
    for (;;) {
      const imported = await call(batchContract.import, {
        body: { id: importId, uploadId, ...said },
      });
      if (imported.done) {
        setStep({ at: 'done', name, imported });
        break;
      }
      const { recorded, proposed, repeated, rejected } = imported.counts;
      const done = recorded + proposed + repeated + rejected;
      setStep({ at: 'recording', name, percent: Math.floor((100 * done) / imported.total) });
    }
    for (const route of [sampleContract.tubes, sampleContract.proposed])
      void client.invalidateQueries({ queryKey: routeKey(route) });
  };

  const run = async (one: Sending): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setFailure(undefined);
    try {
      await goOn(one);
    } catch (error) {
      const why = asFailure(error);
      setFailure(why);
      // What the server has read and cannot use is not asked for again: another file is chosen.
      if (why.status === 422 || why.status === 404 || why.status === 409) setStep({ at: 'start' });
    }
    running.current = false;
  };

  return {
    step,
    failure,
    isStopped: failure !== undefined && (step.at === 'sending' || step.at === 'recording'),
    choose: async (said: Sending['said']) => {
      if (running.current) return;
      const chosen = await chooseFile(['xlsx', 'csv', 'txt']);
      if (chosen === undefined) return;
      if (chosen.size > MOST_SHEET_BYTES) {
        setFailure(tooLarge);
        setStep({ at: 'start' });
        return;
      }
      const ids = { uploadId: newId('uplo'), importId: newId('impt') };
      sending.current = { chosen, ...ids, said, isSent: false };
      await run(sending.current);
    },
    again: () => {
      if (sending.current) void run(sending.current);
    },
  };
}
