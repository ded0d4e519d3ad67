import { organisationContract, type Overview } from '@yimatong/shared/organisation/contract';
import { goBack } from '../../core/go';
import { Page, toast } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { Tap, Text, View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { useRoute } from '../../core/use-route';
import { useDepartments } from '../use-departments';
import { useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '部门设置' });

const words = {
  title: { zh: '部门设置', en: 'Departments' },
  why: {
    zh: '部门负责人在人员名单里选：打开一位已加入的人，选“设为部门负责人”。负责人只能看到自己部门的名单和报表。',
    en: 'Choose who is responsible from the list: open somebody who joined. They see the list and reports of their own department only.',
  },
  none: { zh: '还没有部门', en: 'No departments yet' },
  help: {
    zh: '导入表格时，表里的部门会自动添加。',
    en: 'Departments named in a sheet are added by themselves.',
  },
  name: { zh: '部门名称', en: 'Name' },
  drop: { zh: '删除', en: 'Delete' },
  add: { zh: '添加部门', en: 'Add a department' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
};

export default function DepartmentsPage() {
  const { id } = useWay();
  const { state, reload } = useRoute(organisationContract.overview, {
    params: { organisationId: id },
  });
  return state.status === 'ready' ? (
    <Departments overview={state.value} />
  ) : (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {() => null}
    </Page>
  );
}

function Departments({ overview }: { overview: Overview }) {
  const say = useSay();
  const { list, mistakeOf, add, rename, drop, save, busy, failure } = useDepartments(
    overview,
    () => {
      toast(say(words.saved));
      goBack();
    },
  );
  const nameOf = (id: string) => overview.departments.find((one) => one.id === id)?.responsible;
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          <Button id="save-departments" label={words.save} busy={busy} onTap={save} />
        </>
      }
    >
      <Text className="organisation-words">{say(words.why)}</Text>
      {list.length === 0 && <EmptyState title={words.none} help={words.help} />}
      {list.map((department, at) => (
        <View key={department.id} className="organisation-department">
          <TextInput
            id={`department-${at}`}
            label={words.name}
            help={helpOf(nameOf(department.id)?.name)}
            value={department.name}
            maxLength={40}
            mistake={mistakeOf(department)}
            onChange={(name) => rename(department.id, name)}
          />
          <Tap
            id={`drop-${at}`}
            className="ui-link organisation-drop"
            label={`${say(words.drop)} ${department.name}`}
            onTap={() => drop(department.id)}
          >
            {say(words.drop)}
          </Tap>
        </View>
      ))}
      <Button id="add-department" kind="secondary" label={words.add} onTap={add} />
    </Page>
  );
}

const helpOf = (name: string | undefined) =>
  name === undefined ? undefined : { zh: `负责人 ${name}`, en: `${name} is responsible` };
