/** The least a reader of PDFs takes for one. */
export const pdfFile = (words = 'CV'): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.4\n%${words}\ntrailer<<>>\n%%EOF\n`));
