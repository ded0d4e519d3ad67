import { useState } from 'react';
import type { Bought } from '@yimatong/shared/purchase/contract';
import { MOST_OF_ONE, unitLabels } from '@yimatong/shared/purchase/contract';
import { saidOf } from '@yimatong/shared/core/invalid';
import { useSay, type Words } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Mistake } from '../core/ui/field';
import { Tap, Text, View } from '../core/ui/native';
import { Segments } from '../core/ui/segments';
import { optionsOf } from '../core/ui/choices';
import { MedicineSheet } from './medicine-sheet';
import { withOne } from './use-sale';
import './purchase.scss';

const words = {
  label: { zh: '购买的药品', en: 'Medicines bought' },
  add: { zh: '添加药品', en: 'Add a medicine' },
  more: { zh: '再添加一种', en: 'Add another' },
  remove: { zh: '删除', en: 'Remove' },
  fewer: { zh: '减少 1', en: 'One less' },
  another: { zh: '增加 1', en: 'One more' },
  unit: { zh: '单位', en: 'Unit' },
};

interface Props {
  id: string;
  value: readonly Bought[] | undefined;
  onChange: (rows: Bought[]) => void;
  mistake: Words | undefined;
}

/** Medicines as rows that can be added and removed. */
export function MedicinesField({ id, value = [], onChange, mistake }: Props) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const replace = (at: number, next: Bought) =>
    onChange(value.map((one, i) => (i === at ? next : one)));
  return (
    <View id={`${id}-field`} className="ui-field">
      <View className="ui-label">{say(words.label)}</View>
      <Mistake
        id={id}
        words={mistake && value.length === 0 ? saidOf({ message: 'medicines' }) : mistake}
      />
      {value.map((bought, i) => (
        <Row
          key={`${bought.code ?? bought.name} ${i}`}
          at={i}
          bought={bought}
          onChange={(next) => replace(i, next)}
          onRemove={() => onChange(value.filter((_, other) => other !== i))}
        />
      ))}
      <Button
        id={id}
        kind="secondary"
        label={value.length === 0 ? words.add : words.more}
        onTap={() => setOpen(true)}
      />
      {isOpen && (
        <MedicineSheet
          onClose={() => setOpen(false)}
          onPick={(bought) => {
            setOpen(false);
            onChange(withOne(value, bought));
          }}
        />
      )}
    </View>
  );
}

interface RowProps {
  at: number;
  bought: Bought;
  onChange: (bought: Bought) => void;
  onRemove: () => void;
}

function Row({ at, bought, onChange, onRemove }: RowProps) {
  const say = useSay();
  const { name, quantity, unit } = bought;
  const step = (by: number) => {
    const next = quantity + by;
    if (next >= 1 && next <= MOST_OF_ONE) onChange({ ...bought, quantity: next });
  };
  return (
    <View id={`medicine-${at}`} className="ui-card">
      <View className="whom-record__head">
        <Text className="whom-record__who">{name}</Text>
        <Link id={`remove-${at}`} label={words.remove} onTap={onRemove} />
      </View>
      <View className="purchase-count">
        <Tap
          id={`fewer-${at}`}
          className="purchase-count__step"
          label={say(words.fewer)}
          onTap={() => step(-1)}
        >
          −
        </Tap>
        <Text className="purchase-count__number">{quantity}</Text>
        <Tap
          id={`another-${at}`}
          className="purchase-count__step"
          label={say(words.another)}
          onTap={() => step(1)}
        >
          +
        </Tap>
      </View>
      <Segments
        id={`unit-${at}`}
        label={words.unit}
        options={optionsOf(unitLabels)}
        value={unit}
        onChange={(next) => onChange({ ...bought, unit: next })}
      />
    </View>
  );
}
