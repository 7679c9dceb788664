/** What whoever runs the server reads in its log while it has no territory. The code stands after `#`, which browsers keep to themselves. */
export const setupNotice = (publicUrl: string, code: string): string =>
  [
    'Ce serveur n’a pas encore de territoire. Pour le créer, ouvrez',
    `  ${new URL(publicUrl).origin}/installation#${code}`,
    `ou donnez à cette page le code ${code}. Sans navigateur : npm run territory -- --help`,
    '',
  ].join('\n');
