import { SMTPServer } from 'smtp-server';
import { atEndOfFile } from './end-of-file.ts';

export interface ReceivedMail {
  to: string[];
  content: string;
}
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** Leaves whoever sends without an answer, while the mail is offered or once it is accepted; says when one waits for it. */
  hold: { at: 'offered' | 'accepted'; reached: () => void } | null;
}

/** A real mail server on a free port that keeps what it is given; closed when the test file ends. */
export const startMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  const post: MailServer = { url: '', received, hold: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (post.hold?.at === 'offered') return post.hold.reached();
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), content: Buffer.concat(chunks).toString() });
        if (post.hold) return post.hold.reached();
        done();
      });
    },
  });
  atEndOfFile(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  post.url = `smtp://127.0.0.1:${port}`;
  return post;
};
