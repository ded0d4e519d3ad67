import { useRouter } from '@tarojs/taro';
import { type Card, cardEndLabels } from '@yimatong/shared/card/contract';
import { cardText, groupedNumber } from '@yimatong/shared/code/card-number';
import type { PersonId } from '@yimatong/shared/core/id';
import { go } from '../../core/go';
import { Page } from '../../core/page';
import { Qr } from '../../core/qr';
import { useSay } from '../../core/say';
import { usePerson } from '../../core/session';
import { Button } from '../../core/ui/button';
import { Heading, Text, View } from '../../core/ui/native';
import { Notice, Row, Rows } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { momentIn } from '../../core/when';
import { LostSheet } from '../lost-sheet';
import { useCards } from '../use-cards';
import '../card.scss';

definePageConfig({ navigationBarTitleText: '纸质卡', enablePullDownRefresh: true });

const title = { zh: '纸质卡', en: 'Printed card' };
const signInFirst = { zh: '请先登录', en: 'Please sign in first' };
const signInHelp = { zh: '登录后可以办纸质卡。', en: 'A card can be issued then.' };
const signIn = { zh: '登录', en: 'Sign in' };

export default function CardPage() {
  const own = usePerson();
  // Of a family member: named by whoever opened the page.
  const { personId = own } = useRouter().params as { personId?: PersonId };
  if (personId !== undefined) return <Cards personId={personId} />;
  return (
    <Page title={title}>
      <EmptyState title={signInFirst} help={signInHelp}>
        <Button id="sign-in" label={signIn} onTap={go.signIn} />
      </EmptyState>
    </Page>
  );
}

const words = {
  what: {
    zh: '不用手机的老人和儿童，可以带一张纸质卡。卡上没有颜色，由卡口联网查验，并核对证件。有效 180 天，遗失可以挂失。',
    en: 'For whoever carries no phone. The card shows no colour: a checkpoint looks it up online and compares the document. It is good for 180 days and can be reported lost.',
  },
  none: { zh: '还没有纸质卡', en: 'No printed card yet' },
  issue: { zh: '办一张纸质卡', en: 'Issue a card' },
  again: { zh: '换一张新卡', en: 'Issue a new one' },
  replaces: {
    zh: '换新卡后，旧卡立即失效。',
    en: 'The earlier card is void as soon as a new one is issued.',
  },
  print: { zh: '打印或保存（PDF）', en: 'Print or save (PDF)' },
  lost: { zh: '挂失', en: 'Report it lost' },
  earlier: { zh: '以前的卡', en: 'Earlier cards' },
  over: { zh: '已过期', en: 'Over' },
} as const;

function Cards({ personId }: { personId: PersonId }) {
  const cards = useCards(personId);
  const { state, reload, good, former, failure } = cards;
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {() => (
        <>
          {failure && <Notice kind="error" words={failure} />}
          {good ? <Good card={good} cards={cards} /> : <None cards={cards} />}
          {former.length > 0 && <Former cards={former} />}
        </>
      )}
    </Page>
  );
}

type Shown = ReturnType<typeof useCards>;

const None = ({ cards }: { cards: Shown }) => (
  <EmptyState title={words.none} help={words.what}>
    <Button id="issue" label={words.issue} busy={cards.issuing} onTap={cards.issue} />
  </EmptyState>
);

const tail = { zh: '证件尾号', en: 'Document ends in' };
const until = { zh: '有效至', en: 'Valid until' };
const qrLabel = { zh: '纸质卡二维码', en: 'QR of the printed card' };

function Good({ card, cards }: { card: Card; cards: Shown }) {
  const say = useSay();
  return (
    <>
      <View className="card__help">{say(words.what)}</View>
      <View className="ui-card card">
        <Heading small>{card.maskedName}</Heading>
        <Text className="card__about">
          {say(tail)} {card.documentTail}
        </Text>
        <Qr text={cardText(card.number)} label={say(qrLabel)} className="card__qr" />
        <Text className="card__number">{groupedNumber(card.number)}</Text>
        <Text className="card__about">
          {say(until)} {card.validUntil}
        </Text>
      </View>
      <Button
        id="print"
        label={words.print}
        busy={cards.printing}
        onTap={() => cards.print(card)}
      />
      <Button
        id="issue-again"
        kind="secondary"
        label={words.again}
        busy={cards.issuing}
        onTap={cards.issue}
      />
      <View className="card__help">{say(words.replaces)}</View>
      <Button id="lost" kind="danger" label={words.lost} onTap={cards.askLost} />
      {cards.isAskingLost && <LostSheet card={card} cards={cards} />}
    </>
  );
}

function Former({ cards }: { cards: readonly Card[] }) {
  const say = useSay();
  return (
    <>
      <Heading small>{say(words.earlier)}</Heading>
      <Rows>
        {cards.map(({ id, number, ended, validUntil }) => (
          <Row
            key={id}
            label={`… ${number.slice(-4)}`}
            note={ended ? cardEndLabels[ended.as] : words.over}
            value={ended ? momentIn(ended.at) : validUntil}
          />
        ))}
      </Rows>
    </>
  );
}
