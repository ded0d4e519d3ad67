import { useState } from 'react';
import type { EscalationId } from '@yimatong/shared/core/id';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { type Escalation } from '@yimatong/shared/escalation/watch';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Picture } from '../core/ui/native';
import { Card } from '../core/ui/show';
import { ErrorState, Loading } from '../core/ui/states';
import { useRoute } from '../core/use-route';

const title = { zh: '现场照片', en: 'Photos' };

/** Fetched when asked for: each look at one is audited. */
export function Photos({ of: { id, photos: count } }: { of: Escalation }) {
  const [isOpen, setOpen] = useState(false);
  const show = { zh: `查看照片（${count} 张）`, en: `Show the photos (${count})` };
  return (
    <Card title={title}>
      {isOpen ? (
        Array.from({ length: count }, (_, i) => <Photo key={i} escalationId={id} at={i + 1} />)
      ) : (
        <Button id="show-photos" kind="secondary" label={show} onTap={() => setOpen(true)} />
      )}
    </Card>
  );
}

function Photo({ escalationId, at }: { escalationId: EscalationId; at: number }) {
  const say = useSay();
  const { state, reload } = useRoute(
    escalationContract.photo,
    { params: { escalationId, at: String(at) } },
    { freshUntil: () => Infinity },
  );
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed')
    return <ErrorState failure={state.failure} onRetry={() => void reload()} />;
  const { type, base64 } = state.value;
  return (
    <Picture
      src={`data:${type};base64,${base64}`}
      label={say({ zh: `第 ${at} 张照片`, en: `Photo ${at}` })}
      className="escalation-photo"
    />
  );
}
