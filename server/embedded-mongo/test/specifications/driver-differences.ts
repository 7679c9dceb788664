/**
 * Cases that ask something which version 7 of the official driver does not do, whatever the server, or which no server of
 * version 7 knows any longer: each with its reason. A case is named by its file and its description.
 */
const DIFFERENCES: readonly [RegExp, string][] = [
  [/-hint-clientError\.json/, 'hints of unacknowledged writes are sent, not refused'],
  [/^download\.json: download when final chunk is missing/, 'a missing last chunk is not noticed'],
  [/^upload\.json: upload when contentType is provided/, 'the option contentType is gone'],
  [/^gridfs-download(ByName)?(-serverErrors)?\.json/, 'files are asked for by {$eq}'],
  [/: getnonce/, 'the command is gone from servers since 6.2, which older copies of the suites do not say'],
  [/^count(-serverErrors)?\.json: Count/, 'the method count is gone'],
];

/** Why this driver cannot pass a case, if it cannot. */
export function driverDifference(name: string): string | undefined {
  const found = DIFFERENCES.find(([pattern]) => pattern.test(name));
  return found && `driver: ${found[1]}`;
}
