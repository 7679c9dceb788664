import { readEnv } from '../../server/src/env.ts';
import { sendDuePlaceMails } from '../../server/src/features/replacements/send-place-mails.ts';
import { atInstant } from '../../server/src/platform/clock.ts';
import { createMailer } from '../../server/src/platform/mail.ts';
import { connectMongo } from '../../server/src/platform/mongo.ts';

/** A process of its own that sends what is due at an instant, and that a test kills in the middle of it: `<instant>`. */
const env = readEnv(process.env);
const disconnect = await connectMongo(env);
const send = () => sendDuePlaceMails({ mailer: createMailer(env), publicUrl: env.PUBLIC_URL });
await atInstant(new Date(process.argv[2] as string), send);
await disconnect();
