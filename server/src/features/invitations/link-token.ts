import { createHash, createHmac } from 'node:crypto';

/**
 * The token of an invitation's link, worked out from the server's secret: the store keeps its hash only, and a mail that a crash
 * interrupted is sent again with the same link.
 */
export const linkToken = (secret: string, invitationId: string, serial: number): string =>
  createHmac('sha256', secret).update(`invitation:${invitationId}:${serial}`).digest('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
