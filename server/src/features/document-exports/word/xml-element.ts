import { convertToXmlComponent, type FileChild, type XmlComponent } from 'docx';

/** An element of Word's own XML, for the few things the library has no builder for. */
export interface XmlElement {
  type: 'element';
  name: string;
  attributes: Record<string, string>;
  elements: (XmlElement | { type: 'text'; text: string })[];
}

export const element = (name: string, attributes: Record<string, string> = {}, elements: XmlElement['elements'] = []): XmlElement => ({
  type: 'element',
  name,
  attributes,
  elements,
});

export const textNode = (text: string): { type: 'text'; text: string } => ({ type: 'text', text });

/** An element as the library takes its own: in a run, among styles. */
export const component = (xml: XmlElement): XmlComponent => convertToXmlComponent(xml as never) as XmlComponent;

/** An element that stands in the body of a document, beside paragraphs and tables. */
export const bodyChild = (xml: XmlElement): FileChild => component(xml) as FileChild;
