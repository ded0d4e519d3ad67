import * as z from 'zod/mini';
import { Day, dayOf } from '@yimatong/shared/core/day';
import { batchContract, outcomeLabels, type ResultsImported } from '@yimatong/shared/sample/batch';
import { Laboratory } from '@yimatong/shared/sample/laboratory';
import type { Column } from '@yimatong/shared/sample/row';
import { nowInstant } from '../../core/clock';
import { DateField, TextField } from '../../core/fields';
import { type FormOf, useFormOf } from '../../core/form';
import { Page } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Card, Notice } from '../../core/ui/show';
import { useFile } from '../../core/use-file';
import { lastLaboratory, testedOn } from '../tested';
import { type Step, useBatch } from '../use-batch';
import '../sample.scss';

definePageConfig({ navigationBarTitleText: '整批导入结果' });

const words = {
  title: { zh: '整批导入结果', en: 'Import results' },
  how: { zh: '怎样准备表格', en: 'How to prepare the sheet' },
  columns: {
    zh: '列名写在第一行或标题下面：采样管编号、检测结果（阴性、阳性、无效）；需要时加上检测时间、检测机构。',
    en: 'Name the columns in the first row or below a title: 采样管编号 and 检测结果 (阴性, 阳性, 无效), and 检测时间, 检测机构 where needed.',
  },
  limits: {
    zh: '.xlsx 或 .csv，最多 1000 行、2 MB。重复导入不会重复登记；阳性须由另一位工作人员确认后才生效。',
    en: '.xlsx or .csv, up to 1,000 rows and 2 MB. Importing again records nothing twice. Positive results wait for a second person.',
  },
  template: { zh: '下载模板', en: 'Get the template' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  day: { zh: '检测日期', en: 'Tested on' },
  otherwise: {
    zh: '表里没有写的行，按这里填写的登记',
    en: 'For rows that do not say it themselves',
  },
  choose: { zh: '选择表格', en: 'Choose the sheet' },
  another: { zh: '再导入一张', en: 'Import another' },
  again: { zh: '继续', en: 'Go on' },
  sending: { zh: '正在上传', en: 'Sending' },
  recording: { zh: '正在逐行登记', en: 'Recording row by row' },
  done: { zh: '导入完成', en: 'Imported' },
  none: { zh: '表格里没有结果', en: 'There is no result in the sheet' },
  save: { zh: '保存未导入的行（.xlsx）', en: 'Save the rejected rows (.xlsx)' },
  saveWhy: {
    zh: '文件里写明了每行的原因，改好后可以直接再导入。请在两天内保存。',
    en: 'It says what is wrong in each row. Correct it there and import it again. Save it within two days.',
  },
  problems: { zh: '需要核对的行', en: 'Rows to check' },
};

const Said = z.strictObject({ laboratory: Laboratory, day: Day });

export default function BatchPage() {
  const today = dayOf(nowInstant());
  const form = useFormOf(Said, { known: { day: today, laboratory: lastLaboratory.get() ?? '' } });
  const { step, failure, isStopped, choose, again } = useBatch();
  const isBusy = (step.at === 'sending' || step.at === 'recording') && !isStopped;
  const send = ({ laboratory, day }: z.output<typeof Said>) => {
    lastLaboratory.set(laboratory);
    return choose({ laboratory, testedAt: testedOn(day) });
  };
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          {isStopped && <Button id="again" label={words.again} onTap={again} />}
          <Button
            id="choose"
            kind={step.at === 'done' || isStopped ? 'secondary' : 'primary'}
            label={step.at === 'done' ? words.another : words.choose}
            busy={isBusy}
            onTap={() => form.send(send)}
          />
        </>
      }
    >
      {(step.at === 'sending' || step.at === 'recording') && <Progress step={step} />}
      {step.at === 'done' && <Outcome imported={step.imported} />}
      {(step.at === 'start' || step.at === 'done') && <Otherwise form={form} />}
      {step.at === 'start' && <HowTo />}
    </Page>
  );
}

