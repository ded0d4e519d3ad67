/** What TTL and the bucket's rules do in the cloud: let go of items and files whose time is over. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { DAY_MS, msOf } from '@yimatong/shared/core/day';
import { now } from '../src/core/clock';
import { folders } from '../src/core/folders';
import { tables } from '../src/core/tables';

export async function sweep(): Promise<number> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const seconds = Math.floor(msOf(now()) / 1000);
  let swept = 0;
  for (const [TableName, { expires }] of Object.entries(tables)) {
    if (!expires) continue;
    const pages = paginateScan(
      { client },
      {
        TableName,
        FilterExpression: '#e < :now',
        ExpressionAttributeNames: { '#e': 'endsAt' },
        ExpressionAttributeValues: { ':now': seconds },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const { pk, sk } of Items)
        await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      swept += Items.length;
    }
  }
  client.destroy();
  return swept;
}

export async function sweepFiles(root: string): Promise<void> {
  for (const [folder, { keptDays }] of Object.entries(folders)) {
    const inside = path.join(root, folder);
    const names = await readdir(inside, { recursive: true }).catch((): string[] => []);
    for (const name of names) {
      const file = path.join(inside, name);
      const found = await stat(file);
      if (found.isFile() && msOf(now()) - found.mtimeMs > keptDays * DAY_MS) await rm(file);
    }
  }
}
