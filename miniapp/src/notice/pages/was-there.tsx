import type { RiskArea } from '@yimatong/shared/code/risk-area';
import type { WasThere } from '@yimatong/shared/notice/was-there';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { DatePicker } from '../../core/ui/date-picker';
import { ListPicker } from '../../core/ui/list-picker';
import { Notice } from '../../core/ui/show';
import { AreaLine } from '../area-line';
import { useInformation } from '../use-information';
import { type Question, useQuestion } from '../use-question';
import '../notice.scss';

definePageConfig({ navigationBarTitleText: '我去过吗', enablePullDownRefresh: true });

const title = { zh: '我去过重点地区吗', en: 'Was I in a key area?' };

export default function WasTherePage() {
  const { state, reload } = useInformation();
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {({ keyAreas }) => <Ask keyAreas={keyAreas} />}
    </Page>
  );
}

const place = { zh: '去过哪里', en: 'Where you were' };
const from = { zh: '从哪天', en: 'From which day' };
const until = { zh: '到哪天', en: 'Until which day' };
const private_ = {
  zh: '只在这部手机上查对，不会上传。',
  en: 'Compared on this phone only; nothing is sent.',
};
const ignore = () => undefined;

function Ask({ keyAreas }: { keyAreas: readonly RiskArea[] }) {
  const question = useQuestion(keyAreas);
  const { groups, given, change, mistake, today } = question;
  return (
    <>
      <ListPicker
        id="place"
        label={place}
        groups={groups}
        value={given.place}
        onChange={(code) => change({ place: code })}
      />
      <DatePicker
        id="from"
        label={from}
        value={given.from}
        until={today}
        onLeave={ignore}
        onChange={(day) => change({ from: day })}
      />
      <DatePicker
        id="until"
        label={until}
        value={given.until}
        until={today}
        mistake={mistake}
        help={private_}
        onLeave={ignore}
        onChange={(day) => change({ until: day })}
      />
      <Found {...question} />
    </>
  );
}

const words = {
  yes: {
    zh: '是：您在那里的日子里，有重点地区在生效。请如实申报，并按说明居家隔离。',
    en: 'Yes: a key area was in force on days on which you were there. Please declare it and isolate as you are told.',
  },
  partly: {
    zh: '那里的一部分当时是重点地区。去过下面这些地方的，请如实申报。',
    en: 'Part of it was a key area then. If you were in one of these, please declare it.',
  },
  past: {
    zh: '当时是重点地区，但已超过一个月，表格不再问到，不用申报。身体不适请在打卡时如实填写。',
    en: 'It was one then, but longer than a month ago: no form asks about it any more. If you feel unwell, say so at the check-in.',
  },
  no: {
    zh: '没有：那里在这些日子不是重点地区。',
    en: 'No: it was not a key area on those days.',
  },
};
const declare = { zh: '填写省外返琼申报', en: 'Declare the return' };

const asksForMore = ({ answer }: WasThere): boolean => answer === 'yes' || answer === 'partly';

function Found({ found }: Question) {
  if (found === undefined) return null;
  return (
    <>
      <Notice kind={asksForMore(found) ? 'warn' : 'info'} words={words[found.answer]}>
        {found.answer !== 'no' &&
          found.areas.map((area) => <AreaLine key={`${area.area} ${area.from}`} area={area} />)}
      </Notice>
      {asksForMore(found) && <Button id="declare" label={declare} onTap={go.returnOutside} />}
    </>
  );
}
