import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { MyCode } from '@yimatong/shared/code/contract';
import { dayOf } from '@yimatong/shared/core/day';
import { go } from '../core/go';
import { Qr } from '../core/qr';
import { useOnline } from '../core/network';
import { useSay } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Heading, Live, Text, View } from '../core/ui/native';
import { Band, Shape } from '../core/ui/show';
import { recentlyIn, timeIn } from '../core/when';
import { RunningClock } from './running-clock';
import { Until } from './until';
import { useToday } from './use-code';
import './code.scss';

const documentTail = (tail: string) => ({ zh: `证件尾号 ${tail}`, en: `Document …${tail}` });
const qrLabel = {
  zh: '健康码二维码，请出示给查验人员',
  en: 'QR code of my health code, to be shown',
};
const over = { zh: '已过期', en: 'Expired' };
const refreshFirst = { zh: '已过期，请联网刷新', en: 'Expired: connect and refresh' };
const refreshing = { zh: '正在刷新…', en: 'Refreshing…' };
const refresh = { zh: '刷新', en: 'Refresh' };
const lastCheckIn = { zh: '上次打卡', en: 'Last check-in' };
const notYet = { zh: '今天还没有打卡', en: 'Not checked in today' };
const checkIn = { zh: '去打卡', en: 'Check in' };
const validUntil = (time: string, isOnline: boolean) =>
  isOnline
    ? { zh: `${time} 前有效，到时自动刷新`, en: `Valid until ${time}, renewed by itself` }
    : {
        zh: `${time} 前有效；没有网络，到时不能刷新`,
        en: `Valid until ${time}; without network it cannot be renewed`,
      };

interface Props {
  code: MyCode;
  expired: boolean;
  busy: boolean;
  onRefresh: () => void;
}

/** What is held out to a guard: colour, name, code, time. An expired one shows no colour at all. */
export function CodeCard({ code, expired, busy, onRefresh }: Props) {
  const say = useSay();
  const isOnline = useOnline();
  const { colour, maskedName, token } = code;
  const word = expired ? over : colourLabels[colour];
  return (
    <View id="code-card" className={`code-card${expired ? ' code-card--over' : ''}`}>
      <Band of={expired ? 'invalid' : colour} className="code-card__band">
        <Shape of={expired ? 'invalid' : colour} size="large" />
        <Heading id="colour" className="code-card__word">
          {say(word)}
        </Heading>
      </Band>
      <View className="code-card__who">
        <Text className="code-card__name">{maskedName}</Text>
        <Text className="code-card__tail">{say(documentTail(code.documentTail))}</Text>
      </View>
      {!expired && <Until reasons={code.reasons} />}
      <View id="qr" className="code-card__qr">
        {token && <Qr text={token.text} label={say(expired ? over : qrLabel)} />}
        {expired && (
          <Live urgent className="code-card__over">
            <Text className="code-card__over-words">{say(busy ? refreshing : refreshFirst)}</Text>
            <Button id="refresh" label={refresh} busy={busy} onTap={onRefresh} />
          </Live>
        )}
      </View>
      {!expired && <RunningClock />}
      {token && !expired && (
        <Text className="code-card__valid">
          {say(validUntil(timeIn(token.expiresAt), isOnline))}
        </Text>
      )}
      <LastCheckIn code={code} />
    </View>
  );
}

function LastCheckIn({ code: { lastDeclaredAt } }: { code: MyCode }) {
  const say = useSay();
  const today = useToday();
  const words = lastDeclaredAt && recentlyIn(lastDeclaredAt, today);
  const isToday = lastDeclaredAt !== undefined && dayOf(lastDeclaredAt) === today;
  return (
    <View className="code-card__last">
      <View className="ui-row__main">
        <Text>{say(isToday ? lastCheckIn : notYet)}</Text>
        {!isToday && words !== undefined && (
          <Text className="ui-row__note">
            {say(lastCheckIn)} {say(words)}
          </Text>
        )}
      </View>
      {isToday ? (
        <Text id="last-check-in" className="code-card__done">
          {say(words ?? '')}
        </Text>
      ) : (
        <Link id="go-check-in" label={checkIn} onTap={go.checkIn} />
      )}
    </View>
  );
}
