import { Run } from 'docx';
import { component, element } from './xml-element.ts';

const STYLE = [
  'position:absolute;margin-left:0;margin-top:0;width:460pt;height:115pt;rotation:315;z-index:-251658752',
  'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
  'mso-position-vertical:center;mso-position-vertical-relative:margin',
].join(';');

/** A word across each page, as Word itself writes its watermarks: a shape in the header, which it can then change or remove. */
export const watermark = (word: string): Run => {
  const type = element(
    'v:shapetype',
    { id: '_x0000_t136', coordsize: '21600,21600', 'o:spt': '136', adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
    [
      element(
        'v:formulas',
        {},
        [
          'sum #0 0 10800',
          'prod #0 2 1',
          'sum 21600 0 @1',
          'sum 0 0 @2',
          'sum 21600 0 @3',
          'if @0 @3 0',
          'if @0 21600 @1',
          'if @0 0 @2',
          'if @0 @4 21600',
        ].map((eqn) => element('v:f', { eqn })),
      ),
      element('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0',
      }),
      element('v:textpath', { on: 't', fitshape: 't' }),
    ],
  );
  const shape = element(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      'o:spid': '_x0000_s2049',
      type: '#_x0000_t136',
      style: STYLE,
      'o:allowincell': 'f',
      fillcolor: '#c9ced6',
      stroked: 'f',
    },
    [
      element('v:fill', { opacity: '.5' }),
      element('v:textpath', { style: 'font-family:"Calibri";font-size:1pt;font-weight:bold', string: word }),
    ],
  );
  return new Run({ children: [component(element('w:pict', {}, [type, shape]))] });
};
