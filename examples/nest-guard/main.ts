import {
  All,
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  HttpCode,
  Injectable,
  Module,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule, JwtService } from '@nestjs/jwt';
import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import type { Request, Response } from 'express';
import { checkPassword, findUser, grant } from '../development-users.js';

/** What the guard leaves on the request. */
type KnownRequest = Request & { user: { sub: string } };

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
  identify: (_request, user: KnownRequest['user']) => findUser(user.sub),
  grant,
});
const answer = toExpress(handle, { context: ({ user }: KnownRequest) => user });

@Injectable()
class LoginGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const [scheme, jwt = ''] = request.headers.authorization?.split(' ') ?? [];
    if (scheme !== 'Bearer') throw new UnauthorizedException();
    request.user = await this.jwt.verifyAsync(jwt).catch(() => {
      throw new UnauthorizedException();
    });
    return true;
  }
}

@Controller()
class TokenController {
  constructor(private readonly jwt: JwtService) {}

  @Post('login')
  @HttpCode(200)
  logIn(@Body('name') name: string, @Body('password') password: string) {
    const user = checkPassword(name, password);
    if (user === null) throw new UnauthorizedException();
    return { jwt: this.jwt.sign({ sub: user.userId }) };
  }

  @All('zego-token')
  @UseGuards(LoginGuard)
  token(@Req() request: KnownRequest, @Res() response: Response) {
    return answer(request, response);
  }
}

@Module({
  imports: [
    JwtModule.register({
      secret: process.env.LOGIN_SECRET,
      signOptions: { expiresIn: '15m' },
      verifyOptions: { algorithms: ['HS256'] },
    }),
  ],
  controllers: [TokenController],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
await app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
console.log(`${await app.getUrl()}/zego-token`);
