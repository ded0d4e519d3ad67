import { useState } from 'react';
import { coverageOf } from '@yimatong/shared/organisation/clearance';
import { type Show, showLabels } from '@yimatong/shared/organisation/contract';
import type { MemberShown } from '@yimatong/shared/organisation/member';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { ListPicker } from '../../core/ui/list-picker';
import { View } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { Content } from '../content';
import { Person } from '../person';
import { PersonSheet } from '../person-sheet';
import { type People, usePeople } from '../use-people';
import { useWay } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '人员名单', enablePullDownRefresh: true });

const words = {
  title: { zh: '人员名单', en: 'People' },
  show: { zh: '显示', en: 'Show' },
  department: { zh: '部门', en: 'Department' },
  all: { zh: '全部部门', en: 'All departments' },
  name: { zh: '按姓名查找', en: 'Find by name' },
  none: { zh: '没有符合条件的人', en: 'Nobody' },
  noneHelp: {
    zh: '换一个条件，或在单位情况里添加人员、导入表格。',
    en: 'Change the filters, or add people on the page of the organisation.',
  },
  more: { zh: '显示更多', en: 'Show more' },
};
const ALL = 'all';
const shows = Object.entries(showLabels).map(([code, name]) => ({ code, name }));

export default function PeoplePage() {
  const { id, ...first } = useWay();
  const people = usePeople(id, first);
  const [opened, setOpened] = useState<MemberShown>();
  const { state, more, loadingMore, reload } = people.pages;
  const last = state.status === 'ready' ? state.value.at(-1) : undefined;
  const title = last
    ? {
        zh: `人员名单 ${last.count} 人 · 覆盖率 ${coverageOf(last.figures)}%`,
        en: `${last.count} people · coverage ${coverageOf(last.figures)}%`,
      }
    : words.title;
  return (
    <Page title={title} className="organisation-wide">
      <Filters of={people} />
      <Content loaded={state} onRetry={() => void reload()}>
        {(pages) => {
          const members = pages.flatMap((page) => page.members);
          return (
            <>
              {members.length === 0 && <EmptyState title={words.none} help={words.noneHelp} />}
              {members.length > 0 && (
                <View className="ui-card organisation-people">
                  {members.map((member) => (
                    <Person
                      key={member.id}
                      member={member}
                      department={departmentIn(people, member)}
                      onTap={() => setOpened(member)}
                    />
                  ))}
                </View>
              )}
              {state.status === 'ready' && state.failure && (
                <Notice kind="error" words={state.failure.says} />
              )}
              {more && (
                <Button
                  id="more"
                  kind="secondary"
                  label={words.more}
                  busy={loadingMore}
                  onTap={more}
                />
              )}
            </>
          );
        }}
      </Content>
      {opened && people.overview && (
        <PersonSheet
          organisation={people.overview}
          member={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  );
}

const departmentIn = ({ overview }: People, { departmentId }: MemberShown): string | undefined =>
  overview?.departments.find(({ id }) => id !== undefined && id === departmentId)?.name;

function Filters({ of }: { of: People }) {
  const departments = (of.overview?.departments ?? []).flatMap(({ id, name }) =>
    id === undefined ? [] : [{ code: id, name }],
  );
  return (
    <View className="organisation-filters">
      <ListPicker
        id="show"
        label={words.show}
        groups={[{ items: shows }]}
        value={of.show}
        onChange={(show) => of.setShow(show as Show)}
      />
      {departments.length > 0 && (
        <ListPicker
          id="department"
          label={words.department}
          groups={[{ items: [{ code: ALL, name: words.all }, ...departments] }]}
          value={of.department ?? ALL}
          onChange={(chosen) => of.setDepartment(chosen === ALL ? undefined : chosen)}
        />
      )}
      <TextInput
        id="name"
        label={words.name}
        value={of.typed}
        maxLength={60}
        onChange={of.setTyped}
        onLeave={of.search}
      />
    </View>
  );
}
