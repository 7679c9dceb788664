/** What a text of PDF escapes; letters beyond Latin are none it shows. */
const shown = (line: string): string => line.replace(/[’]/g, "'").replace(/[\\()]/g, (mark) => `\\${mark}`);

/** A page of text as the smallest PDF that opens everywhere: what a candidate's CV may be. The first line is its title. */
export const plainPdf = (lines: readonly string[]): Uint8Array => {
  const [title = '', ...rest] = lines.map(shown);
  const text = `BT /F1 20 Tf 60 770 Td (${title}) Tj /F1 11 Tf 0 -34 Td 16 TL ${rest.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  return Buffer.from(`${file}${end}startxref\n${Buffer.byteLength(file, 'latin1')}\n%%EOF\n`, 'latin1');
};
