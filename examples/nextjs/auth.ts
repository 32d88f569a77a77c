import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { checkPassword } from '../development-users.js';

export const { auth, handlers } = NextAuth({
  providers: [
    Credentials({
      credentials: { name: {}, password: { type: 'password' } },
      authorize: ({ name, password }) => {
        const user = checkPassword(name, password);
        return user && { id: user.userId };
      },
    }),
  ],
  callbacks: {
    // Auth.js leaves the ID out of a session unless told otherwise.
    session({ session, token }) {
      session.user.id = token.sub ?? '';
      return session;
    },
  },
});
