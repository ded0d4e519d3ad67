import { Page } from '../../core/page';
import { Bench } from '../at-the-gate/bench';
import { Visitor } from '../at-the-gate/visitor';
import { OffDuty } from '../at-the-gate/off-duty';
import { OnDuty } from '../at-the-gate/on-duty';
import { ScanFoot } from '../at-the-gate/scan-foot';
import { useGate } from '../use-gate';
import type { Posts } from '../use-posts';
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
      foot={gate.here?.kind === 'checkpoint' && <ScanFoot here={gate.here} />}
    >
      {(posts) => <AtPost posts={posts} />}
    </Page>
  );
}

function AtPost({ posts }: { posts: Posts }) {
  const { here } = posts;
  if (here === undefined) return <OffDuty posts={posts} />;
  return here.kind === 'checkpoint' ? (
    <OnDuty posts={posts} here={here} />
  ) : (
    <Bench posts={posts} here={here} />
  );
}
