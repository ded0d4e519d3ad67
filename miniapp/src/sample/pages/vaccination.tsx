import { useState } from 'react';
import type * as z from 'zod/mini';
import { matchLabels } from '@yimatong/shared/code/whom';
import { dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import {
  FIRST_DAY,
  MOST_DOSES,
  platformLabels,
  vaccineOf,
  vaccines,
} from '@yimatong/shared/sample/vaccine';
import { BeforeField } from '../../code/whom/before-field';
import { nowInstant } from '../../core/clock';
import {
  ChoiceField,
  DateField,
  ListField,
  Restored,
  TextField,
  TickField,
} from '../../core/fields';
import { goBack } from '../../core/go';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Card, Done, Notice } from '../../core/ui/show';
import { momentIn } from '../../core/when';
import { type Given, type VaccinationDone, useVaccination } from '../use-vaccination';
import { useSite, VACCINATION_PAGE } from '../way';
import '../sample.scss';

definePageConfig({ navigationBarTitleText: '接种登记' });

const words = {
  title: { zh: '接种登记', en: 'Vaccination' },
  vaccine: { zh: '疫苗', en: 'Vaccine' },
  dose: { zh: '第几剂', en: 'Which dose' },
  on: { zh: '接种日期', en: 'Given on' },
  batch: { zh: '疫苗批号', en: 'Batch number' },
  batchHelp: { zh: '照包装盒上的批号填写', en: 'As printed on the box' },
  skips: {
    zh: '前面的剂次在别处接种过',
    en: 'The earlier dose was given elsewhere',
  },
  skipsHelp: {
    zh: '系统里没有前面剂次的记录，请看过接种凭证后再勾选',
    en: 'It is not on record here: look at the certificate before ticking this',
  },
  send: { zh: '提交登记', en: 'Record' },
  recorded: { zh: '接种已登记', en: 'The vaccination is recorded' },
  kept: { zh: '已保存在本机', en: 'Kept on this phone' },
  waits: {
    zh: '还没有提交到服务器。联网后自动提交，只登记一次。',
    en: 'Not sent yet. It is sent by itself once there is network, and recorded once.',
  },
  next: { zh: '登记下一位', en: 'The next person' },
  back: { zh: '返回', en: 'Back' },
};

const doses = Array.from({ length: MOST_DOSES }, (_, i) => ({
  code: String(i + 1),
  label: { zh: `第 ${i + 1} 剂`, en: `Dose ${i + 1}` },
}));
const platforms = Object.entries(platformLabels).map(([platform, name]) => ({
  name,
  items: vaccines
    .filter((one) => one.platform === platform)
    .map(({ code, short }) => ({ code, name: short })),
}));

export default function VaccinationPage() {
  const { placeId, name } = useSite();
  // The next person is another form, with a draft of its own.
  const [person, setPerson] = useState(1);
  return (
    <Vaccinate
      key={`${placeId} ${person}`}
      placeId={placeId}
      site={name}
      onNext={() => setPerson(person + 1)}
    />
  );
}

interface Props {
  placeId: PlaceId;
  site: string | undefined;
  onNext: () => void;
}

function Vaccinate({ placeId, site, onNext }: Props) {
  const say = useSay();
  const { form, fresh, isSkipping, send, open, busy, failure, done } = useVaccination(placeId);
  if (done) return <Receipt done={done} onNext={onNext} />;
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          <Button id="send" label={words.send} busy={busy} onTap={send} />
        </>
      }
    >
      {site !== undefined && <Text className="sample-words">{say(site)}</Text>}
      <OutboxCard page={VACCINATION_PAGE} onOpen={open} />
      <Restored of={form} />
      <BeforeField form={form} placeId={placeId} fresh={fresh} />
      <ListField form={form} name="vaccine" label={words.vaccine} groups={platforms} />
      <View className="sample-doses">
        <ChoiceField form={form} name="dose" label={words.dose} options={doses} />
      </View>
      {isSkipping && (
        <TickField form={form} name="skips" label={words.skips} help={words.skipsHelp} />
      )}
      <DateField
        form={form}
        name="on"
        label={words.on}
        from={FIRST_DAY}
        until={dayOf(nowInstant())}
      />
      <TextField
        form={form}
        name="batchNumber"
        label={words.batch}
        help={words.batchHelp}
        maxLength={24}
      />
    </Page>
  );
}

function Receipt({ done, onNext }: { done: VaccinationDone; onNext: () => void }) {
  const say = useSay();
  const { recorded, name, given } = done;
  const { answer } = recorded;
  return (
    <Page
      title={words.title}
      foot={
        <>
          <Button id="next" label={words.next} onTap={onNext} />
          <Button id="back" kind="secondary" label={words.back} onTap={goBack} />
        </>
      }
    >
      <Live id={answer ? 'recorded' : 'kept'} className="sample-receipt">
        {answer && <Done size="large" />}
        <Heading>{say(answer ? words.recorded : words.kept)}</Heading>
        <Text className="sample-tube">
          {[...(name === undefined ? [] : [name]), say(momentIn(recorded.at))].join(' · ')}
        </Text>
      </Live>
      {!answer && <Notice kind="warn" words={words.waits} />}
      <Card>
        <Text className="sample-words">{say(lineOf(given))}</Text>
        {answer && <Text className="sample-note">{say(matchLabels[answer.match])}</Text>}
      </Card>
    </Page>
  );
}

function lineOf({ vaccine, dose }: Pick<z.output<typeof Given>, 'vaccine' | 'dose'>) {
  const { zh, en } = vaccineOf(vaccine)?.name ?? { zh: vaccine, en: vaccine };
  return { zh: `${zh}，第 ${dose} 剂`, en: `${en}, dose ${dose}` };
}
