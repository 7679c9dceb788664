import { type PersonRef, personLabel } from '@beffroi/shared/core/person-ref';
import { KIND_WHEN, type NotificationKind, notificationSentence } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import type { Mail } from '../../platform/mail.ts';
import type { About } from '../../platform/notify.ts';
import { layOut } from './mail-layout.ts';

export interface MailContent {
  id: string;
  to: string;
  kind: NotificationKind;
  by: PersonRef | null;
  /** Null of what belongs to no club, which `about` then says. */
  club: { slug: string; name: string } | null;
  about?: About | null;
  thread: { id: string; title: string } | null;
  template?: { id: string; title: string; commentId: string | null } | null;
  replyNumber: number | null;
  /** What was written, as plain text; null where there is nothing to quote. */
  text: string | null;
  unsubscribeUrl: string;
  publicUrl: string;
  /** The last mail of the day: it says that the others wait in the product. */
  last: boolean;
}

/** Enough to answer from; the rest is read where it was written. */
const QUOTED = 1_500;

const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, text.lastIndexOf(' ', QUOTED)).trimEnd()} […]` : text);

/** Outlook gathers by subject, others by `References`: both are those of the thread. */
const subjectOf = ({ kind, club, about, thread, template, by }: MailContent): string => {
  const place = club?.name ?? about?.place ?? '';
  if (thread) return `${kind === 'thread' ? '' : 'Re: '}[${place}] ${thread.title}`;
  const title = (template ?? about)?.title;
  if (title) return `[${place}] ${title}`;
  const { who, did } = notificationSentence(kind, by && personLabel(by));
  return `[${place}] ${who ? `${who} ${did}` : did}`;
};

const linkOf = ({ publicUrl, kind, club, about, thread, template, replyNumber }: MailContent): string => {
  if (about) return `${new URL(publicUrl).origin}${about.path}`;
  const anchor = template?.commentId ? `#commentaire-${template.commentId}` : '';
  if (template) return `${new URL(publicUrl).origin}/modeles/${template.id}${anchor}`;
  const base = `${new URL(publicUrl).origin}/clubs/${club?.slug}`;
  if (!thread) return kind === 'join-request' ? `${base}/membres` : base;
  return `${base}/sujets/${thread.id}${replyNumber ? `#reponse-${replyNumber}` : ''}`;
};

const headersOf = ({ unsubscribeUrl }: MailContent) => ({
  'List-Unsubscribe': `<${unsubscribeUrl}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  Precedence: 'bulk',
});

/** One thing one was told, as the mail that says it. */
export const notificationMail = (content: MailContent): Mail => {
  const { id, to, kind, by, club, about, thread, text, publicUrl, unsubscribeUrl, last } = content;
  const { origin, hostname } = new URL(publicUrl);
  const { who, did } = notificationSentence(kind, by && personLabel(by));
  const link = linkOf(content);
  const threadId = thread && `<sujet-${thread.id}@${hostname}>`;
  const parts = layOut({
    place: club ? `Club ${club.name}` : (about?.place ?? ''),
    title: (thread ?? content.template ?? about)?.title ?? `Club ${club?.name}`,
    who,
    did,
    text: text && quoted(text),
    action: thread ? 'Lire et répondre' : 'Ouvrir dans Beffroi',
    link,
    more: (about?.links ?? []).map(({ label, path }) => ({ label, link: `${origin}${path}` })),
    last: last ? 'C’est le dernier mail de la journée\u00a0: ce qui suit vous attend dans Beffroi.' : null,
    reason: KIND_WHEN[kind],
    settingsUrl: `${origin}/notifications/reglages`,
    unsubscribeUrl,
  });
  return {
    to,
    subject: subjectOf(content),
    ...(by && { fromName: `${personLabel(by)} (Beffroi)` }),
    ...parts,
    link,
    messageId: `<notification-${id}@${hostname}>`,
    ...(threadId && { inReplyTo: threadId, references: threadId }),
    headers: headersOf(content),
  };
};
