import { Page } from '../../core/page';
import { Visitor } from '../at-the-gate/visitor';
import { OffDuty } from '../at-the-gate/off-duty';
import { OnDuty } from '../at-the-gate/on-duty';
import { ScanFoot } from '../at-the-gate/scan-foot';
import { useGate } from '../use-gate';
import { useSession } from '../../core/session';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '查验', enablePullDownRefresh: true });

const title = { zh: '查验', en: 'Verify' };

export default function GatePage() {
  const session = useSession();
  // Another account starts from nothing.
  return session === undefined ? <SignedOut /> : <SignedIn key={session.token} />;
}

const SignedOut = () => (
  <Page title={title}>
    <Visitor />
  </Page>
);

function SignedIn() {
  const gate = useGate();
  return (
    <Page
      title={title}
      className="gate"
      loaded={gate.posts}
      onRetry={gate.reload}
      foot={gate.here && <ScanFoot here={gate.here} />}
    >
      {(posts) =>
        posts.here === undefined ? (
          <OffDuty posts={posts} />
        ) : (
          <OnDuty posts={posts} here={posts.here} />
        )
      }
    </Page>
  );
}
