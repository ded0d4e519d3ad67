import type { Answer } from '@yimatong/shared/core/contract';
import type { PlaceId } from '@yimatong/shared/core/id';
import { registeredOf } from '@yimatong/shared/organisation/clearance';
import { organisationContract, sheetContract } from '@yimatong/shared/organisation/contract';
import { Page, toast } from '../../core/page';
import { type Words, useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Card, Notice, Row, Rows } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { useSubmit } from '../../core/use-submit';
import { momentIn } from '../../core/when';
import { Coverage, Legend } from '../coverage';
import { useFile } from '../../core/use-file';
import { toPage, useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '单位情况', enablePullDownRefresh: true });

const words = {
  title: { zh: '单位情况', en: 'Organisation' },
  mayResume: {
    zh: '名单上的人全部是绿码：符合复工（复学）条件。',
    en: 'Everybody on the list is green: the organisation may resume.',
  },
  mayNot: { zh: '还不符合复工（复学）条件：', en: 'The organisation may not resume yet:' },
  mine: { zh: '我负责的部门', en: 'My departments' },
  departments: { zh: '部门', en: 'Departments' },
  people: { zh: '人员名单', en: 'People' },
  peopleNote: {
    zh: '谁可以到岗、到校；按姓名、部门、颜色查找',
    en: 'Who may come in; find by name, department, colour',
  },
  add: { zh: '添加一人', en: 'Add one person' },
  sheet: { zh: '导入表格', en: 'Import a spreadsheet' },
  sheetNote: {
    zh: 'Excel、WPS 的 .xlsx 或 .csv，一次最多 1000 人',
    en: '.xlsx or .csv, up to 1,000 people at a time',
  },
  parts: { zh: '部门设置', en: 'Set up departments' },
  reports: { zh: '每日报表', en: 'Daily reports' },
  reportsNote: {
    zh: '每天 22:00 分部门、08:00 汇总',
    en: 'At 22:00 by department, at 08:00 in total',
  },
  file: { zh: '导出人员表（.xlsx）', en: 'Export the list (.xlsx)' },
  takeBack: { zh: '撤回移交', en: 'Take the offer back' },
  takenBack: { zh: '已撤回', en: 'Taken back' },
};

type Overview = Answer<typeof organisationContract.overview>;

/** A figure on a wall is looked at for long: it is counted anew each minute. */
const EVERY_MS = 60_000;

export default function OverviewPage() {
  const { id } = useWay();
  const params = { organisationId: id };
  const { state, reload } = useRoute(
    organisationContract.overview,
    { params },
    { everyMs: EVERY_MS },
  );
  const title = state.status === 'ready' ? state.value.name : words.title;
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()} className="organisation-wide">
      {(overview) => (
        <>
          <Clearance overview={overview} />
          <Card>
            <Coverage figures={overview.figures} />
            <Legend figures={overview.figures} onTap={(show) => toPage('people', id, { show })} />
          </Card>
          <Offered overview={overview} />
          <View className="organisation-columns">
            <Ways id={id} isOrganiser={overview.scope === 'organisation'} />
            <Departments id={id} overview={overview} />
          </View>
          <PeopleFile id={id} />
        </>
      )}
    </Page>
  );
}

function Clearance({ overview: { clearance, scope } }: { overview: Overview }) {
  const say = useSay();
  if (scope === 'departments') return null;
  if (clearance.mayResume) return <Notice words={words.mayResume} />;
  return (
    <Notice kind="warn" words={words.mayNot}>
      {clearance.missing.map((one) => (
        <Text key={one.en} className="ui-row__note">
          · {say(one)}
        </Text>
      ))}
    </Notice>
  );
}

const Ways = ({ id, isOrganiser }: { id: PlaceId; isOrganiser: boolean }) => (
  <Rows>
    <Row
      id="people"
      label={words.people}
      note={words.peopleNote}
      onTap={() => toPage('people', id)}
    />
    {isOrganiser && <Row id="add" label={words.add} onTap={() => toPage('add', id)} />}
    {isOrganiser && (
      <Row
        id="sheet"
        label={words.sheet}
        note={words.sheetNote}
        onTap={() => toPage('sheet', id)}
      />
    )}
    {isOrganiser && (
      <Row id="departments" label={words.parts} onTap={() => toPage('departments', id)} />
    )}
    <Row
      id="reports"
      label={words.reports}
      note={words.reportsNote}
      onTap={() => toPage('reports', id)}
    />
  </Rows>
);

function Departments({ id, overview }: { id: PlaceId; overview: Overview }) {
  if (overview.departments.length === 0) return null;
  return (
    <Card title={overview.scope === 'departments' ? words.mine : words.departments}>
      {overview.departments.map((department) => (
        <Row
          key={department.id ?? ''}
          id={`department-${department.id ?? 'none'}`}
          label={nameOf(department)}
          note={noteOf(department)}
          value={`${registeredOf(department.figures)} / ${department.figures.people}`}
          onTap={() =>
            toPage('people', id, department.id === undefined ? {} : { department: department.id })
          }
        />
      ))}
    </Card>
  );
}

/** Who is in no department has a name in both languages; a department has its own. */
const nameOf = ({ id, name }: Overview['departments'][number]): Words =>
  id === undefined ? { zh: name, en: 'No department' } : name;

function noteOf({ responsible, figures }: Overview['departments'][number]): Words {
  const { green, yellow, red } = figures;
  const who = responsible?.name;
  return {
    zh: `绿 ${green} · 黄 ${yellow} · 红 ${red}${who === undefined ? '' : ` · 负责人 ${who}`}`,
    en: `green ${green} · yellow ${yellow} · red ${red}${who === undefined ? '' : ` · ${who} answers for it`}`,
  };
}

/** The duty is offered to somebody who has not answered yet. */
function Offered({ overview: { id, handover } }: { overview: Overview }) {
  const say = useSay();
  const taking = useSubmit(organisationContract.offerDuty, {
    changes: [organisationContract.overview],
    done: () => toast(say(words.takenBack)),
  });
  if (handover === undefined) return null;
  const { name, at } = handover;
  const offered = {
    zh: `已请 ${name} 接任申报人（${momentIn(at).zh}）。对方在“我的单位”里同意后，您就不再是申报人。`,
    en: `${name} was asked to take over (${momentIn(at).en}). Once they agree under My organisations, you are the organiser no more.`,
  };
  const params = { organisationId: id };
  return (
    <Card>
      <Text className="organisation-words">{say(offered)}</Text>
      {taking.failure !== undefined && <Notice kind="error" words={taking.failure.says} />}
      <Button
        id="take-back"
        kind="secondary"
        label={words.takeBack}
        busy={taking.busy}
        onTap={() => void taking.submit({ params, body: { memberId: null } })}
      />
    </Card>
  );
}

function PeopleFile({ id }: { id: PlaceId }) {
  const { open, busy, failure } = useFile();
  return (
    <>
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="people-file"
        kind="secondary"
        label={words.file}
        busy={busy}
        onTap={() => void open(sheetContract.peopleFile, { params: { organisationId: id } })}
      />
    </>
  );
}
