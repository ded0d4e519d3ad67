import { useEffect, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { matchLabels } from '@yimatong/shared/code/whom';
import { addDays, dayOf, numberOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import {
  caseTypeLabels,
  observationContract,
  Opening,
} from '@yimatong/shared/observation/contract';
import { AddressFields } from '../../code/whom/address-fields';
import { ageOf, BeforeMe, nameOf, scanOf, whomOf } from '../../code/whom/before';
import { BeforeField } from '../../code/whom/before-field';
import { nowInstant } from '../../core/clock';
import { ChoiceField, DateField, Restored, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { newId } from '../../core/id';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Sheet } from '../../core/ui/sheet';
import { Text } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { type Recorded, useRecording } from '../../core/use-outbox';
import { dateIn } from '../../core/when';
import { DonePage, waits } from '../done-page';
import '../observation.scss';

definePageConfig({ navigationBarTitleText: '登记医学观察' });

const words = {
  title: { zh: '登记医学观察', en: 'Put somebody under observation' },
  means: {
    zh: '提交后，从开始之日起此人的健康码为红码（隔离人员），不论病例类型。解除须两人办理，并满 14 天打卡正常。是否确诊病例由指挥部名单认定。',
    en: 'From the first day on their code is red (under isolation), whatever the case type, until two people record the release and 14 days were normal. Who is a confirmed case, the command’s list says.',
  },
  age: { zh: '年龄', en: 'Age' },
  caseNumber: { zh: '病例编号', en: 'Case number' },
  caseType: { zh: '病例类型', en: 'Case type' },
  onset: { zh: '发病日期', en: 'Onset' },
  addressHelp: {
    zh: '观察期间住在哪里。只记在这次观察里，不改本人的登记。',
    en: 'Where they stay meanwhile: kept with this observation, not written over their details.',
  },
  start: { zh: '开始日期', en: 'First day' },
  days: { zh: '观察天数', en: 'Days' },
  send: { zh: '登记观察，转为红码', en: 'Put under observation: red code' },
  sure: { zh: '确认登记', en: 'Yes, record it' },
  them: { zh: '此人', en: 'This person' },
  done: { zh: '已登记医学观察', en: 'Under observation' },
};

const whole = (schema: z.ZodMiniType<number, number>) =>
  z.pipe(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((typed) => Number(typed)),
    ),
    schema,
  );
const { id, placeId, whom: _, age, days, ...asked } = Opening.shape;
const BeginForm = z.object({
  before: BeforeMe,
  id,
  placeId,
  ...asked,
  age: whole(age),
  days: whole(days),
});

type Beginning = z.output<typeof BeginForm>;

export default function BeginPage() {
  const at = useRouter().params['placeId'] as PlaceId;
  const today = dayOf(nowInstant());
  const fresh = () => ({
    id: newId<'obse'>('obse'),
    placeId: at,
    startOn: today,
    days: ruleSetOn(numberOf(today)).observation.days,
  });
  const [known] = useState(fresh);
  const form = useFormOf(BeginForm, { known, draft: `observation.${at}` });
  const [asked, setAsked] = useState<Beginning>();
  const [done, setDone] = useState<Recorded<typeof observationContract.open>>();
  const { record, busy, failure } = useRecording(observationContract.open, {
    page: '/observation/pages/begin',
    what: words.title,
    changes: [observationContract.due, observationContract.figures],
    refused: form.refuse,
  });
  const { methods } = form;
  const before = methods.watch('before');
  const knownAge = before && ageOf(before, today);
  useEffect(() => {
    if (knownAge === undefined) return;
    methods.setValue('age', knownAge);
    methods.clearErrors('age');
  }, [knownAge, methods]);
  if (done !== undefined)
    return (
      <DonePage
        title={words.title}
        done={done.answer ? words.done : waits.done}
        help={done.answer ? matchLabels[done.answer.match] : waits.help}
      />
    );
  const send = async ({ before: whom, ...body }: Beginning) => {
    setAsked(undefined);
    const recorded = await record({ ...body, whom: whomOf(whom) } as { id: string }, scanOf(whom));
    if (recorded === undefined) return;
    form.forget();
    setDone(recorded);
  };
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button id="send" label={words.send} busy={busy} onTap={() => form.send(setAsked)} />
        </>
      }
    >
      <OutboxCard page="/observation/pages/begin" onOpen={({ body }) => methods.reset(body)} />
      <Notice kind="warn" words={words.means} />
      <Restored of={form} />
      <BeforeField form={form} placeId={at} fresh={fresh} />
      {knownAge === undefined && (
        <TextField form={form} name="age" label={words.age} kind="number" maxLength={3} />
      )}
      <TextField form={form} name="caseNumber" label={words.caseNumber} maxLength={40} />
      <ChoiceField
        form={form}
        name="caseType"
        label={words.caseType}
        options={optionsOf(caseTypeLabels)}
      />
      <DateField form={form} name="onsetOn" label={words.onset} until={today} optional />
      <AddressFields form={form} help={words.addressHelp} />
      <DateField
        form={form}
        name="startOn"
        label={words.start}
        from={addDays(today, -30)}
        until={today}
      />
      <TextField form={form} name="days" label={words.days} kind="number" maxLength={2} />
      {asked && (
        <Sure asked={asked} onYes={() => void send(asked)} onClose={() => setAsked(undefined)} />
      )}
    </Page>
  );
}

/** Says once more whose code turns, before it does. */
function Sure(props: { asked: Beginning; onYes: () => void; onClose: () => void }) {
  const say = useSay();
  const { before, startOn } = props.asked;
  const name = nameOf(before) ?? say(words.them);
  const from = dateIn(startOn);
  return (
    <Sheet
      title={{ zh: `${name} 将转为红码（1 人）`, en: `${name} turns red (1 person)` }}
      onClose={props.onClose}
    >
      <Text className="observation-lead">
        {say({
          zh: `从 ${from.zh} 起为隔离人员；解除须两人办理。`,
          en: `Under isolation from ${from.en}; two people record the release.`,
        })}
      </Text>
      <Button id="send-sure" label={words.sure} onTap={props.onYes} />
    </Sheet>
  );
}
