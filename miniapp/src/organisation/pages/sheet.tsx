import type { PlaceId } from '@yimatong/shared/core/id';
import {
  type Imported,
  outcomeLabels,
  type RowShown,
  sheetContract,
} from '@yimatong/shared/organisation/contract';
import { Page } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Card, Notice } from '../../core/ui/show';
import { useFile } from '../../core/use-file';
import { type Step, useImport } from '../use-import';
import { toPage, useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '导入表格' });

const words = {
  title: { zh: '导入表格', en: 'Import a spreadsheet' },
  how: { zh: '怎样准备表格', en: 'How to prepare the sheet' },
  columns: {
    zh: '列名写在第一行或标题下面：姓名，手机或身份证号（至少一项），需要时加上证件类型、部门。',
    en: 'Name the columns in the first row or below a title: 姓名, 手机 or 身份证号 (one at least), and 证件类型, 部门 where needed.',
  },
  text: {
    zh: '身份证号一列请设为“文本”格式，否则表格软件会改掉后几位。模板里已经设好。',
    en: 'Make the column of document numbers text, or the program changes their last digits. The template has it set.',
  },
  limits: {
    zh: '.xlsx 或 .csv，最多 1000 人、2 MB。重复导入不会重复登记。',
    en: '.xlsx or .csv, up to 1,000 people and 2 MB. Importing again files nobody twice.',
  },
  template: { zh: '下载模板', en: 'Get the template' },
  choose: { zh: '选择表格', en: 'Choose the sheet' },
  another: { zh: '再导入一张', en: 'Import another' },
  again: { zh: '继续', en: 'Go on' },
  sending: { zh: '正在上传', en: 'Sending' },
  filing: { zh: '正在逐行登记', en: 'Filing row by row' },
  done: { zh: '导入完成', en: 'Imported' },
  save: { zh: '保存未导入的行（.xlsx）', en: 'Save the rejected rows (.xlsx)' },
  saveWhy: {
    zh: '文件里写明了每行的原因，改好后可以直接再导入。请在两天内保存。',
    en: 'It says what is wrong in each row. Correct it there and import it again. Save it within two days.',
  },
  problems: { zh: '需要改正的行', en: 'Rows to correct' },
  people: { zh: '查看名单', en: 'See the list' },
  none: { zh: '表格里没有人员', en: 'There is nobody in the sheet' },
};

export default function SheetPage() {
  const { id } = useWay();
  const { step, failure, isStopped, choose, again } = useImport(id);
  const isBusy = (step.at === 'sending' || step.at === 'filing') && !isStopped;
  return (
    <Page
      title={words.title}
      className="organisation-wide"
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          {isStopped && <Button id="again" label={words.again} onTap={again} />}
          <Button
            id="choose"
            kind={step.at === 'done' || isStopped ? 'secondary' : 'primary'}
            label={step.at === 'done' ? words.another : words.choose}
            busy={isBusy}
            onTap={() => void choose()}
          />
        </>
      }
    >
      {step.at === 'start' && <HowTo id={id} />}
      {(step.at === 'sending' || step.at === 'filing') && <Progress step={step} />}
      {step.at === 'done' && <Outcome id={id} imported={step.imported} />}
    </Page>
  );
}

function HowTo({ id }: { id: PlaceId }) {
  const say = useSay();
  const { open, busy, failure } = useFile();
  return (
    <Card title={words.how}>
      {[words.columns, words.text, words.limits].map((line) => (
        <Text key={line.en} className="organisation-words">
          {say(line)}
        </Text>
      ))}
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="template"
        kind="secondary"
        label={words.template}
        busy={busy}
        onTap={() => void open(sheetContract.template, { params: { organisationId: id } })}
      />
    </Card>
  );
}

function Progress({ step }: { step: Extract<Step, { at: 'sending' | 'filing' }> }) {
  const say = useSay();
  const percent =
    step.at === 'sending'
      ? step.percent
      : step.of === undefined
        ? 0
        : Math.floor((100 * step.done) / Math.max(1, step.of));
  return (
    <Card>
      <Live>
        <Text className="organisation-name">
          {say(step.at === 'sending' ? words.sending : words.filing)}
        </Text>
        <Text className="organisation-note">
          {step.name} {percent}%
        </Text>
      </Live>
      <View className="organisation-progress" aria-hidden>
        <View className="organisation-progress__done" style={{ width: `${percent}%` }} />
      </View>
    </Card>
  );
}

function Outcome({ id, imported }: { id: PlaceId; imported: Imported }) {
  const say = useSay();
  const { open, busy, failure } = useFile();
  const { counts, rows, total } = imported;
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  const query = { importId: imported.id };
  return (
    <>
      <Card>
        <Live id="imported">
          <Heading small>{say(total === 0 ? words.none : words.done)}</Heading>
        </Live>
        <View className="organisation-figures">
          {(['added', 'corrected', 'already', 'rejected'] as const).map((outcome) => (
            <View key={outcome} className="organisation-figures__one">
              <Text id={`count-${outcome}`} className="organisation-figures__count">
                {counts[outcome]}
              </Text>
              <Text className="organisation-note">{say(outcomeLabels[outcome])}</Text>
            </View>
          ))}
        </View>
        {rejected.length > 0 && (
          <>
            <Text className="organisation-words">{say(words.saveWhy)}</Text>
            {failure !== undefined && <Notice kind="error" words={failure.says} />}
            <Button
              id="save-rejected"
              label={words.save}
              busy={busy}
              onTap={() =>
                void open(sheetContract.rejected, { params: { organisationId: id }, query })
              }
            />
          </>
        )}
        <Button
          id="see-people"
          kind="secondary"
          label={words.people}
          onTap={() => toPage('people', id)}
        />
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

/** The file has all of them. */
const MOST_ROWS_SHOWN = 100;

const columnWords: Record<RowShown['reasons'][number]['column'], Words> = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '手机', en: 'Phone' },
  documentType: { zh: '证件类型', en: 'Kind of document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  department: { zh: '部门', en: 'Department' },
};

function Rejected({ row: { row, reasons } }: { row: RowShown }) {
  const say = useSay();
  return (
    <View className="organisation-row">
      <Text className="organisation-row__what">
        {say({ zh: `第 ${row} 行`, en: `Row ${row}` })}
      </Text>
      {reasons.map(({ column, says }) => (
        <Text key={column} className="organisation-row__why">
          {say(columnWords[column])}：{say(says)}
        </Text>
      ))}
    </View>
  );
}
