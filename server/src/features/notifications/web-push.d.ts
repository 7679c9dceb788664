/** The part of web-push that is used (https://github.com/web-push-libs/web-push). */
declare module 'web-push' {
  interface RequestDetails {
    endpoint: string;
    method: string;
    headers: Record<string, string | number>;
    body: Buffer | null;
  }
  const webPush: {
    generateVAPIDKeys: () => { publicKey: string; privateKey: string };
    generateRequestDetails: (
      subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
      payload: string,
      options: { TTL: number; urgency: string; vapidDetails: { subject: string; publicKey: string; privateKey: string } },
    ) => RequestDetails;
  };
  export = webPush;
}
