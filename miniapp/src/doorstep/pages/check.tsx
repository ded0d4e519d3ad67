import Taro, { useRouter } from '@tarojs/taro';
import { matchLabels } from '@yimatong/shared/code/whom';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import type { HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import { doorResultLabels } from '@yimatong/shared/doorstep/contract';
import { BeforeField } from '../../code/whom/before-field';
import {
  ChoiceField,
  ChoicesField,
  TemperatureField,
  TextField,
  TickField,
} from '../../core/fields';
import { nowInstant } from '../../core/clock';
import { goBack } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button, Link } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { dial, Heading, Text } from '../../core/ui/native';
import { Notice, Row, Rows } from '../../core/ui/show';
import { DonePage, waits } from '../done-page';
import { useCheck } from '../use-check';
import { householdOn } from '../use-households';
import '../doorstep.scss';

definePageConfig({ navigationBarTitleText: '上门核查' });

const words = {
  title: { zh: '上门核查', en: 'At the door' },
  call: { zh: '联系电话', en: 'Phone' },
  result: { zh: '核查结果', en: 'Result' },
  temperature: { zh: '体温', en: 'Temperature' },
  symptoms: { zh: '症状', en: 'Symptoms' },
  none: { zh: '没有下列症状', en: 'None of these' },
  asTold: { zh: '是否按要求在家', en: 'At home as they were told?' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否，外出过', en: 'No, they had gone out' },
  files: {
    zh: '本人没有手机，同意由我代为打卡',
    en: 'They have no phone, and agree that I check in for them',
  },
  filesHelp: {
    zh: '计入本人今天的健康打卡，本人能看到是谁代填的。今天自己打过卡的不再代填。',
    en: 'It counts as their check-in of today and says who filed it; not where they have checked in themselves.',
  },
  note: { zh: '备注', en: 'Note' },
  send: { zh: '提交', en: 'Record' },
  edit: { zh: '修改住户信息', en: 'Correct the household' },
  unknown: {
    zh: '这一户不在本机的名单里，请返回刷新。',
    en: 'This household is not on this phone’s list: go back and refresh.',
  },
  done: { zh: '已登记', en: 'Recorded' },
  filed: { zh: '已计入本人今天的打卡。', en: 'Filed as their check-in of today.' },
  notFiled: {
    zh: '已作为核查记录保存，没有计入打卡（今天已打过卡，或还没有健康码）。',
    en: 'Kept as a check and not filed: they have checked in today, or have no code.',
  },
  kept: { zh: '已作为核查记录保存。', en: 'Kept as a check.' },
  abnormal: {
    zh: '体温或症状异常：请本人留在家中，联系就近发热门诊，并告知市县指挥部。',
    en: 'Temperature or symptoms are abnormal: ask them to stay in, call the nearest fever clinic and tell the command.',
  },
  next: { zh: '登记这一户的下一位', en: 'Next person here' },
  back: { zh: '返回名单', en: 'Back to the list' },
};

export default function CheckPage() {
  const { placeId, id } = useRouter().params as { placeId: PlaceId; id: HouseholdId };
  const household = householdOn(placeId, id);
  if (household === undefined)
    return (
      <Page title={words.title}>
        <Notice kind="warn" words={words.unknown} />
      </Page>
    );
  return <Check placeId={placeId} household={household} />;
}

type Household = NonNullable<ReturnType<typeof householdOn>>;

function Check({ placeId, household }: { placeId: PlaceId; household: Household }) {
  const say = useSay();
  const check = useCheck(placeId, household.id);
  const { form, done, busy, failure } = check;
  if (done !== undefined) return <Checked done={done} onNext={check.again} />;
  const result = form.methods.watch('result');
  const { address, contact, phone } = household;
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button id="send" label={words.send} busy={busy} onTap={check.send} />
        </>
      }
    >
      <Heading>{address.detail}</Heading>
      {contact !== undefined && <Text className="doorstep-lead">{contact}</Text>}
      {phone !== undefined && (
        <Rows>
          <Row id="dial" label={words.call} value={phone} onTap={() => dial(phone)} />
        </Rows>
      )}
      <ChoiceField
        form={form}
        name="result"
        label={words.result}
        options={optionsOf(doorResultLabels)}
      />
      {result === 'met' && <MetFields check={check} placeId={placeId} />}
      <TextField form={form} name="note" label={words.note} lines optional maxLength={200} />
      <Link
        id="edit"
        label={say(words.edit)}
        onTap={() =>
          void Taro.navigateTo({
            url: `/doorstep/pages/household?placeId=${placeId}&id=${household.id}`,
          })
        }
      />
    </Page>
  );
}

function MetFields({ check, placeId }: { check: ReturnType<typeof useCheck>; placeId: PlaceId }) {
  const { form, fresh } = check;
  const { temperature, symptoms } = form.methods.watch() as {
    temperature?: number;
    symptoms?: readonly string[];
  };
  const { feverFrom } = ruleSetOn(numberOf(dayOf(nowInstant())));
  const isFeverUntold =
    temperature !== undefined && temperature >= feverFrom && symptoms?.includes('fever') !== true;
  return (
    <>
      <BeforeField form={form} placeId={placeId} fresh={fresh} />
      <TemperatureField
        form={form}
        name="temperature"
        label={words.temperature}
        help={
          isFeverUntold
            ? {
                zh: `${feverFrom} ℃ 以上，是否勾选发热？`,
                en: `${feverFrom} °C or more: should fever be ticked?`,
              }
            : undefined
        }
      />
      <ChoicesField
        form={form}
        name="symptoms"
        label={words.symptoms}
        options={optionsOf(symptomLabels)}
        noneLabel={words.none}
        twoColumns
      />
      <ChoiceField
        form={form}
        name="asTold"
        label={words.asTold}
        options={[
          { code: 'yes', label: words.yes },
          { code: 'no', label: words.no },
        ]}
      />
      <TickField form={form} name="filesCheckIn" label={words.files} help={words.filesHelp} />
    </>
  );
}

type Done = NonNullable<ReturnType<typeof useCheck>['done']>;

function Checked({ done: { asked, answer }, onNext }: { done: Done; onNext: () => void }) {
  const match = answer?.match;
  const kept = asked ? words.notFiled : words.kept;
  return (
    <DonePage
      title={words.title}
      done={answer ? words.done : waits.done}
      help={answer ? (answer.filed ? words.filed : kept) : waits.help}
      foot={
        <>
          <Button id="back" label={words.back} onTap={goBack} />
          <Button id="next" kind="secondary" label={words.next} onTap={onNext} />
        </>
      }
    >
      {answer?.isAbnormal === true && <Notice kind="warn" words={words.abnormal} />}
      {match !== undefined && match !== 'found' && <Notice words={matchLabels[match]} />}
    </DonePage>
  );
}
