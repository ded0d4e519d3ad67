import { addressLine } from '@yimatong/shared/core/address';
import type { PlaceId } from '@yimatong/shared/core/id';
import { type Grant, isPost, placeKindLabels } from '@yimatong/shared/place/contract';
import type { PlaceShown } from '@yimatong/shared/place/keeping';
import { go } from '../core/go';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { View } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';
import { Notice } from '../core/ui/show';
import { ErrorState, Loading } from '../core/ui/states';
import { useJoin } from './use-join';
import { wordsAt } from './words';

const words = {
  title: { zh: '加入这个地点', en: 'Join this place' },
  join: { zh: '提交申请', en: 'Send the request' },
  closed: { zh: '这个地点已关闭，不能加入。', en: 'This place is closed and cannot be joined.' },
  apart: {
    zh: '这是单位，请在“我的 → 单位申报”里办理。',
    en: 'This is an organisation: see Me → Organisations.',
  },
  details: { zh: '填写个人信息', en: 'Fill in the personal details' },
};

interface Props {
  placeId: PlaceId;
  onAsked: (grant: Grant) => void;
  onClose: () => void;
}

/** A second look at the place, found by its name or by its poster. */
export function JoinSheet({ placeId, onAsked, onClose }: Props) {
  const { state, reload, join, busy, failure } = useJoin(placeId, onAsked);
  return (
    <Sheet title={words.title} onClose={onClose}>
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && (
        <ErrorState failure={state.failure} onRetry={() => void reload()} onSignIn={go.signIn} />
      )}
      {state.status === 'ready' && <About shown={state.value} />}
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      {failure?.code === 'account.details-missing' && (
        <Button id="details" kind="secondary" label={words.details} onTap={go.details} />
      )}
      {state.status === 'ready' && mayJoin(state.value) && (
        <Button id="join" label={words.join} busy={busy} onTap={join} />
      )}
    </Sheet>
  );
}

const mayJoin = ({ place, closed }: PlaceShown): boolean => isPost(place) && closed === undefined;

function About({ shown: { place, closed } }: { shown: PlaceShown }) {
  const say = useSay();
  const as = isPost(place) && {
    zh: `申请成为这里的${wordsAt[place.kind].worker.zh}，由市县指挥部审批。`,
    en: `You ask to be here as: ${wordsAt[place.kind].worker.en}. The city or county decides.`,
  };
  return (
    <>
      <View className="place-name">{place.name}</View>
      <View className="place-note">
        {say(placeKindLabels[place.kind])} · {addressLine(place.address)}
      </View>
      {closed !== undefined && <Notice kind="warn" words={words.closed} />}
      {as ? (
        <View className="place-words">{say(as)}</View>
      ) : (
        <Notice kind="warn" words={words.apart} />
      )}
    </>
  );
}
