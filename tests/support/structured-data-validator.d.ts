/** The part that is used of a package that ships no types. */
declare module '@adobe/structured-data-validator' {
  interface Issue {
    severity: 'ERROR' | 'WARNING';
    issueMessage: string;
    fieldNames: string[];
  }
  // biome-ignore lint/style/noDefaultExport: so does the package.
  export default class Validator {
    validate(extracted: { jsonld: Record<string, object[]> }): Promise<Issue[]>;
  }
}
