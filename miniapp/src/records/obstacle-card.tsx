/** What stands in the way of deleting the account: until when, and what to do. */
import type { Obstacle } from '@yimatong/shared/account/leaving';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { roleLabels } from '@yimatong/shared/core/contract';
import { dayIn, type Said } from '@yimatong/shared/core/say';
import { CallHotline } from '../code/call-hotline';
import { go } from '../core/go';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Card } from '../core/ui/show';

const toCode = { zh: '查看我的健康码', en: 'To my code' };

export function ObstacleCard({ obstacle }: { obstacle: Obstacle }) {
  const say = useSay();
  const { title, help } = told(obstacle);
  const isOfCode = obstacle.kind === 'not-green' || obstacle.kind === 'planned';
  return (
    <Card title={title}>
      <Text className="records-lead">{say(help)}</Text>
      {isOfCode ? (
        <Button id="go-code" kind="secondary" label={toCode} onTap={go.code} />
      ) : (
        <CallHotline />
      )}
    </Card>
  );
}

function told(obstacle: Obstacle): { title: Said; help: Said } {
  switch (obstacle.kind) {
    case 'not-green':
      return notGreen(obstacle);
    case 'planned': {
      const { zh, en } = dayIn(obstacle.on);
      return {
        title: { zh: `您申报了${zh}返琼`, en: `You declared a return on ${en}` },
        help: {
          zh: '请在返琼并恢复绿码之后再注销。行程取消的，请先在健康码页取消行程。',
          en: 'Delete the account after the return, once your code is green. If the journey is off, cancel it on the code page first.',
        },
      };
    }
    case 'duty': {
      const { zh, en } = roleLabels[obstacle.role];
      const at = obstacle.at ?? '';
      return {
        title: { zh: `您还是${at}${zh}`, en: `You are still ${en}${at && `, ${at}`}` },
        help: {
          zh: '请先请所在市县指挥部撤销这项权限，以免无人值守。',
          en: 'First ask the command of your city or county to withdraw this duty, so that nobody is missing there.',
        },
      };
    }
    case 'family':
      return {
        title: {
          zh: `您的账号下还有 ${obstacle.count} 位家人`,
          en: `There are ${obstacle.count} family members under your account`,
        },
        help: {
          zh: '请先把家人移到他们自己的账号，以免他们的健康码一起失效。',
          en: 'First move them to accounts of their own, so that their codes do not go with yours.',
        },
      };
    case 'list':
      return {
        title: {
          zh: `您还在 ${obstacle.count} 个单位的名单里`,
          en: `You are on ${obstacle.count} lists of organisations`,
        },
        help: {
          zh: '请先在“我的 → 我的单位”里退出，单位会看到您已退出。',
          en: 'First leave them under Me → My organisations; they will see that you have left.',
        },
      };
  }
}

function notGreen({ colour, clearsOn, awaitsRelease }: Extract<Obstacle, { kind: 'not-green' }>): {
  title: Said;
  help: Said;
} {
  const { zh, en } = dayIn(clearsOn);
  return {
    title: {
      zh: `现在是${colourLabels[colour].zh}，不能注销`,
      en: `${colourLabels[colour].en} now: it cannot be deleted`,
    },
    help: awaitsRelease
      ? {
          zh: `解除登记后，最早 ${zh}转绿码，转绿后可以注销。请按健康码页的提示每天打卡。`,
          en: `Green from ${en} at the earliest, once released; then it can be deleted. Check in each day as the code page says.`,
        }
      : {
          zh: `最早 ${zh}转绿码，转绿后可以注销。请按健康码页的提示每天打卡。`,
          en: `Green from ${en} at the earliest; then it can be deleted. Check in each day as the code page says.`,
        },
  };
}
