/** The statement of what is kept and for how long, as a page reads it out. */
import { type Kept, keptFor, type KeptKind, retention } from '@yimatong/shared/core/retention';
import { type Words, useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { Card } from '../core/ui/show';

const kinds = Object.keys(retention) as KeptKind[];

interface Props {
  title: Words;
  /** Only what deleting the account does this to. */
  leaving?: Kept['leaving'];
  /** Says how long, and why. */
  withWhy?: boolean;
}

export function Statement({ title, leaving, withWhy = true }: Props) {
  const say = useSay();
  const shown = kinds.filter(
    (kind) => leaving === undefined || (retention[kind] as Kept).leaving === leaving,
  );
  return (
    <Card title={title}>
      {shown.map((kind) => {
        const { what, why, leaving: end }: Kept = retention[kind];
        const { zh, en } = keptFor(kind);
        const period = end === 'stays' ? why : { zh: `${zh}。${why.zh}`, en: `${en}. ${why.en}` };
        return (
          <View key={kind} className="records-rule">
            <Text className="records-rule__what">{say(what)}</Text>
            {withWhy && <Text className="records-rule__why">{say(period)}</Text>}
          </View>
        );
      })}
    </Card>
  );
}
