import { useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Grant, PostKind } from '@yimatong/shared/place/contract';
import { Page } from '../../core/page';
import { Asked } from '../asked';
import { JoinSheet } from '../join-sheet';
import { RegisterForm, SendFoot } from '../register-form';
import { RoleChoice } from '../role-choice';
import { useRegister } from '../use-register';
import '../place.scss';

definePageConfig({ navigationBarTitleText: '申请值守' });

const title = { zh: '申请值守', en: 'Ask for a duty' };

export default function RegisterPage() {
  const [kind, setKind] = useState<PostKind>();
  const [joining, setJoining] = useState<PlaceId>();
  const [asked, setAsked] = useState<Grant>();
  if (asked !== undefined) {
    return (
      <Page title={title}>
        <Asked grant={asked} />
      </Page>
    );
  }
  const join = joining !== undefined && (
    <JoinSheet placeId={joining} onAsked={setAsked} onClose={() => setJoining(undefined)} />
  );
  if (kind === undefined) {
    return (
      <Page title={title}>
        <RoleChoice onKind={setKind} onPoster={setJoining} />
        {join}
      </Page>
    );
  }
  return (
    <Registering
      key={kind}
      kind={kind}
      onAsked={setAsked}
      onOther={() => setKind(undefined)}
      onJoin={setJoining}
    >
      {join}
    </Registering>
  );
}

interface Props {
  kind: PostKind;
  onAsked: (grant: Grant) => void;
  onOther: () => void;
  onJoin: (placeId: PlaceId) => void;
  children: React.ReactNode;
}

function Registering({ kind, onAsked, onOther, onJoin, children }: Props) {
  const registering = useRegister(kind, onAsked);
  return (
    <Page title={title} foot={<SendFoot {...registering} />}>
      <RegisterForm kind={kind} registering={registering} onOther={onOther} onJoin={onJoin} />
      {children}
    </Page>
  );
}
