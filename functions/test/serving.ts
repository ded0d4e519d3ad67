/** A process of its own that serves a data folder, as `npm start` does after its set-up; started by local/start.test.ts. */
import { start } from '../local/main';

const [dataDir = '', port = '', h5] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
start({ port: Number(port), dataDir, h5, say }).then(
  (stop) => {
    say('serving');
    process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  },
  (error: unknown) => {
    const { isSentence, message } = error as { isSentence?: boolean; message: string };
    process.stderr.write(isSentence ? message : `not a sentence: ${message}`);
    process.exit(1);
  },
);
