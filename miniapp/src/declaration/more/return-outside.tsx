import { useEffect } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { addDays, type Day, numberOf } from '@yimatong/shared/core/day';
import { outsidePlaces } from '@yimatong/shared/core/province';
import { dayIn } from '@yimatong/shared/core/say';
import { conditionLabels, returnSymptomLabels } from '@yimatong/shared/core/symptom';
import { ReturnOutside, transportLabels } from '@yimatong/shared/declaration/returns';
import { ChoiceField, ChoicesField, DateField, ListField, TextField } from '../../core/fields';
import type { FormOf } from '../../core/form';
import { type Words, useSay } from '../../core/say';
import { optionsOf } from '../../core/ui/choices';
import { Heading } from '../../core/ui/native';
import { CancelPlan } from '../cancel-plan';
import { FormPage } from '../form-page';
import { ExposuresField } from '../health-fields';
import { ResidenceFields } from '../residence-fields';
import { Correcting, ReturnPage } from '../return-page';
import { type ReturnGiven, filledIn } from '../use-return';
import { useDeclarationForm } from '../use-declaration-form';

definePageConfig({ navigationBarTitleText: '省外返琼申报' });

const title = { zh: '省外返琼申报', en: 'Return from outside' };
const done = { zh: '申报成功', en: 'Declared' };
const submit = { zh: '提交申报', en: 'Declare' };

export default function ReturnOutsidePage() {
  return (
    <ReturnPage kind="return-outside" title={title} done={done}>
      {(given) => <ReturnOutsideForm {...given} />}
    </ReturnPage>
  );
}

/** The code changes on the day of arrival, not now: said in the receipt, so that nobody is surprised at the port. */
function comingNote(arrival: Day): Words {
  const { zh, en } = dayIn(arrival);
  const { clauses, outside } = ruleSetOn(numberOf(arrival));
  const { colour, clearsAfterDays: days } = clauses[outside];
  const turns = colourLabels[colour];
  return {
    zh: `从返琼当天（${zh}）起，您按省外来琼人员管理，健康码转为${turns.zh}，连续 ${days} 天正常打卡后转绿。到达后请居家、少外出，每天打卡。行程有变，请重新申报。`,
    en: `From the day of your return (${en}) you count as coming from outside: the code turns ${turns.en.toLowerCase()}, and green again after ${days} normal days in a row. Stay at home then and check in daily. If your plans change, declare again.`,
  };
}

type Form = FormOf<typeof ReturnOutside>;

function ReturnOutsideForm(given: ReturnGiven<'return-outside'>) {
  const { personId, earlier, plannedOn, onSent } = given;
  const declaration = useDeclarationForm(ReturnOutside, {
    kind: 'return-outside',
    personId,
    known: () => filledIn(given),
    onSent: (sent) => onSent(sent, comingNote(form.methods.getValues('returnOn'))),
  });
  const { form } = declaration;
  useDatesTogether(form);
  return (
    <FormPage
      title={title}
      id="declare"
      label={submit}
      of={declaration}
      lead={
        <>
          {plannedOn !== undefined && <CancelPlan personId={personId} day={plannedOn} />}
          {earlier && <Correcting />}
        </>
      }
    >
      <Journey form={form} />
      <HealthBefore form={form} />
      <AfterReturn form={form} />
    </FormPage>
  );
}

/** A date that was right is looked at again when the return moves. */
function useDatesTogether({ methods }: Form): void {
  const returnOn = methods.watch('returnOn');
  useEffect(() => {
    const others = (['leftOn', 'isolationFrom'] as const).filter(
      (name) => methods.getValues(name) !== undefined,
    );
    if (others.length > 0) void methods.trigger(others);
  }, [returnOn, methods]);
}

const Section = ({ title: words }: { title: Words }) => {
  const say = useSay();
  return <Heading>{say(words)}</Heading>;
};

