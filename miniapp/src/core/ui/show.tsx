/** What is only looked at: cards, rows, notices, the shapes of the colours, progress, fourteen days. */
import type { ReactNode } from 'react';
import { type Words, useSay } from '../say';
import { Group, Heading, Live, Ornament, Tap, Text, View } from './native';

export const Card = ({ title, children }: { title?: Words; children: ReactNode }) => {
  const say = useSay();
  return (
    <View className="ui-card">
      {title !== undefined && <Heading small>{say(title)}</Heading>}
      {children}
    </View>
  );
};

/** A card of `Row`s and `Switch`es. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <View className="ui-card ui-rows">{children}</View>
);

interface RowProps {
  label: Words;
  note?: Words | undefined;
  value?: Words | undefined;
  onTap?: () => void;
  id?: string;
}

/** One line of a list; with `onTap` it leads somewhere. */
export function Row({ label, note, value, onTap, id }: RowProps) {
  const say = useSay();
  const inner = (
    <>
      <View className="ui-row__main">
        <Text>{say(label)}</Text>
        {note !== undefined && <Text className="ui-row__note">{say(note)}</Text>}
      </View>
      {value !== undefined && <Text className="ui-row__value">{say(value)}</Text>}
      {onTap !== undefined && <Ornament className="ui-row__arrow" />}
    </>
  );
  return onTap === undefined ? (
    <View className="ui-row">{inner}</View>
  ) : (
    <Tap id={id} className="ui-row" onTap={onTap}>
      {inner}
    </Tap>
  );
}

interface NoticeProps {
  kind?: 'info' | 'warn' | 'error';
  words?: Words;
  children?: ReactNode;
}

/** A sentence that must be noticed. A mistake is read out at once. */
export function Notice({ kind = 'info', words, children }: NoticeProps) {
  const say = useSay();
  return (
    <Live urgent={kind === 'error'} className={`ui-notice ui-notice--${kind}`}>
      <Ornament className="ui-notice__icon" />
      <View className="ui-notice__words">
        {words !== undefined && <Text>{say(words)}</Text>}
        {children}
      </View>
    </Live>
  );
}

/** A colour's shape; `invalid` is the code's, `problem` the verifier's own: neither is ever a person's. */
export type ShapeOf = 'green' | 'yellow' | 'red' | 'none' | 'invalid' | 'problem';

interface ShapeProps {
  of: ShapeOf;
  size?: 'small' | 'large' | 'huge';
  /** Only where no word stands beside it. */
  label?: Words;
}

/** Inside a `Band` it is reversed. */
export function Shape({ of, size = 'small', label }: ShapeProps) {
  const say = useSay();
  const className = `ui-shape ui-shape--${of} ui-shape--${size}`;
  return label === undefined ? (
    <Ornament className={className} />
  ) : (
    <Group role="img" label={say(label)} className={className} />
  );
}

/** Sent, done: not a colour's shape, so that nobody takes it for a green code. */
export const Done = ({ size = 'small' }: { size?: 'small' | 'large' }) => (
  <Ornament className={`ui-tick${size === 'large' ? ' ui-tick--large' : ''}`} />
);

/** Ground and ink of a colour: the code's band, a verdict's screen. */
export const Band = (props: { of: ShapeOf; className?: string; children: ReactNode }) => (
  <View className={`ui-band ui-band--${props.of} ${props.className ?? ''}`}>{props.children}</View>
);

/** Where one is in a long form: `now` counts from 1. */
export function Steps({ now, of, label }: { now: number; of: number; label: Words }) {
  const say = useSay();
  const count = { zh: `第 ${now} 步，共 ${of} 步`, en: `Step ${now} of ${of}` };
  return (
    <View className="ui-steps">
      <Text>
        {say(count)} · {say(label)}
      </Text>
      <View className="ui-steps__line" aria-hidden>
        {Array.from({ length: of }, (_, i) => (
          <View key={i} className={`ui-steps__part${i < now ? ' ui-steps__part--done' : ''}`} />
        ))}
      </View>
    </View>
  );
}

export interface DayDot {
  /** `YYYY-MM-DD`. */
  day: string;
  state: 'done' | 'missed' | 'today' | 'ahead';
}

const stateWords = {
  done: { zh: '正常', en: 'normal' },
  missed: { zh: '未打卡或异常', en: 'missed or abnormal' },
  today: { zh: '今天', en: 'today' },
  ahead: { zh: '未到', en: 'to come' },
} as const;

/** The days towards green, each with its date; missed ones by a cross, not by colour alone. */
export function Dots({ days, label }: { days: readonly DayDot[]; label: Words }) {
  const say = useSay();
  return (
    <Group role="group" label={say(label)} className="ui-dots">
      {days.map(({ day, state }) => (
        <View key={day} className="ui-dots__day">
          <Ornament className={`ui-dots__dot ui-dots__dot--${state}`} />
          <Text className="ui-dots__date">{shortDate(day)}</Text>
          <Text className="ui-unseen">{say(stateWords[state])}</Text>
        </View>
      ))}
    </Group>
  );
}

/** `2026-11-03` → `11/3`, the same in both languages' reading order. */
const shortDate = (day: string): string => day.slice(5).split('-').map(Number).join('/');