const Otherwise = ({ form }: { form: FormOf<typeof Said> }) => (
  <>
    <TextField
      form={form}
      name="laboratory"
      label={words.laboratory}
      help={words.otherwise}
      maxLength={60}
    />
    <DateField
      form={form}
      name="day"
      label={words.day}
      help={words.otherwise}
      until={dayOf(nowInstant())}
    />
  </>
);

function HowTo() {
  const say = useSay();
  const { open, busy, failure } = useFile();
  return (
    <Card title={words.how}>
      {[words.columns, words.limits].map((line) => (
        <Text key={line.en} className="sample-words">
          {say(line)}
        </Text>
      ))}
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="template"
        kind="secondary"
        label={words.template}
        busy={busy}
        onTap={() => void open(batchContract.template, {})}
      />
    </Card>
  );
}

function Progress({ step }: { step: Extract<Step, { at: 'sending' | 'recording' }> }) {
  const say = useSay();
  return (
    <Card>
      <Live>
        <Heading small>{say(words[step.at])}</Heading>
        <Text className="sample-note">
          {step.name} {step.percent}%
        </Text>
      </Live>
      <View className="sample-bar" aria-hidden>
        <View className="sample-bar__done" style={{ width: `${step.percent}%` }} />
      </View>
    </Card>
  );
}

/** The file has all of them. */
const MOST_ROWS_SHOWN = 100;

function Outcome({ imported }: { imported: ResultsImported }) {
  const say = useSay();
  const { open, busy, failure } = useFile();
  const { counts, rows, total } = imported;
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  return (
    <>
      <Card>
        <Live id="imported">
          <Heading small>{say(total === 0 ? words.none : titleOf(counts))}</Heading>
        </Live>
        <View className="sample-figures">
          {(['recorded', 'proposed', 'repeated', 'rejected'] as const).map((outcome) => (
            <View key={outcome} className="sample-figures__one">
              <Text id={`count-${outcome}`} className="sample-figures__count">
                {counts[outcome]}
              </Text>
              <Text className="sample-note">{say(outcomeLabels[outcome])}</Text>
            </View>
          ))}
        </View>
        {rejected.length > 0 && (
          <>
            <Text className="sample-words">{say(words.saveWhy)}</Text>
            {failure !== undefined && <Notice kind="error" words={failure.says} />}
            <Button
              id="save-rejected"
              label={words.save}
              busy={busy}
              onTap={() => void open(batchContract.rejected, { query: { importId: imported.id } })}
            />
          </>
        )}
      </Card>
      {rejected.length > 0 && (
        <Card title={words.problems}>
          {rejected.slice(0, MOST_ROWS_SHOWN).map((row) => (
            <Rejected key={row.row} row={row} />
          ))}
        </Card>
      )}
    </>
  );
}

/** Says where nothing came of it, which “imported” would not. */
function titleOf({ recorded, proposed, repeated, rejected }: ResultsImported['counts']): Words {
  if (recorded + proposed > 0) return words.done;
  const parts = [
    ...(repeated > 0
      ? [{ zh: `${repeated} 条之前已登记`, en: `${repeated} on record already` }]
      : []),
    ...(rejected > 0 ? [{ zh: `${rejected} 条要核对`, en: `${rejected} to check` }] : []),
  ];
  return {
    zh: `没有新登记的结果：${parts.map(({ zh }) => zh).join('，')}`,
    en: `Nothing new is recorded: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

const columnWords: Readonly<Record<Column, Words>> = {
  tubeNumber: { zh: '采样管编号', en: 'Tube number' },
  result: { zh: '检测结果', en: 'Result' },
  testedAt: { zh: '检测时间', en: 'Tested at' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
};

function Rejected({ row: { row, reasons } }: { row: ResultsImported['rows'][number] }) {
  const say = useSay();
  return (
    <View className="sample-line">
      <Text className="sample-line__number">{say({ zh: `第 ${row} 行`, en: `Row ${row}` })}</Text>
      {reasons.map(({ column, says }) => (
        <Text key={column} className="sample-note">
          {say(columnWords[column])}：{say(says)}
        </Text>
      ))}
    </View>
  );
}
