import { go } from '../core/go';
import { type Words, useSay } from '../core/say';
import { Heading, View } from '../core/ui/native';
import { Row, Rows } from '../core/ui/show';
import './declaration.scss';

const title = { zh: '更多申报', en: 'More to declare' };
const kinds: readonly { id: string; label: Words; note: Words; go: () => void }[] = [
  {
    id: 'go-return-outside',
    label: { zh: '省外返琼申报', en: 'Return from outside the province' },
    note: { zh: '从外省或境外来海南，请在出发前申报', en: 'Before you travel to the province' },
    go: go.returnOutside,
  },
  {
    id: 'go-return-within',
    label: { zh: '省内返琼申报', en: 'Return within the province' },
    note: { zh: '从省内其他市县回来', en: 'From another county of the province' },
    go: go.returnWithin,
  },
  {
    id: 'go-return-to-work',
    label: { zh: '返岗 / 复学登记', en: 'Return to work or school' },
    note: { zh: '登记后马上知道能不能返岗、复学', en: 'Tells at once whether you may go' },
    go: go.returnToWork,
  },
];

/** Declarations beside the daily one: where they are filled in. */
export function MoreDeclarations() {
  const say = useSay();
  return (
    <View id="more-declarations" className="declaration-more">
      <Heading small>{say(title)}</Heading>
      <Rows>
        {kinds.map(({ id, label, note, go: onTap }) => (
          <Row key={id} id={id} label={label} note={note} onTap={onTap} />
        ))}
      </Rows>
    </View>
  );
}
