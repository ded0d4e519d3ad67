import Taro from '@tarojs/taro';
import type { Answer } from '@yimatong/shared/core/contract';
import { organisationContract } from '@yimatong/shared/organisation/contract';
import { type Grant, grantStateLabels, placeContract } from '@yimatong/shared/place/contract';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Card, Row, Rows } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { type Loaded, useRoute } from '../../core/use-route';
import { momentIn } from '../../core/when';
import { toPage } from '../way';
import '../organisation.scss';

definePageConfig({ navigationBarTitleText: '单位申报', enablePullDownRefresh: true });

const words = {
  title: { zh: '单位申报', en: 'Organisation filing' },
  none: { zh: '还没有单位', en: 'No organisation yet' },
  help: {
    zh: '登记单位，经市县指挥部批准后，就可以申报人员，查看谁可以到岗、到校。',
    en: 'Register an organisation. Once the city or county approves it, file its people and see who may come in.',
  },
  organised: { zh: '我申报的单位', en: 'Organisations I file' },
  inCharge: { zh: '我负责的部门', en: 'Departments I answer for' },
  asked: { zh: '我的申请', en: 'My requests' },
  register: { zh: '登记单位', en: 'Register an organisation' },
  waits: {
    zh: '已提交给所在市县指挥部，批准后会出现在“我申报的单位”。',
    en: 'Sent to the command of the city or county. Once granted it appears above.',
  },
  reason: { zh: '原因：', en: 'Reason: ' },
};

type Mine = Answer<typeof organisationContract.mine>;

/** What one has to do with organisations: files them, answers for a department, waits to be granted. */
export default function StartPage() {
  const mine = useRoute(organisationContract.mine, {});
  const grants = useRoute(placeContract.mine, {});
  const reload = () => void Promise.all([mine.reload(), grants.reload()]);
  const register = () => void Taro.navigateTo({ url: '/organisation/pages/register' });
  return (
    <Page
      title={words.title}
      loaded={both(mine.state, grants.state)}
      onRetry={reload}
      foot={<Button id="register" label={words.register} onTap={register} />}
    >
      {([{ organised, inCharge }, requests]) => (
        <>
          {organised.length + inCharge.length + requests.length === 0 && (
            <EmptyState title={words.none} help={words.help} />
          )}
          <Organisations title={words.organised} list={organised} />
          <Organisations title={words.inCharge} list={inCharge} />
          {requests.map((grant) => (
            <Request key={grant.id} grant={grant} />
          ))}
        </>
      )}
    </Page>
  );
}

function both(
  mine: Loaded<Mine>,
  grants: Loaded<Answer<typeof placeContract.mine>>,
): Loaded<[Mine, Grant[]]> {
  if (mine.status !== 'ready') return mine;
  if (grants.status !== 'ready') return grants;
  const requests = grants.value.grants.filter(
    ({ place, state }) => place.kind === 'organisation' && state !== 'granted',
  );
  return { status: 'ready', value: [mine.value, requests], at: Math.min(mine.at, grants.at) };
}

function Organisations(props: { title: typeof words.organised; list: Mine['organised'] }) {
  const say = useSay();
  if (props.list.length === 0) return null;
  return (
    <>
      <Text className="organisation-note">{say(props.title)}</Text>
      <Rows>
        {props.list.map(({ id, name }) => (
          <Row key={id} id={`open-${id}`} label={name} onTap={() => toPage('overview', id)} />
        ))}
      </Rows>
    </>
  );
}

function Request({ grant: { place, state, askedAt, decidedAt, reason } }: { grant: Grant }) {
  const say = useSay();
  return (
    <Card>
      <View className="organisation-head">
        <Text className="organisation-name">{place.name}</Text>
        <Text className="organisation-state">{say(grantStateLabels[state])}</Text>
      </View>
      <Text className="organisation-note">{say(momentIn(decidedAt ?? askedAt))}</Text>
      {state === 'asked' && <Text>{say(words.waits)}</Text>}
      {reason !== undefined && (
        <Text>
          {say(words.reason)}
          {reason}
        </Text>
      )}
    </Card>
  );
}
