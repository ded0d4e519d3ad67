import { go } from '../core/go';
import { type Words, useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Text, View } from '../core/ui/native';
import { Done, Shape } from '../core/ui/show';
import type { Step } from './use-code';
import './code.scss';

const steps: readonly { step: Step; label: Words; help: Words; way: Words; go: () => void }[] = [
  {
    step: 'sign-in',
    label: { zh: '登录', en: 'Sign in' },
    help: { zh: '用手机号和短信验证码', en: 'By phone number and a code by SMS' },
    way: { zh: '登录', en: 'Sign in' },
    go: go.signIn,
  },
  {
    step: 'details',
    label: { zh: '填写个人信息', en: 'Personal details' },
    help: { zh: '姓名、证件、现在住的地方', en: 'Name, document, where you are staying' },
    way: { zh: '填写个人信息', en: 'Fill in your details' },
    go: go.details,
  },
  {
    step: 'claim',
    label: { zh: '申领健康码', en: 'Claim the code' },
    help: { zh: '回答几个健康问题', en: 'Answer a few questions about your health' },
    way: { zh: '申领健康码', en: 'Claim the code' },
    go: go.claim,
  },
];

const done = { zh: '已完成', en: 'Done' };

interface Props {
  /** The one that comes next. */
  next: Step;
  title: Words;
  help: Words;
}

/** No code yet: the few steps to it, and one button for the next. */
export function StepsToCode({ next, title, help }: Props) {
  const say = useSay();
  const at = steps.findIndex(({ step }) => step === next);
  const todo = steps[at]!;
  return (
    <View className="code-steps">
      <View className="code-steps__head">
        <Shape of="none" size="large" />
        <Heading>{say(title)}</Heading>
        <Text className="code-steps__help">{say(help)}</Text>
      </View>
      <View className="ui-card ui-rows">
        {steps.map(({ step, label, help: what }, i) => (
          <View key={step} className={`ui-row${i > at ? ' code-steps__later' : ''}`}>
            <Mark number={i + 1} state={i < at ? 'done' : i === at ? 'now' : 'later'} />
            <View className="ui-row__main">
              <Text className={i === at ? 'code-steps__now' : ''}>{say(label)}</Text>
              <Text className="ui-row__note">{say(i < at ? done : what)}</Text>
            </View>
          </View>
        ))}
      </View>
      <Button id={`go-${next}`} label={todo.way} onTap={todo.go} />
    </View>
  );
}

const Mark = ({ number, state }: { number: number; state: 'done' | 'now' | 'later' }) =>
  state === 'done' ? (
    <View className="code-steps__mark">
      <Done />
    </View>
  ) : (
    <View className={`code-steps__mark code-steps__mark--${state}`} aria-hidden>
      {number}
    </View>
  );
