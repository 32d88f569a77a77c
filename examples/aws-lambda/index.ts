import { createTokenHandler } from '@token04/server/node';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { Hono } from 'hono';
import { handle as toLambda } from 'hono/aws-lambda';
import { findUser, grant } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
  // API Gateway's JWT authorizer has verified it.
  identify: (_request, userId: string | undefined) => findUser(userId),
  grant,
});

const app = new Hono<{ Bindings: { event: APIGatewayProxyEventV2WithJWTAuthorizer } }>();
app.all('*', (c) => {
  const claims = c.env.event.requestContext.authorizer?.jwt.claims;
  return handle(c.req.raw, claims?.sub?.toString());
});

export const handler = toLambda(app);