const journey = { zh: '行程', en: 'The journey' };
const returnOn = { zh: '计划返琼日期', en: 'When will you return?' };
const mode = { zh: '交通方式', en: 'How will you travel?' };
const number = { zh: '航班号、车次、船次或车牌', en: 'Flight, train, ship or plate number' };
const numberHelp = {
  zh: '乘飞机、火车的必填，例如 HU7182、Z201',
  en: 'Needed for planes and trains, for example HU7182 or Z201',
};
const province = { zh: '从哪里返琼', en: 'Where do you return from?' };
const place = { zh: '所在市县', en: 'City or county there' };
const placeHelp = {
  zh: '例如武汉市江汉区；境外请填国家和城市',
  en: 'For example Jianghan, Wuhan; from abroad, country and city',
};
const leftOn = { zh: '离琼日期', en: 'When did you leave the island?' };
const leftOnHelp = { zh: '第一次来海南的不用填', en: 'Leave it empty on your first visit' };
/** How far ahead the calendar offers days; the contract decides. */
const OFFERED_DAYS = 60;

function Journey({ form }: { form: Form }) {
  const day = form.methods.watch('day');
  const isNumbered = ['plane', 'train'].includes(form.methods.watch('transport.mode'));
  return (
    <>
      <Section title={journey} />
      <DateField
        form={form}
        name="returnOn"
        label={returnOn}
        from={day}
        until={addDays(day, OFFERED_DAYS)}
      />
      <ChoiceField
        form={form}
        name="transport.mode"
        label={mode}
        options={optionsOf(transportLabels)}
      />
      <TextField
        form={form}
        name="transport.number"
        label={number}
        help={numberHelp}
        optional={!isNumbered}
        maxLength={20}
      />
      <ListField
        form={form}
        name="from.province"
        label={province}
        groups={[{ items: outsidePlaces }]}
      />
      <TextField
        form={form}
        name="from.place"
        label={place}
        help={placeHelp}
        optional
        maxLength={60}
      />
      <DateField form={form} name="leftOn" label={leftOn} help={leftOnHelp} until={day} optional />
    </>
  );
}

const before = { zh: '返琼前的健康状况', en: 'Your health before the return' };
const condition = { zh: '现在身体怎么样', en: 'How do you feel now?' };
const symptoms = {
  zh: '14天内有过下列症状吗？（可多选）',
  en: 'Any of these symptoms in the last 14 days? Choose all that apply.',
};
const noSymptoms = { zh: '没有下列症状', en: 'None of these' };

const HealthBefore = ({ form }: { form: Form }) => (
  <>
    <Section title={before} />
    <ChoiceField
      form={form}
      name="condition"
      label={condition}
      options={optionsOf(conditionLabels)}
    />
    <ChoicesField
      form={form}
      name="symptoms"
      label={symptoms}
      options={optionsOf(returnSymptomLabels)}
      noneLabel={noSymptoms}
      twoColumns
    />
    <ExposuresField form={form} />
  </>
);

const afterwards = { zh: '返琼以后', en: 'After the return' };
const residence = { zh: '返琼后住在哪里', en: 'Where you will live' };
const isolationFrom = { zh: '居家隔离开始日期', en: 'Home isolation from' };
const isolationHelp = { zh: '还没有安排的可以不填', en: 'Leave it empty if nothing is arranged' };
const measures = { zh: '身体状况及采取的措施', en: 'Your condition and measures taken' };
const measuresHelp = {
  zh: '例如单独居住、每天测体温、已就诊',
  en: 'For example: living alone, taking the temperature daily, saw a doctor',
};

function AfterReturn({ form }: { form: Form }) {
  const arrival = form.methods.watch('returnOn');
  return (
    <>
      <Section title={afterwards} />
      <ResidenceFields form={form} label={residence} />
      <DateField
        form={form}
        name="isolationFrom"
        label={isolationFrom}
        help={isolationHelp}
        {...(arrival && { from: arrival })}
        optional
      />
      <TextField
        form={form}
        name="measures"
        label={measures}
        help={measuresHelp}
        lines
        optional
        maxLength={500}
      />
    </>
  );
}
