/** What TTL does in the cloud: lets go of items whose time is over. The embedded database keeps the mark only. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../src/core/clock';
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
