import { colourLabels } from '@yimatong/shared/code/colour-label';
import { documentLabels, maskedNumber } from '@yimatong/shared/core/person';
import { dayOf } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { nowInstant } from '../../core/clock';
import { useSay } from '../../core/say';
import { Link } from '../../core/ui/button';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Notice, Shape } from '../../core/ui/show';
import { ageOf, type Before, nameOf } from './before';
import './whom.scss';

const words = {
  unknown: { zh: '姓名待联网后核对', en: 'Name to be found once there is network' },
  offline: {
    zh: '没有网络：颜色是扫到的码上的，姓名等资料请在下面填写。',
    en: 'No network: the colour is the one in the code. Fill in the details below.',
  },
  noDetails: {
    zh: '资料没有取到，请在下面填写。',
    en: 'The details could not be fetched. Fill them in below.',
  },
  compare: {
    zh: '请核对本人证件上的姓名和号码。',
    en: 'Compare name and number with the person’s document.',
  },
  byHand: { zh: '手工录入', en: 'Entered by hand' },
  noDocument: { zh: '没有证件号', en: 'No document' },
  edit: { zh: '修改', en: 'Correct' },
  other: { zh: '换一个人', en: 'Somebody else' },
};

interface Props {
  id: string;
  of: Before;
  /** Of somebody entered by hand. */
  onEdit: () => void;
  onOther: () => void;
}

/** Who is before me, small: the form is what matters now. */
export function PersonCard({ id, of, onEdit, onOther }: Props) {
  const say = useSay();
  const age = ageOf(of, dayOf(nowInstant()));
  return (
    <Live id={id} className="ui-card whom">
      <View className="whom__head">
        <View className="ui-row__main">
          <Heading small>{nameOf(of) ?? say(words.unknown)}</Heading>
          <Text className="ui-row__note">
            {[...(age === undefined ? [] : [say(years(age))]), say(documentOf(of))].join(' · ')}
          </Text>
        </View>
        {of.by === 'scan' && (
          <View className="whom__colour">
            <Shape of={of.colour} />
            <Text>{say(colourLabels[of.colour])}</Text>
          </View>
        )}
      </View>
      {of.by === 'scan' && of.subject === undefined && <Notice kind="warn" words={words.offline} />}
      {of.by === 'scan' && of.subject !== undefined && of.details === undefined && (
        <Notice kind="warn" words={words.noDetails} />
      )}
      {of.by === 'scan' && of.compare === true && <Notice words={words.compare} />}
      <View className="whom__foot">
        {of.by === 'hand' && <Link id="whom-edit" label={words.edit} onTap={onEdit} />}
        <Link id="whom-other" label={words.other} onTap={onOther} />
      </View>
    </Live>
  );
}

const years = (age: number): Said => ({ zh: `${age} 岁`, en: `${age} years` });

function documentOf(of: Before): Said {
  if (of.by === 'hand') {
    const { document } = of.entered;
    if (!document)
      return {
        zh: `${words.byHand.zh}，${words.noDocument.zh}`,
        en: `${words.byHand.en}, no document`,
      };
    const { zh, en } = documentLabels[document.type];
    return { zh: `${zh} ${document.number}`, en: `${en} ${document.number}` };
  }
  if (!of.details) return { zh: '已扫码', en: 'Scanned' };
  const { type, number } = of.details.document;
  const { zh, en } = documentLabels[type];
  // Enough to compare with the document in hand, and nothing to be read over a shoulder.
  const shown = maskedNumber(number);
  return { zh: `${zh} ${shown}`, en: `${en} ${shown}` };
}
