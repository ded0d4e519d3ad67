/** A printed card on the spot, for somebody just registered: found as anybody is, by name and document. */
import { useState } from 'react';
import { cardContract } from '@yimatong/shared/card/contract';
import type { CardId, PlaceId } from '@yimatong/shared/core/id';
import type { IdentityDocument } from '@yimatong/shared/core/person';
import { lookUpContract } from '@yimatong/shared/pass/look-up';
import { call } from '../core/call';
import { asFailure, type Failure } from '../core/failure';
import { newId } from '../core/id';
import { openFile } from '../core/open-file';
import { Button } from '../core/ui/button';
import { Notice } from '../core/ui/show';

const words = {
  issue: { zh: '办理纸质卡（PDF）', en: 'Issue a printed card (PDF)' },
  issued: {
    zh: '已办理。请打印后交给本人；丢失可随时作废换新。',
    en: 'Issued. Print it and hand it over; a lost card is replaced at any time.',
  },
  again: { zh: '再次打开纸质卡（PDF）', en: 'Open the card again (PDF)' },
  notFound: {
    zh: '没有找到刚登记的人，请在上门核查里按姓名和证件号查找后再办。',
    en: 'The person was not found. Look them up when checking at the door.',
  },
};

interface Registered {
  placeId: PlaceId;
  name: string;
  document: IdentityDocument;
}

export function CardOffer({ of, onIssued }: { of: Registered; onIssued: () => void }) {
  const [id] = useState(() => newId<'card'>('card'));
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<'issued' | 'not-found' | Failure>();
  const issue = async () => {
    setBusy(true);
    setTold(undefined);
    const outcome = await issued(id, of).catch(asFailure);
    setTold(outcome);
    if (outcome === 'issued') onIssued();
    setBusy(false);
  };
  return (
    <>
      {told === 'issued' && <Notice words={words.issued} />}
      {told === 'not-found' && <Notice kind="warn" words={words.notFound} />}
      {typeof told === 'object' && <Notice kind="error" words={told.says} />}
      <Button
        id="card"
        kind={told === 'issued' ? 'secondary' : 'primary'}
        label={told === 'issued' ? words.again : words.issue}
        busy={busy}
        onTap={() => void issue()}
      />
    </>
  );
}

async function issued(id: CardId, { placeId, name, document }: Registered) {
  const why = 'no-phone';
  const found = await call(lookUpContract.lookUp, {
    body: { id: newId('pass'), placeId, name, document, why },
  });
  if (!found.found || found.scan.verdict !== 'valid') return 'not-found';
  const { scanId, subject = '' } = found.scan;
  const { sheet } = await call(cardContract.issueAtDoor, {
    body: { id, placeId, scanId, subject },
  });
  await openFile(sheet);
  return 'issued';
}
