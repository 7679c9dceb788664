import { escapeHtml } from '../../platform/escape-html.ts';
/** What every notification's mail is made of. */
export interface MailParts {
  /** « Club Urbanisme », or the commune an exchange is of. */
  place: string;
  title: string;
  who: string | null;
  did: string;
  text: string | null;
  action: string;
  link: string;
  /** Other places one click away. */
  more?: { label: string; link: string }[];
  /** A line that says no other comes today. */
  last: string | null;
  /** Why the mail was sent, as the first half of the sentence in the settings. */
  reason: string;
  settingsUrl: string;
  unsubscribeUrl: string;
}

const FONT = "font-family:'Segoe UI',Calibri,Arial,sans-serif";
const INK = 'color:#18233f';
const SOFT = 'color:#4a5472';

/** An address without a break would widen the whole mail, and a telephone shows it all the smaller. */
const BREAKS = 'word-break:break-word';

const cell = (style: string, content: string): string => `<tr><td style="${FONT};${BREAKS};${style}">${content}</td></tr>`;

/** What was written, a paragraph a line, set off by a rule as mail programs set off a quotation. */
const quotation = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim());
  const paragraphs = lines.map(
    (line) => `<p style="margin:0 0 10px;${FONT};font-size:16px;line-height:24px;${INK}">${escapeHtml(line)}</p>`,
  );
  return `<tr><td style="padding:0 32px 14px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="4" bgcolor="#d9d0c0" style="width:4px;font-size:0;line-height:0">&nbsp;</td>
<td style="padding:2px 0 0 16px;${BREAKS}">${paragraphs.join('')}</td></tr></table></td></tr>`;
};

/** A button Outlook draws too: a coloured cell, since it knows neither padding nor corners on links. */
const button = (label: string, link: string): string =>
  `<tr><td style="padding:6px 32px 28px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td bgcolor="#2b50bd" style="border-radius:8px;padding:11px 20px;mso-padding-alt:11px 20px"><a href="${escapeHtml(link)}" style="${FONT};font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table></td></tr>`;

const link = (href: string, label: string): string =>
  `<a href="${escapeHtml(href)}" style="${SOFT};text-decoration:underline">${escapeHtml(label)}</a>`;

const choices = (more: { label: string; link: string }[]): string =>
  more.map((choice) => cell('padding:0 32px 12px;font-size:16px;line-height:24px', link(choice.link, choice.label))).join('');

const html = (parts: MailParts): string => {
  const sentence = `${parts.who ? `<b>${escapeHtml(parts.who)}</b> ` : ''}${escapeHtml(parts.did)}${parts.text ? '&nbsp;:' : '.'}`;
  const foot = `Vous recevez ce mail selon vos réglages\u00a0: «\u00a0${escapeHtml(parts.reason)}\u00a0: me prévenir ici et par mail\u00a0».`;
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light"><meta name="supported-color-schemes" content="light"><title>${escapeHtml(parts.title)}</title></head>
<body style="margin:0;padding:0;background:#f8f5ef" bgcolor="#f8f5ef">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml((parts.text ?? parts.did).slice(0, 140).replaceAll('\n', ' '))}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f8f5ef"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#fffdfa" style="max-width:600px;border:1px solid #e7e0d4;border-radius:10px">
${cell(`padding:20px 32px 0;font-size:14px;line-height:20px;${SOFT}`, `<b style="color:#a93a25">Beffroi</b> &nbsp;·&nbsp; ${escapeHtml(parts.place)}`)}
${cell(`padding:8px 32px 6px;font-size:22px;line-height:29px;font-weight:bold;${INK}`, escapeHtml(parts.title))}
${cell(`padding:6px 32px 14px;font-size:16px;line-height:24px;${INK}`, sentence)}
${parts.text ? quotation(parts.text) : ''}
${button(parts.action, parts.link)}
${choices(parts.more ?? [])}
${parts.last ? cell(`padding:0 32px 20px;font-size:14px;line-height:20px;color:#855600`, escapeHtml(parts.last)) : ''}
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
${cell(`padding:16px 32px 0;font-size:13px;line-height:19px;${SOFT}`, `${foot}<br>${link(parts.unsubscribeUrl, 'Ne plus recevoir ces mails')} &nbsp;·&nbsp; ${link(parts.settingsUrl, 'Tous mes réglages')}`)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></body></html>`;
};

const text = (parts: MailParts): string =>
  [
    `Beffroi · ${parts.place}`,
    parts.title,
    '',
    `${parts.who ? `${parts.who} ` : ''}${parts.did}${parts.text ? '\u00a0:' : '.'}`,
    ...(parts.text ? ['', ...parts.text.split('\n').map((line) => `> ${line}`)] : []),
    '',
    `${parts.action}\u00a0:`,
    parts.link,
    ...(parts.more ?? []).flatMap((choice) => ['', `${choice.label}\u00a0:`, choice.link]),
    ...(parts.last ? ['', parts.last] : []),
    '',
    '-- ',
    `Vous recevez ce mail selon vos réglages\u00a0: «\u00a0${parts.reason}\u00a0: me prévenir ici et par mail\u00a0».`,
    `Ne plus recevoir ces mails\u00a0: ${parts.unsubscribeUrl}`,
    `Tous mes réglages\u00a0: ${parts.settingsUrl}`,
  ].join('\n');

/** The mail twice: tables and inline styles for Outlook and Zimbra, 600 pixels at most, and plain text written as carefully. */
export const layOut = (parts: MailParts): { html: string; text: string } => ({ html: html(parts), text: text(parts) });
