import { useState } from 'react';
import type { Member } from '@yimatong/shared/account/family';
import type { PersonId } from '@yimatong/shared/core/id';
import { relationLabels } from '@yimatong/shared/core/relation';
import { useCode } from '../code/use-code';
import { type Words, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Tick } from '../core/ui/choices';
import { Heading } from '../core/ui/native';
import { Row, Rows } from '../core/ui/show';

const words = {
  who: { zh: '哪些人来了？', en: 'Who has come?' },
  self: { zh: '本人', en: 'Me' },
  noCode: { zh: '还没有健康码，请先申领', en: 'No code yet: claim it first' },
  record: { zh: '登记到达', en: 'Record the arrival' },
  nobody: { zh: '请至少选一个人', en: 'Choose at least one person' },
};

interface Props {
  holder: PersonId;
  family: readonly Member[];
  onArrive: (personIds: PersonId[]) => void;
}

/** Who of the family comes along: whoever is alone is not asked. */
export function Companions({ holder, family, onArrive }: Props) {
  const say = useSay();
  const [chosen, setChosen] = useState<readonly PersonId[]>([holder]);
  const toggle = (personId: PersonId) => (on: boolean) =>
    setChosen((before) => [...before.filter((one) => one !== personId), ...(on ? [personId] : [])]);
  return (
    <>
      <Heading small>{say(words.who)}</Heading>
      <Tick
        id="came-self"
        label={words.self}
        on={chosen.includes(holder)}
        onChange={toggle(holder)}
      />
      {family.map((member) => (
        <Companion
          key={member.personId}
          member={member}
          on={chosen.includes(member.personId)}
          onChange={toggle(member.personId)}
        />
      ))}
      <Button
        id="arrive"
        label={chosen.length === 0 ? words.nobody : words.record}
        disabled={chosen.length === 0}
        onTap={() => onArrive([...chosen])}
      />
    </>
  );
}

interface CompanionProps {
  member: Member;
  on: boolean;
  onChange: (on: boolean) => void;
}

function Companion({ member: { personId, relation, name }, on, onChange }: CompanionProps) {
  const say = useSay();
  const { state } = useCode(personId);
  const label: Words = `${say(relationLabels[relation])} ${name}`;
  if (state.status === 'ready' && state.value.colour === 'none') {
    return (
      <Rows>
        <Row label={label} note={words.noCode} />
      </Rows>
    );
  }
  return <Tick id={`came-${personId}`} label={label} on={on} onChange={onChange} />;
}
