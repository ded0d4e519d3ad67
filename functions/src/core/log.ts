/** Logs take ids, codes and counts. There is no parameter for text: there is no way to log a name. */
import { Logger } from '@aws-lambda-powertools/logger';

let made: Logger | undefined;
/** Made at the first line, so that whoever starts the process can still say how much it wants to read. */
const logger = (): Logger => (made ??= new Logger({ serviceName: 'yimatong' }));

type Loggable = Readonly<Record<string, string | number | boolean | undefined>>;

export const log = (event: `${string}.${string}`, ids: Loggable = {}): void => {
  logger().info(event, ids);
};

/** An error of ours: its kind and where it was thrown. Its message may hold what somebody typed, so it stays out. */
export const logFailure = (
  event: `${string}.${string}`,
  error: unknown,
  ids: Loggable = {},
): void => {
  const kind = error instanceof Error ? error.name : typeof error;
  const where =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line)) // the message may have lines too
          .slice(0, 4)
          .join(' <')
      : '';
  logger().error(event, { ...ids, kind, where });
};
