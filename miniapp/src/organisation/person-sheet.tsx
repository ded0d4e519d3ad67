import { useState } from 'react';
import type { DepartmentId } from '@yimatong/shared/core/id';
import { documentLabels } from '@yimatong/shared/core/person';
import { organisationContract, type Overview } from '@yimatong/shared/organisation/contract';
import type { MemberShown } from '@yimatong/shared/organisation/member';
import { toast } from '../core/page';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { ListPicker } from '../core/ui/list-picker';
import { Scroller, Text } from '../core/ui/native';
import { Notice, Row } from '../core/ui/show';
import { Sheet } from '../core/ui/sheet';
import { useSubmit } from '../core/use-submit';
import { momentIn } from '../core/when';
import { lastSeen, stateOf } from './person';

const words = {
  state: { zh: '状态', en: 'State' },
  entry: { zh: '今天', en: 'Today' },
  phone: { zh: '手机', en: 'Phone' },
  filed: { zh: '列入名单', en: 'Put on the list' },
  name: { zh: '姓名', en: 'Name' },
  department: { zh: '部门', en: 'Department' },
  none: { zh: '未分部门', en: 'No department' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  answer: { zh: '设为部门负责人', en: 'Make responsible for the department' },
  noMore: { zh: '不再担任部门负责人', en: 'Responsible no more' },
  handOver: { zh: '请此人接任申报人', en: 'Ask to take over as organiser' },
  offered: { zh: '已发出邀请，等对方同意', en: 'Asked: waiting for their word' },
  remove: { zh: '移出名单', en: 'Remove from the list' },
  removeSure: { zh: '确认移出', en: 'Yes, remove' },
  removeWhat: {
    zh: '移出后，名单上不再保留此人的任何信息。',
    en: 'Nothing of this person stays on the list.',
  },
  removed: { zh: '已移出', en: 'Removed' },
};
const NONE = 'none';

interface Props {
  organisation: Overview;
  member: MemberShown;
  onClose: () => void;
}

/** One person of the list: what may be seen, and what the organiser may do. */
export function PersonSheet({ organisation, member, onClose }: Props) {
  const say = useSay();
  const { document } = member;
  return (
    <Sheet title={member.name} onClose={onClose}>
      <Scroller className="organisation-person">
        <Row label={words.state} value={stateOf(member)} note={lastSeen(member) || undefined} />
        <Row label={words.entry} value={member.entry.says} />
        {member.maskedPhone !== undefined && <Row label={words.phone} value={member.maskedPhone} />}
        {document && <Row label={documentLabels[document.type]} value={document.maskedNumber} />}
        <Row label={words.filed} value={say(momentIn(member.filedAt))} />
        {organisation.scope === 'organisation' && (
          <Actions organisation={organisation} member={member} onClose={onClose} />
        )}
      </Scroller>
    </Sheet>
  );
}

const changes = [organisationContract.list, organisationContract.overview];

function Actions({ organisation, member, onClose }: Props) {
  const say = useSay();
  const params = { organisationId: organisation.id };
  const [name, setName] = useState(member.name);
  const [department, setDepartment] = useState<string>(member.departmentId ?? NONE);
  const [isSure, setSure] = useState(false);
  const closing = (done: typeof words.saved) => ({
    changes,
    done: () => {
      toast(say(done));
      onClose();
    },
  });
  const correcting = useSubmit(organisationContract.correct, closing(words.saved));
  const removing = useSubmit(organisationContract.remove, closing(words.removed));
  const offering = useSubmit(organisationContract.offerDuty, closing(words.offered));
  const putting = useSubmit(organisationContract.putDepartments, closing(words.saved));
  const failure = [correcting, removing, offering, putting].find((one) => one.failure)?.failure;

  const items = [
    { code: NONE, name: words.none },
    ...organisation.departments.flatMap((one) =>
      one.id === undefined ? [] : [{ code: one.id, name: one.name }],
    ),
  ];
  const isJoined = member.state === 'joined';
  const own = organisation.departments.find(
    ({ id }) => id !== undefined && id === member.departmentId,
  );
  const isResponsible = own?.responsible?.memberId === member.id;
  const putResponsible = () => {
    const departments = organisation.departments.flatMap(({ id, name: called, responsible }) => {
      if (id === undefined) return [];
      const others = responsible && { responsible: responsible.memberId };
      const mine = isResponsible ? {} : { responsible: member.id };
      return [{ id, name: called, ...(id === own?.id ? mine : others) }];
    });
    void putting.submit({ params, body: { departments } });
  };
  return (
    <>
      {member.state === 'filed' && (
        <TextInput
          id="person-name"
          label={words.name}
          value={name}
          maxLength={60}
          onChange={setName}
        />
      )}
      <ListPicker
        id="person-department"
        label={words.department}
        groups={[{ items }]}
        value={department}
        onChange={setDepartment}
      />
      {failure !== undefined && <Notice kind="error" words={failure.says} />}
      <Button
        id="save-person"
        label={words.save}
        busy={correcting.busy}
        onTap={() =>
          void correcting.submit({
            params: { ...params, memberId: member.id },
            body: {
              name,
              ...(department !== NONE && { departmentId: department as DepartmentId }),
            },
          })
        }
      />
      {isJoined && own !== undefined && (
        <Button
          id="responsible"
          kind="secondary"
          label={isResponsible ? words.noMore : words.answer}
          busy={putting.busy}
          onTap={putResponsible}
        />
      )}
      {isJoined && (
        <Button
          id="hand-over"
          kind="secondary"
          label={words.handOver}
          busy={offering.busy}
          onTap={() => void offering.submit({ params, body: { memberId: member.id } })}
        />
      )}
      {isSure && (
        <Text className="organisation-words organisation-space">{say(words.removeWhat)}</Text>
      )}
      <Button
        id="remove"
        kind="danger"
        label={isSure ? words.removeSure : words.remove}
        busy={removing.busy}
        onTap={() => {
          if (isSure) void removing.submit({ params: { ...params, memberId: member.id } });
          else setSure(true);
        }}
      />
    </>
  );
}
