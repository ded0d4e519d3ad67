import { useState } from 'react';
import { type AreaCode, areaName } from '@yimatong/shared/core/area';
import type { Notice } from '@yimatong/shared/notice/contract';
import { noticesFor } from '@yimatong/shared/notice/in-force';
import { useSay } from '../core/say';
import { Link } from '../core/ui/button';
import { Heading, Text, View } from '../core/ui/native';
import { EmptyState } from '../core/ui/states';
import { dateIn } from '../core/when';

const none = { zh: '现在没有通知', en: 'No notices now' };
const noneHelp = {
  zh: '指挥部发布的通知会出现在这里。',
  en: 'What the command publishes appears here.',
};

export function Notices({ area, notices }: { area: AreaCode; notices: readonly Notice[] }) {
  const here = noticesFor(area, notices);
  if (here.length === 0) return <EmptyState title={none} help={noneHelp} />;
  return (
    <>
      {here.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </>
  );
}

const all = { zh: '看全文', en: 'Read all of it' };
const less = { zh: '收起', en: 'Show less' };
/** Characters that are shown at once. */
const AT_ONCE = 90;

function NoticeCard({ notice: { id, title, text, issuer, area, from } }: { notice: Notice }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const whole = say(text);
  const isLong = whole.length > AT_ONCE;
  const shown = isLong && !isOpen ? `${whole.slice(0, AT_ONCE)}…` : whole;
  return (
    <View id={`notice-${id}`} className="ui-card">
      <Heading small>{say(title)}</Heading>
      <View className="notice-about">
        {say(issuer)} · {say(dateIn(from))} · {areaName(area)}
      </View>
      {shown.split('\n').map((line, at) => (
        <View key={at} className="notice-line">
          <Text>{line}</Text>
        </View>
      ))}
      {isLong && (
        <Link id={`notice-${id}-more`} label={isOpen ? less : all} onTap={() => setOpen(!isOpen)} />
      )}
    </View>
  );
}
